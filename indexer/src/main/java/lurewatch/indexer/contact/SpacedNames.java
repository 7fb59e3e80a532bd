package lurewatch.indexer.contact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Names with blanks in them, of which the text says what to do with them: `sample 50 kr（去掉空格）`,
/// `sample rent 49 (underscores for the gaps)`.
final class SpacedNames {
    private static final List<String> NO_BLANKS = Sayings.OF_NAMES.words("no-blanks");

    /// What is said of blanks: first that they are none.
    private static final FewStrings NOTES =
            FewStrings.of(
                    Stream.concat(
                                    NO_BLANKS.stream(),
                                    Sayings.OF_NAMES.words("blanks-are-underscores").stream())
                            .toList());

    /// Two to five pieces, and what may stand between them and the note.
    private static final Pattern PIECES =
            Pattern.compile(
                    "([A-Za-z0-9_.]{1,32}(?: (?:[/|\\\\] )?[A-Za-z0-9_.]{1,32}){1,4}) ?[(（\\[\"”」,，;:：—–-]{0,2} ?(?:(?:"
                            + Sayings.OF_NAMES.either("small-letters")
                            + ")[,，、;/]? ?(?:(?:"
                            + Sayings.OF_NAMES.either("and-blanks")
                            + ") )?)?(?:use |using |pls use |dùng |viết |all |son |[^\\x00-\\x7F]{1,12} ?)?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// `Unterstrich zwischen den Wörtern: sample hr49`.
    private static final Pattern BEHIND_NOTE =
            Pattern.compile(
                    "[^:：\\n]{1,48}[:：] ?@?([A-Za-z0-9_](?:[A-Za-z0-9_.]{0,30}[A-Za-z0-9_])?(?: [A-Za-z0-9_](?:[A-Za-z0-9_.]{0,30}[A-Za-z0-9_])?){1,3})(?=$|[,;)\\n。，]|\\. )");

    /// Words that lead from one piece to the next: `sample luego hr luego 01`.
    private static final Pattern THEN =
            Pattern.compile(
                    " (?:then|" + Sayings.OF_NAMES.either("type-then") + ") ",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// A blank, or a stroke between two.
    private static final Pattern PARTING = Pattern.compile(" (?:[/|\\\\] )?");

    private static final int REACH = 120;

    /// Between the channel and the note stands the name, and of which case its letters are.
    private static final int MAX_BEFORE_NOTE = 96;

    private final View view;
    private final String text;
    private final Cues cues;
    private final FoundNames names;

    SpacedNames(View view, Cues cues, FoundNames names) {
        this.view = view;
        this.text = view.text();
        this.cues = cues;
        this.names = names;
    }

    /// @param folded the view in lower case, for the notes
    void find(View folded) {
        NOTES.scan(
                folded,
                (note, start, end) ->
                        read(folded.rawStart(start), note < NO_BLANKS.size() ? "" : "_"));
    }

    private void read(int rawNote, String joint) {
        Optional<Match> cue = cues.before(rawNote, MAX_BEFORE_NOTE);
        Optional<ContactKind> kind = cue.flatMap(HandleContacts::channelWithNames);
        if (kind.isEmpty()) {
            return;
        }
        int note = view.indexOf(rawNote);
        int start = afterFillers(view.indexOf(cue.get().end()), note);
        Matcher pieces = PIECES.matcher(text).region(start, note);
        if (!pieces.matches()) {
            pieces = BEHIND_NOTE.matcher(text).region(note, Math.min(text.length(), note + REACH));
            if (!pieces.lookingAt() || text.substring(start, note).indexOf('\n') >= 0) {
                return;
            }
        }
        if (THEN.matcher(pieces.group(1)).find()) {
            return; // words between the pieces are none
        }
        String name = PARTING.matcher(pieces.group(1)).replaceAll(joint);
        Handle handle = new Handle(name, pieces.start(1), pieces.end(1), true, true);
        if (handle.fits(kind.get()) && names.isFree(handle)) {
            cues.togetherWith(cue.get())
                    .forEach(named ->
                            HandleContacts.channelWithNames(named)
                                    .filter(handle::fits)
                                    .ifPresent(k ->
                                            names.add(
                                                    handle,
                                                    k,
                                                    0.85,
                                                    "name in pieces after " + k.label() + " cue",
                                                    cue)));
        }
    }

    /// Past signs, and words such as `id` and `at`.
    private int afterFillers(int from, int to) {
        int start = from;
        int i = from;
        while (i < to) {
            if (!Scripts.isAsciiWord(text.charAt(i))) {
                start = ++i;
                continue;
            }
            int end = i;
            while (end < to && Scripts.isAsciiWord(text.charAt(end))) {
                end++;
            }
            String word = LowerCase.of(text.substring(i, end));
            if (!word.equals("at") && !HandleWords.isFiller(word)) {
                return i;
            }
            i = end;
            start = end;
        }
        return start;
    }
}
