package lurewatch.indexer.contact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.text.Sayings;

/// Channels of which a text says that the name or number there is the one just given: `LINE:
/// name_01 … WeChat is the same`, `라인 name_01 / 위챗 동일`, `wa 0812… , tele sama nomor`.
final class SameContacts {
    /// How far back the name or number ends.
    private static final int MAX_BACK = 70;

    /// How far behind the channel it is said.
    private static final int REACH = 28;

    /// How far behind the word another channel is named: `same as my Viber`.
    private static final int REACH_OF_OTHER = 12;

    private static final int SHORTEST = 5;

    /// Behind it: what is the same is a number, and no name.
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\s?(?:" + Sayings.OF_NUMBERS.either("same-is-number") + ")",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// `the same as my tg but with a dot`: behind it, what is not the same.
    private static final Pattern BUT =
            Pattern.compile(
                    "[^\\n.!?。]{0,20}(?:(?<!\\p{L})(?:"
                            + Sayings.OF_NUMBERS.either("but")
                            + ")(?!\\p{L})|"
                            + Sayings.OF_NUMBERS.either("but-within")
                            + ")",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern SAME =
            Pattern.compile(
                    "[\\s\"'’:：,+=→➡>-]{0,4}(?:\\p{L}{1,8}(?:이랑|랑|과|와|하고)\\s?)?(?:(?:"
                            + Sayings.OF_NUMBERS.either("before-same")
                            + ")\\s{0,2}){0,4}(?:"
                            + Sayings.OF_NUMBERS.either("the-same")
                            + ")",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final String raw;
    private final Cues cues;
    private final ContactList contacts;

    private SameContacts(ScannedText scanned, Cues cues, ContactList contacts) {
        this.raw = scanned.raw();
        this.cues = cues;
        this.contacts = contacts;
    }

    static void findIn(ScannedText scanned, Cues cues, ContactList contacts) {
        new SameContacts(scanned, cues, contacts).find();
    }

    private void find() {
        List<Contact> known = contacts.contacts().stream().filter(Contact::isInText).toList();
        if (known.isEmpty()) {
            return;
        }
        for (Match cue : cues.inTextOrder()) {
            Optional<ContactKind> kind = Cues.of(cue).named().filter(k -> !contacts.holds(k));
            if (kind.isPresent() && (Cues.isMessenger(cue) || kind.get().isNetwork())) {
                endOfSame(cue)
                        .flatMap(end -> given(cue, end, known).filter(c -> mayBeMeant(c, end)))
                        .ifPresent(given -> add(kind.get(), given, wordsAround(cue, given)));
            }
        }
    }

    /// Where the words end that say it of the channel; empty where none do.
    private Optional<Integer> endOfSame(Match cue) {
        Matcher same =
                SAME.matcher(raw).region(cue.end(), Math.min(raw.length(), cue.end() + REACH));
        if (same.lookingAt()) {
            return Optional.of(same.end());
        }
        return raw.substring(cue.start(), cue.end()).contains("同")
                ? Optional.of(cue.end())
                : Optional.empty();
    }

    /// The name or number of the channel that the words compare with: `라인 → 카톡이랑 같음`, `TG same as
    /// Viber`; the last one given where they name none.
    private Optional<Contact> given(Match cue, int end, List<Contact> known) {
        Optional<ContactKind> other =
                cues.inTextOrder().stream()
                        .filter(c -> c.start() >= cue.end() && c.start() - end < REACH_OF_OTHER)
                        .filter(c -> raw.substring(cue.end(), c.start()).indexOf('\n') < 0)
                        .findFirst()
                        .filter(Cues::isMessenger)
                        .flatMap(c -> Cues.of(c).channel());
        return other.flatMap(kind ->
                        lastBefore(cue, known.stream().filter(c -> c.kind() == kind).toList()))
                .or(() -> lastBefore(cue, known));
    }

    private boolean mayBeMeant(Contact given, int end) {
        return given.value().startsWith("+")
                || !(NUMBER.matcher(raw).region(end, raw.length()).lookingAt()
                        || BUT.matcher(raw).region(end, raw.length()).lookingAt());
    }

    private static Optional<Contact> lastBefore(Match cue, List<Contact> known) {
        return known.stream()
                .filter(c -> c.end() <= cue.start() && cue.start() - c.end() <= MAX_BACK)
                .reduce((_, later) -> later);
    }

    private String wordsAround(Match cue, Contact given) {
        int end = Math.min(raw.length(), cue.end() + REACH);
        return LowerCase.of(raw.substring(Math.min(given.end(), cue.start()), end));
    }

    private void add(ContactKind kind, Contact given, String said) {
        boolean number = given.value().startsWith("+");
        boolean fits =
                number
                        ? PhoneReading.isFoundByNumber(kind)
                        : HandleContacts.hasNames(given.kind())
                                && given.value().length() >= SHORTEST
                                && new Handle(given.value(), 0, 0, true, false).fits(kind);
        if (fits) {
            if (number && AlsoCalled.isOnly(said)) {
                contacts.remove(given); // a telephone that answers there only is that messenger's
            }
            contacts.add(
                    new Contact(
                            kind,
                            number ? PhoneReading.valueFor(kind, given.value()) : given.value(),
                            given.raw(),
                            given.start(),
                            given.end(),
                            Math.min(given.confidence(), 0.8),
                            given.method() + ", said to be the same for " + kind.label(),
                            given.traits()));
        }
    }
}
