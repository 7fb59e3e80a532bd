package lurewatch.indexer.contact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Names in pieces that the text tells its reader to put together: `"sample" + "_hr49"`, `sample
/// and then kc49`, `先打 sample 再打 kc49`, `«sample» подчёркивание «hr49»`.
final class JoinedNames {
    private static final int REACH = 72;

    /// `+`, or words for what comes next.
    private static final String JOINT =
            "\\s?[+＋➕]\\s?"
                    + "|[\\s,、，]{1,2}(?:and |& )?(?:then|followed by|plus|after that|after it|next)\\s"
                    + "|[\\s,，]{0,2}(?:再打|再加上?|然后|然後|后面加|後面加|后面是|後面是|加上|接着|接著)\\s?"
                    + "|\\s?(?:"
                    + Sayings.OF_NAMES.either("type-then-unspaced")
                    + ")\\s?|[\\s,]{1,2}(?:"
                    + Sayings.OF_NAMES.either("type-then")
                    + ")\\s|\\s(?:"
                    + Sayings.OF_NAMES.either("type-then-apart")
                    + ")\\s";

    private static final String QUOTES = "[\"'“”‘’«»「」『』`]?";

    /// What stands between the channel and the first piece.
    private static final String LEAD =
            "[\\s:：=>→—–-]{0,4}(?:(?:id|is|name|user|username|아이디|아이디는|는|은|号|號|是|先打|先搜|ID)\\s?[:：]?\\s?){0,2}@?";

    private static final Pattern PIECES =
            Pattern.compile(
                    LEAD
                            + "("
                            + QUOTES
                            + ")([A-Za-z][A-Za-z0-9_.]{1,19})"
                            + QUOTES
                            + "(?:(?<sign>(?:"
                            + JOINT
                            + ")?\\s?(?:(?<=\\s)_(?=\\s)|"
                            + SignWords.UNDERSCORE
                            + ")\\s?(?:"
                            + JOINT
                            + ")?)|(?<dot>(?:"
                            + JOINT
                            + ")(?:"
                            + SignWords.LATIN_DOT
                            + "|"
                            + SignWords.OTHER_DOT
                            + "|"
                            + SignWords.DOT
                            + ")(?:"
                            + JOINT
                            + ")?)|"
                            + JOINT
                            + ")(?<quote>"
                            + QUOTES
                            + ")(?<last>[A-Za-z0-9_.]{1,19}[A-Za-z0-9_])"
                            + QUOTES
                            + "(?![A-Za-z0-9_@])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// What follows the first two.
    private static final Pattern MORE =
            Pattern.compile(
                    "(?:"
                            + JOINT
                            + ")"
                            + QUOTES
                            + "([A-Za-z0-9_.]{0,19}[A-Za-z0-9_])"
                            + QUOTES
                            + "(?![A-Za-z0-9_@])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int MOST_MORE = 4;

    private final View view;
    private final String text;
    private final Cues cues;
    private final FoundNames names;

    JoinedNames(View view, Cues cues, FoundNames names) {
        this.view = view;
        this.text = view.text();
        this.cues = cues;
        this.names = names;
    }

    void find() {
        for (Match cue : cues.inTextOrder()) {
            HandleContacts.channelWithNames(cue).ifPresent(kind -> read(cue, kind));
        }
    }

    private void read(Match cue, ContactKind kind) {
        int from = view.indexOf(cue.end());
        Matcher pieces = PIECES.matcher(text).region(from, Math.min(text.length(), from + REACH));
        if (!pieces.lookingAt()) {
            return;
        }
        StringBuilder rest = new StringBuilder();
        int end = pieces.end("last");
        int last = pieces.start("last");
        Matcher more = MORE.matcher(text);
        int parts = 0;
        int to = pieces.end();
        while (parts < MOST_MORE
                && more.region(to, Math.min(text.length(), to + REACH)).lookingAt()
                && cues.at(view.rawStart(more.start(1))).isEmpty()) {
            rest.append(more.group(1));
            last = more.start(1);
            end = more.end(1);
            to = more.end();
            parts++;
        }
        if (!areOneName(pieces, text.substring(last, end), parts)) {
            return;
        }
        String joint = pieces.group("sign") != null ? "_" : pieces.group("dot") != null ? "." : "";
        Handle handle =
                new Handle(
                        pieces.group(2) + joint + pieces.group("last") + rest,
                        pieces.start(2),
                        end,
                        true,
                        true);
        names.addTold(handle, kind, "name in pieces", cue);
    }

    /// Whether neither is a name of its own, an amount or another channel.
    ///
    /// @param more how many parts there are behind the second
    private boolean areOneName(Matcher pieces, String last, int more) {
        boolean quoted = !pieces.group(1).isEmpty() && !pieces.group("quote").isEmpty();
        boolean telling = last.chars().anyMatch(c -> c == '_' || Scripts.isAsciiDigit((char) c));
        boolean letters =
                more > 0 || last.chars().anyMatch(c -> Scripts.isAsciiLetter((char) c) || c == '_');
        return (quoted || (telling && letters && pieces.group(2).indexOf('_') < 0))
                && cues.at(view.rawStart(pieces.start(2))).isEmpty()
                && cues.at(view.rawStart(pieces.start("last"))).isEmpty();
    }
}
