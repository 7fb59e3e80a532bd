package lurewatch.indexer.contact;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;

/// Mail addresses with a picture for `@`, of what some language calls the sign by:
/// `name.home🐶host.com`, `name75🐌host点com`, `name78 🦆 host τελεία com`.
final class PictureMails {
    /// Snails, dogs, monkeys, mice, ducks, cats, elephants and worms are what `@` is called in one
    /// language or another; so are a rose, an ear and rolled pastry.
    private static final Set<Integer> OTHERS =
            "🌹🌀🥐🍥🥨🌯👂🦻🅰ⓐⒶ◎".codePoints().boxed().collect(Collectors.toUnmodifiableSet());

    private static final int FIRST_ANIMAL = 0x1F400;
    private static final int LAST_ANIMAL = 0x1F43E;
    private static final int FIRST_NEW_ANIMAL = 0x1F980;
    private static final int LAST_NEW_ANIMAL = 0x1F9AE;
    private static final int WORM = 0x1FAB1;
    private static final Set<Integer> FACES = Set.of(0x1F648, 0x1F649, 0x1F64A, 0x1FABF);

    private static final Pattern LOCAL =
            Pattern.compile("(?<![A-Za-z0-9._%+@-])([A-Za-z0-9][A-Za-z0-9._%+-]{1,63})\\s?$");

    private static final String DOT_SIGNS = "[.。•·●⚫⚪○◦∙・*☆★]";

    private static final String SPELLED_DOT =
            "(?:\\s?[\\[(（]?\\s?(?:"
                    + SignWords.LATIN_DOT
                    + "|"
                    + SignWords.OTHER_DOT
                    + "|"
                    + SignWords.DOT
                    + ")\\s?[\\])）]?\\s?)";

    private static final Pattern HOST =
            Pattern.compile(
                    "^[\\uFE0F\\u200D]?\\s?((?:[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\\s?"
                            + DOT_SIGNS
                            + "\\uFE0F?\\s?|"
                            + SPELLED_DOT
                            + ")){1,4}(?:com|net|org|info|biz|example|test|co|io|me|app|dev|xyz|site|online|shop|top|club|work|jobs|pro|name|email|mail|[a-z]{2}))(?![A-Za-z0-9-])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ANY_DOT =
            Pattern.compile(
                    "\\s?" + DOT_SIGNS + "\\uFE0F?\\s?|" + SPELLED_DOT,
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int LONGEST_LOCAL = 66;
    private static final int LONGEST_HOST = 90;

    /// So many pictures are looked at.
    private static final int MOST = 100;

    /// So many letters a name with a digit or sign has.
    private static final int LETTERS = 4;

    /// How far before the address its reader is told that it is one.
    private static final int REACH = 48;

    private PictureMails() {}

    static void findIn(TextViews views, Cues cues, ContactList contacts) {
        View view = views.cased();
        String text = view.text();
        int looked = 0;
        for (int i = 1; i < text.length() && looked < MOST; i++) {
            if (text.charAt(i) < 0x80 && text.charAt(i) != '*') {
                continue;
            }
            int picture = views.raw().codePointAt(view.rawStart(i));
            if (!isForAt(picture) || Character.isLowSurrogate(text.charAt(i))) {
                continue;
            }
            looked++;
            int end = i + (Character.isHighSurrogate(text.charAt(i)) ? 2 : 1);
            read(view, i, end, cues, contacts);
        }
    }

    private static boolean isForAt(int picture) {
        return (picture >= FIRST_ANIMAL && picture <= LAST_ANIMAL)
                || (picture >= FIRST_NEW_ANIMAL && picture <= LAST_NEW_ANIMAL)
                || picture == WORM
                || FACES.contains(picture)
                || OTHERS.contains(picture);
    }

    private static void read(View view, int at, int end, Cues cues, ContactList contacts) {
        String text = view.text();
        int first = Math.max(0, at - LONGEST_LOCAL);
        Matcher local = LOCAL.matcher(text).region(first, at);
        local.useTransparentBounds(true);
        Matcher host =
                HOST.matcher(text.substring(end, Math.min(text.length(), end + LONGEST_HOST)));
        if (!local.find() || !host.find()) {
            return;
        }
        int start = local.start(1);
        boolean telling =
                local.group(1).chars().anyMatch(c -> c < 'A' || c == '_')
                        && local.group(1).chars().filter(Character::isLetter).count() >= LETTERS;
        boolean told =
                cues.before(view.rawStart(start), REACH)
                        .filter(cue -> Cues.of(cue).isFor(ContactKind.EMAIL))
                        .isPresent();
        int to = end + host.end(1);
        if ((telling || told) && !contacts.isTaken(view.rawStart(start), view.rawEnd(to))) {
            String domain = ANY_DOT.matcher(host.group(1)).replaceAll(".");
            contacts.add(
                    ContactKind.EMAIL,
                    LowerCase.of(local.group(1) + "@" + domain),
                    view,
                    start,
                    to,
                    0.85,
                    "spelled mail",
                    Concealment.DISGUISED);
        }
    }
}
