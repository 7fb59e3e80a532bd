package lurewatch.indexer.contact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Names of which the text says that they are the one its author has here, or a file's: `Name_01,
/// 14:02⏎… ник в телеге тот же`, `[World] Name_01: … discord is same as my name`, `name_01.jpg`.
final class SameNames {
    private static final String NAME = "@?([A-Za-z](?:[A-Za-z0-9_.]{2,30})[A-Za-z0-9_])";

    /// What stands before an author's name.
    private static final String LABEL = "(?:" + Sayings.OF_CHANNELS.either("author") + ")";

    /// The author before the first line's text, or before a line of a chat.
    private static final Pattern HEAD =
            Pattern.compile(
                    "(?m)^(?:\\[[^\\]\\n]{1,20}\\]\\s?|[<>«#@•·*—–-]{1,2}\\s?|\\p{So}\\s?)?(?:"
                            + LABEL
                            + "\\s?[:：]?\\s?)?"
                            + NAME
                            + "\\s?(?:[•·|»>]|[:：](?!//)|,\\s?\\d{1,2}[:.]\\d\\d|[-–—]\\s|\\(\\d|\\s\\d{1,2}:\\d\\d|$)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern LABELLED =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])"
                            + LABEL
                            + "\\s?(?:[:：=]|は|은|는|是|is|es)?\\s?"
                            + NAME
                            + "(?![A-Za-z0-9_@])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final HeadedPattern SAME =
            HeadedPattern.compile(
                    Sayings.OF_CHANNELS.either("same"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Says that the name is what is the same, or the place where it is shown.
    private static final HeadedPattern OF_NAME =
            HeadedPattern.compile(
                    Sayings.OF_CHANNELS.either("name-or-here"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FILE =
            Pattern.compile(
                    "(?<![A-Za-z0-9_./])([A-Za-z][A-Za-z0-9_]{3,31})\\.(?:jpe?g|png|webp|gif|mp4|pdf|heic)(?![A-Za-z0-9])",
                    Pattern.CASE_INSENSITIVE);

    private static final HeadedPattern FILE_NAME =
            HeadedPattern.compile(
                    Sayings.OF_CHANNELS.either("file-name"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int BEFORE = 40;
    private static final int BEHIND = 90;
    private static final int MOST_CUES = 60;

    private final View view;
    private final String text;
    private final Cues cues;
    private final FoundNames names;

    private SameNames(View view, Cues cues, FoundNames names) {
        this.view = view;
        this.text = view.text();
        this.cues = cues;
        this.names = names;
    }

    static void findIn(View view, Cues cues, FoundNames names) {
        SameNames same = new SameNames(view, cues, names);
        cues.inTextOrder().stream()
                .limit(MOST_CUES)
                .forEach(cue ->
                        HandleContacts.channelWithNames(cue)
                                .filter(kind -> !names.contacts().holds(kind))
                                .ifPresent(kind -> same.read(cue, kind)));
    }

    private void read(Match cue, ContactKind kind) {
        int start = view.indexOf(cue.start());
        int from = Math.max(lineStart(start), start - BEFORE);
        int to = Math.min(text.length(), view.indexOf(cue.end()) + BEHIND);
        int lineEnd = text.indexOf('\n', start);
        int end = lineEnd < 0 ? to : Math.min(to, lineEnd);
        if (FILE_NAME.isIn(text, from, to)) {
            file().ifPresent(handle -> add(handle, kind, cue));
            return;
        }
        boolean told = SAME.isIn(text, from, end) && OF_NAME.isIn(text, from, end);
        if (told) {
            author(start).filter(Handle::isNoWord).ifPresent(handle -> add(handle, kind, cue));
        }
    }

    private void add(Handle handle, ContactKind kind, Match cue) {
        if (handle.fits(kind) && names.isFree(handle)) {
            names.add(
                    handle,
                    kind,
                    0.8,
                    "name shown in the text, said to be the same for " + kind.label(),
                    Optional.of(cue));
        }
    }

    private int lineStart(int i) {
        return text.lastIndexOf('\n', Math.max(0, i - 1)) + 1;
    }

    /// Whoever wrote what stands at a place: named at the beginning of its line, of the line above
    /// or of the first line, or called so anywhere.
    private Optional<Handle> author(int at) {
        int line = lineStart(at);
        return nameAt(HEAD, line, line + 1)
                .or(() -> nameAt(HEAD, 0, 1))
                .or(() -> nameAt(LABELLED, 0, text.length()))
                .filter(handle -> cues.at(view.rawStart(handle.start())).isEmpty());
    }

    /// The name that the pattern finds where it begins between the places.
    private Optional<Handle> nameAt(Pattern pattern, int first, int last) {
        Matcher matcher =
                pattern.matcher(text)
                        .region(first, Math.min(text.length(), last + BEHIND))
                        .useAnchoringBounds(false);
        return matcher.find() && matcher.start() < last
                ? Optional.of(
                        new Handle(
                                LowerCase.of(matcher.group(1)),
                                matcher.start(1),
                                matcher.end(1),
                                true,
                                false))
                : Optional.empty();
    }

    private Optional<Handle> file() {
        Matcher file = FILE.matcher(text);
        return file.find()
                ? Optional.of(new Handle(file.group(1), file.start(1), file.end(1), true, false))
                : Optional.empty();
    }
}
