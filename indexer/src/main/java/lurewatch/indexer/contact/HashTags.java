package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Names that stand in hashtags, where the text says so: `ไอดีลายน์คือแฮชแท็กตัวสุดท้าย … #name01`,
/// `insta: #na #me #01 todo pegado`.
final class HashTags {
    private static final Pattern WORD =
            Pattern.compile(
                    Sayings.OF_NAMES.either("hashtag"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FIRST =
            Pattern.compile(
                    Sayings.OF_NAMES.either("first-hashtag"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Those, and words that mean other labels as well.
    private static final Pattern ANY_WORD =
            Pattern.compile(
                    WORD.pattern() + "|" + Sayings.OF_NAMES.either("tag"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NAME =
            Pattern.compile(
                    Sayings.OF_NAMES.either("hashtag-is-name"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Says which, or that it is a name.
    private static final Pattern WHICH =
            Pattern.compile(
                    String.join(
                            "|",
                            FIRST.pattern(),
                            Sayings.OF_NAMES.either("last-hashtag"),
                            Sayings.OF_NAMES.either("hashtag-is-name")),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern TAG =
            Pattern.compile("(?<![\\p{L}\\p{N}&/])#([A-Za-z0-9_]{1,31})");

    private static final Pattern TOGETHER =
            Pattern.compile("[\\s:：>→-]{0,4}((?:#[A-Za-z0-9_]{1,20}\\s?){2,8})");

    /// How far from the channel the hashtags are named.
    private static final int REACH = 40;

    /// The same where the text also says that a name follows, or that its sign is to be left out.
    private static final int FURTHEST = 64;

    private static final int SHORTEST = 5;
    private static final int MOST_CUES = 40;

    private HashTags() {}

    static void findIn(View view, Cues cues, FoundNames names) {
        if (view.text().indexOf('#') < 0) {
            return;
        }
        for (Match cue : cues.inTextOrder().stream().limit(MOST_CUES).toList()) {
            HandleContacts.channelWithNames(cue)
                    .filter(kind -> !names.contacts().holds(kind))
                    .ifPresent(kind -> read(view, cue, kind, names));
        }
    }

    private static void read(View view, Match cue, ContactKind kind, FoundNames names) {
        String text = view.text();
        int end = view.indexOf(cue.end());
        Matcher together =
                TOGETHER.matcher(text).region(end, Math.min(text.length(), end + 3 * REACH));
        if (together.lookingAt() && NamesInParts.areTogether(text, together.end())) {
            String name = together.group(1).replaceAll("[#\\s]", "");
            names.addTold(
                    new Handle(name, together.start(1), together.end(1), true, true),
                    kind,
                    "hashtags",
                    cue);
            return;
        }
        int from = Math.max(0, view.indexOf(cue.start()) - REACH);
        int to = Math.min(text.length(), end + REACH);
        if (!WORD.matcher(text).region(from, to).find()) {
            from = Math.max(0, view.indexOf(cue.start()) - FURTHEST);
            to = Math.min(text.length(), end + FURTHEST);
            boolean said =
                    ANY_WORD.matcher(text).region(from, to).find()
                            && (NAME.matcher(text).region(from, to).find()
                                    || PicturesInNames.NOTE.isIn(text, from, to));
            if (!said) {
                return;
            }
        }
        List<Handle> tags = new ArrayList<>();
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            if (tag.group(1).length() >= SHORTEST && !Character.isDigit(tag.group(1).charAt(0))) {
                tags.add(new Handle(tag.group(1), tag.start(1), tag.end(1), true, true));
            }
        }
        if (tags.isEmpty()) {
            return;
        }
        if (!WHICH.matcher(text).region(from, to).find()) {
            return;
        }
        boolean first = FIRST.matcher(text).region(from, to).find();
        Optional.of(first ? tags.getFirst() : tags.getLast())
                .filter(handle -> tags.size() == 1 || handle.isNoWord())
                .ifPresent(handle -> names.addTold(handle, kind, "hashtag", cue));
    }
}
