package lurewatch.indexer.contact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.scan.SentenceEnds;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Names, links and mails of which the text says that they are to be read from the end: `read from
/// right to left: 96otnoc_elpmas`. What is written so is never taken as it stands.
final class BackwardNames {
    /// Say nothing else of a name.
    private static final List<String> SAID = Sayings.OF_CHANNELS.words("backwards");

    /// Say much else as well: only of what begins with digits, as hardly a name does.
    private static final List<String> MAY_BE_SAID = Sayings.OF_CHANNELS.words("perhaps-backwards");

    private static final FewStrings NOTES =
            FewStrings.of(Stream.concat(SAID.stream(), MAY_BE_SAID.stream()).toList());

    /// How far before or behind the words the name stands.
    private static final int REACH = 60;

    /// How far behind a name that may be one as it stands.
    private static final int NEAR = 14;

    private static final int SHORTEST = 6;

    /// Fewer digits are no part of a number to call.
    private static final int LEAST_DIGITS = 3;

    private static final int LONGEST = 80;

    /// Lead on to what stands behind.
    private static final String COLONS = ":：=→➡>";

    private static final String TELLING = "_@/.";

    /// What is in an address that is written backwards, and hardly in other text.
    private static final List<String> SIGNS_OF_ADDRESSES = List.of("@", "em.", "moc.", "//:");

    private final View view;
    private final String text;
    private final Cues cues;
    private final ContactList contacts;
    private int done;

    private BackwardNames(ScannedText scanned, Cues cues, ContactList contacts) {
        this.view = scanned.views().cased();
        this.text = view.text();
        this.cues = cues;
        this.contacts = contacts;
    }

    static void findIn(ScannedText scanned, Cues cues, ContactList contacts) {
        String raw = scanned.raw();
        if (!cues.nameChannelWithNames() && SIGNS_OF_ADDRESSES.stream().noneMatch(raw::contains)) {
            return;
        }
        BackwardNames names = new BackwardNames(scanned, cues, contacts);
        View folded = scanned.views().folded();
        NOTES.scan(
                folded,
                (note, start, end) ->
                        names.read(
                                names.view.indexOf(folded.rawStart(start)),
                                names.view.indexOf(folded.rawEnd(end)),
                                note < SAID.size()));
    }

    /// A word of the text that may be a name.
    private record Word(int start, int end) {}

    /// @param sure whether the words say nothing else
    private void read(int noteStart, int noteEnd, boolean sure) {
        if (noteStart < done || contacts.isFull()) {
            return;
        }
        Optional<Word> word =
                behind(noteEnd)
                        .or(() -> leadsToNumber(noteEnd) ? Optional.empty() : before(noteStart))
                        .filter(w -> beginsAsNoneDoes(w) || (sure && isNear(w, noteStart)));
        word.ifPresent(w -> {
            done = Math.max(noteEnd, w.end());
            turn(w, noteStart);
        });
    }

    /// The word that the note leads to: with a colon, or nothing but signs, before it.
    private Optional<Word> behind(int noteEnd) {
        int last = Math.min(text.length(), noteEnd + REACH);
        boolean leads = false;
        boolean words = false;
        for (int i = noteEnd; i < last; i++) {
            char c = text.charAt(i);
            if (isOfWord(c)) {
                int end = wordEnd(i);
                if (mayBeName(i, end)) {
                    Word word = new Word(i, end);
                    return leads || !words || beginsAsNoneDoes(word)
                            ? Optional.of(word)
                            : Optional.empty();
                }
                words = true;
                i = end - 1;
                continue;
            }
            leads |= COLONS.indexOf(c) >= 0;
            words |= Character.isLetterOrDigit(c);
            if (SentenceEnds.isAt(text, i) && !leads && c != '\n') {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// Whether a colon and digits follow, so that a number is meant.
    private boolean leadsToNumber(int noteEnd) {
        int last = Math.min(text.length(), noteEnd + REACH);
        boolean colon = false;
        for (int i = noteEnd; i < last; i++) {
            colon |= COLONS.indexOf(text.charAt(i)) >= 0;
            if (Scripts.isAsciiDigit(text.charAt(i))) {
                return colon;
            }
        }
        return false;
    }

    /// The nearest such word before the note on the same line or the one above.
    private Optional<Word> before(int noteStart) {
        int first = Math.max(0, noteStart - REACH);
        int lines = 0;
        int i = noteStart;
        while (i > first) {
            char c = text.charAt(i - 1);
            if (c == '\n' && ++lines > 1) {
                return Optional.empty();
            }
            if (!isOfWord(c)) {
                i--;
                continue;
            }
            int end = i;
            while (i > 0 && end - i < LONGEST && isOfWord(text.charAt(i - 1))) {
                i--;
            }
            int wordEnd = wordEnd(i);
            if (wordEnd <= noteStart && mayBeName(i, wordEnd)) {
                return Optional.of(new Word(i, wordEnd));
            }
            if (wordEnd - i >= LEAST_DIGITS && isNumber(i, wordEnd)) {
                return Optional.empty(); // that is what is told backwards
            }
        }
        return Optional.empty();
    }

    /// Whether the note behind the word follows at once.
    private boolean isNear(Word word, int noteStart) {
        return word.start() > noteStart
                || (noteStart - word.end() <= NEAR
                        && !SentenceEnds.isBetween(text, word.end(), noteStart));
    }

    /// `96otnoc_elpmas`, `moc.elpmaxe@…`: read as it stands it is hardly a name or address.
    private boolean beginsAsNoneDoes(Word word) {
        int first = text.charAt(word.start()) == '@' ? word.start() + 1 : word.start();
        return Scripts.isAsciiDigit(text.charAt(first))
                || text.charAt(first) == '_'
                || text.charAt(word.end() - 1) == '@'
                || (text.charAt(first) == '/' && first == word.start());
    }

    private static boolean isOfWord(char c) {
        return Scripts.isAsciiWord(c) || "._-@/+~?=&%".indexOf(c) >= 0;
    }

    /// The colon of `//:sptth`.
    private boolean isOfScheme(int start, int i) {
        return text.charAt(i) == ':' && i > start + 1 && text.startsWith("//", i - 2);
    }

    /// Where the word ends, without the signs of the sentence.
    private int wordEnd(int start) {
        int end = start;
        while (end < text.length()
                && end - start < LONGEST
                && (isOfWord(text.charAt(end)) || isOfScheme(start, end))) {
            end++;
        }
        while (end > start + 1 && ".-?=".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private boolean isNumber(int start, int end) {
        return text.substring(start, end)
                .chars()
                .allMatch(c -> Scripts.isAsciiDigit((char) c) || "+-.".indexOf(c) >= 0);
    }

    /// Letters with an underscore, a digit or a sign of addresses among them, as no word of the
    /// sentence has.
    private boolean mayBeName(int start, int end) {
        int letters = 0;
        boolean telling = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            letters += Scripts.isAsciiLetter(c) ? 1 : 0;
            telling |= Scripts.isAsciiDigit(c) || (i > start && TELLING.indexOf(c) >= 0);
        }
        return end - start >= SHORTEST && letters >= 3 && (telling || text.charAt(start) == '@');
    }

    private void turn(Word word, int noteStart) {
        int start = word.start();
        int end = word.end();
        if (contacts.isTaken(view.rawStart(start), view.rawEnd(end))) {
            return;
        }
        String written = text.substring(start, end);
        String turned = new StringBuilder(written).reverse().toString();
        boolean address = turned.indexOf('/') > 0 || turned.indexOf('@') > 0;
        Optional<Contact> pasted =
                address && !turned.endsWith("@") ? PastedContact.read(turned) : Optional.empty();
        if (pasted.isPresent()) {
            add(pasted.get().kind(), pasted.get().value(), start, end, "address backwards");
            return;
        }
        String name = turned.replace("@", "");
        Optional<Match> cue = channel(start, end, noteStart);
        Optional<ContactKind> kind =
                cue.flatMap(HandleContacts::channelWithNames)
                        .or(() ->
                                cue.isEmpty() && turned.indexOf('@') >= 0
                                        ? Optional.of(ContactKind.TELEGRAM)
                                        : Optional.empty());
        if (kind.filter(k -> new Handle(name, start, end, true, true).fits(k)).isPresent()) {
            add(
                    kind.get(),
                    LowerCase.of(name),
                    start,
                    end,
                    "name backwards after " + kind.get().label() + " cue");
        } else if (beginsAsNoneDoes(word)) {
            contacts.take(view.rawStart(start), view.rawEnd(end)); // as it stands it is nobody's
        }
    }

    /// The word for the channel: before the name, before the note, or right behind the name.
    private Optional<Match> channel(int start, int end, int noteStart) {
        return Stream.of(
                        cues.allBefore(view.rawStart(start)),
                        cues.allBefore(view.rawStart(Math.min(noteStart, view.length() - 1))),
                        cues.allAfter(view.rawEnd(end)))
                .flatMap(List::stream)
                .filter(cue -> HandleContacts.channelWithNames(cue).isPresent())
                .findFirst();
    }

    private void add(ContactKind kind, String value, int start, int end, String method) {
        contacts.add(kind, value, view, start, end, 0.85, method, Concealment.DISGUISED);
    }
}
