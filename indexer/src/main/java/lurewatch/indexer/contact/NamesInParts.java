package lurewatch.indexer.contact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Names of which the text tells one part after the other: `d'abord « sample_com », puis « pte69
/// »`, `pierwsza połowa to „sample_ko”, druga to „nto69”`. A part whose other parts are not told is
/// nobody's name.
final class NamesInParts {
    private static final int REACH = 160;

    /// Parts behind the first.
    private static final int MOST_MORE = 4;

    private static final int MAX_PIECE = 24;

    /// Texts that name channels more often are lists of them.
    private static final int MOST_CUES = 100;

    private static final String OPENING = "[\"'“”„«»‘’‚「『`<＂]";
    private static final String CLOSING = "[\"'“”«»‘’」』`>＂]";

    private static final String FIRST_PART = Sayings.OF_NAMES.either("first-part");

    private static final String FIRST = Sayings.OF_NAMES.either("comes-first");

    private static final String NEXT_PART = Sayings.OF_NAMES.either("next-part");

    private static final String THEN = Sayings.OF_NAMES.either("comes-then");

    /// Where one of those ends, no other Latin word goes on.
    private static final String WHOLE = "(?:(?<=[^A-Za-zÀ-ɏ])|(?![A-Za-zÀ-ɏ]))";

    private static final String IS =
            "(?:(?:"
                    + Sayings.OF_NAMES.either("is")
                    + ")\\s|(?:"
                    + Sayings.OF_NAMES.either("is-unspaced")
                    + ")\\s?){0,2}";

    private static final String GAP = "[\\s:：=,，、—–→>-]{0,4}";

    private static final String QUOTED =
            OPENING + "{1,2}\\s?@?([A-Za-z0-9_.-]{1," + MAX_PIECE + "})\\s?" + CLOSING + "{1,2}";

    /// Without quotes, with a sign or digit, or at the end of its clause: else it is a word.
    private static final String BARE =
            "@?((?=[A-Za-z.]{0,"
                    + MAX_PIECE
                    + "}[0-9_]|[A-Za-z.]{1,"
                    + MAX_PIECE
                    + "}(?:$|[\\n,;)!?。，、）」”]|\\.(?:\\s|$)|\\s?[+＋➕]))[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,"
                    + (MAX_PIECE - 2)
                    + "}[A-Za-z0-9_])?)(?![A-Za-z0-9_@/])";

    private static final String PIECE = "(?:" + QUOTED + "|" + BARE + ")";

    /// Words between the channel and the first part.
    private static final String LEAD =
            "[^\\n.!?。！？A-Za-z0-9_@]{0,12}(?:\\p{L}{1,14}[\\s:：,]{1,2}){0,3}?[\\s:：,，—–-]{0,3}";

    private static final Pattern ANNOUNCED =
            pattern(LEAD + "(?:" + FIRST_PART + ")" + WHOLE + GAP + IS + GAP + PIECE);

    private static final String SEVERAL = Sayings.OF_NAMES.either("in-parts");

    private static final Pattern COUNTED =
            pattern("[^\\n.!?。！？@]{0,24}?(?:" + SEVERAL + ")" + WHOLE + GAP + IS + GAP + PIECE);

    /// Between parts of which the text says that they are parts.
    private static final Pattern LISTED =
            pattern(
                    "\\s?(?:[+＋➕&,，、/|;；-]|(?:"
                            + Sayings.OF_NAMES.either("and")
                            + ")\\s|"
                            + Sayings.OF_NAMES.either("and-unspaced")
                            + ")\\s?"
                            + PIECE);

    private static final Pattern BEGUN =
            pattern(LEAD + "(?:" + FIRST + ")" + WHOLE + GAP + IS + GAP + PIECE);
    private static final Pattern OPENED = pattern("[^\\n.!?。！？A-Za-z0-9_@\"“„«「『]{0,16}" + QUOTED);

    private static final Pattern CONTINUED =
            pattern(
                    "[\\s,，、;；.。(（)）—–/|+&-]{0,4}(?:(?:"
                            + Sayings.OF_NAMES.either("and-next-part")
                            + ") )?(?:"
                            + NEXT_PART
                            + "|"
                            + THEN
                            + ")"
                            + WHOLE
                            + GAP
                            + IS
                            + GAP
                            + PIECE);

    /// Says behind two quoted parts that they are one name.
    private static final Pattern TOGETHER =
            pattern("[^\\n]{0,24}?(?:" + Sayings.OF_NAMES.either("together") + ")");

    private static final int LONGEST_JOINT = 4;

    /// Shorter ones may be a part.
    private static final int SHORTEST_WHOLE = 6;

    private final View view;
    private final String text;
    private final Cues cues;
    private final FoundNames names;

    NamesInParts(View view, Cues cues, FoundNames names) {
        this.view = view;
        this.text = view.text();
        this.cues = cues;
        this.names = names;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    void find() {
        cues.inTextOrder().stream()
                .limit(MOST_CUES)
                .forEach(cue ->
                        HandleContacts.channelWithNames(cue).ifPresent(kind -> read(cue, kind)));
    }

    /// `: name_01`: whether what can be nothing but a name stands right there.
    private boolean isWholeNameAt(int from, int to) {
        int start = from;
        while (start < to
                && start - from < LONGEST_JOINT
                && " :：@=".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        boolean tells = false;
        while (end < to && Scripts.isAsciiWord(text.charAt(end))) {
            tells |= text.charAt(end) == '_' || Scripts.isAsciiDigit(text.charAt(end));
            end++;
        }
        return tells && end - start >= SHORTEST_WHOLE;
    }

    private void read(Match cue, ContactKind kind) {
        int from = view.indexOf(cue.end());
        int to = Math.min(text.length(), from + REACH);
        if (isWholeNameAt(from, to)) {
            return;
        }
        Matcher part = ANNOUNCED.matcher(text).region(from, to);
        boolean announced = part.lookingAt();
        boolean counted = !announced && part.usePattern(COUNTED).region(from, to).lookingAt();
        announced |= counted;
        boolean begun = !announced && part.usePattern(BEGUN).region(from, to).lookingAt();
        if (!announced && !begun && !part.usePattern(OPENED).region(from, to).lookingAt()) {
            return;
        }
        Piece first = Piece.of(part);
        if (cues.at(view.rawStart(first.start())).isPresent() || isAnothers(cue, first.start())) {
            return;
        }
        StringBuilder name = new StringBuilder(first.text());
        boolean quoted = first.quoted();
        boolean told = false; // that there are parts
        Piece last = first;
        int parts = 1;
        while (parts <= MOST_MORE) {
            Matcher next = CONTINUED.matcher(text).region(last.after(), to);
            boolean goesOn =
                    next.lookingAt()
                            || (counted
                                    && next.usePattern(LISTED)
                                            .region(last.after(), to)
                                            .lookingAt());
            if (!goesOn) {
                next = OPENED.matcher(text).region(last.after(), to);
                if (!quoted || !next.lookingAt() || !isTogether(next.end())) {
                    break;
                }
                told = true;
            }
            Piece piece = Piece.of(next);
            if (cues.at(view.rawStart(piece.start())).isPresent()) {
                break;
            }
            quoted &= piece.quoted();
            name.append(piece.text());
            last = piece;
            parts++;
        }
        if (name.chars().allMatch(c -> Scripts.isAsciiDigit((char) c))) {
            return; // a number in parts is others' to read
        }
        boolean sure =
                announced
                        || ((begun || told || isTogether(last.after()))
                                && (quoted || isRest(last.text())));
        if (parts > 1 && sure) {
            add(cue, kind, new Handle(name.toString(), first.start(), last.end(), true, true));
        }
        if (announced || (parts > 1 && sure)) {
            // half a name is nobody's, and the words that tell of it are no name
            names.contacts().take(view.rawStart(from), view.rawEnd(last.end()));
        }
    }

    /// Whether another channel is named between this one and the first part.
    private boolean isAnothers(Match cue, int start) {
        for (int i = view.indexOf(cue.end()); i < start; i++) {
            if (cues.at(view.rawStart(i)).filter(Cues::isMessenger).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// Whether the last part can be no name of its own and no amount.
    private static boolean isRest(String part) {
        return part.charAt(0) == '_'
                || (part.chars().anyMatch(c -> Scripts.isAsciiDigit((char) c))
                        && part.chars().anyMatch(c -> Scripts.isAsciiLetter((char) c)));
    }

    private boolean isTogether(int from) {
        return areTogether(text, from);
    }

    /// Whether the text says there that what stands before is one name.
    static boolean areTogether(String text, int from) {
        return TOGETHER.matcher(text).region(from, text.length()).lookingAt();
    }

    private void add(Match cue, ContactKind kind, Handle handle) {
        if (handle.fits(kind) && names.isFree(handle)) {
            names.add(
                    handle,
                    kind,
                    0.85,
                    "name in parts after " + kind.label() + " cue",
                    Optional.of(cue));
        }
    }

    /// A part of a name as it stands in the text.
    ///
    /// @param after behind its closing quote
    private record Piece(String text, int start, int end, int after, boolean quoted) {
        static Piece of(Matcher matcher) {
            boolean quoted = matcher.group(1) != null;
            int group = quoted ? 1 : 2;
            return new Piece(
                    matcher.group(group),
                    matcher.start(group),
                    matcher.end(group),
                    matcher.end(),
                    quoted);
        }
    }
}
