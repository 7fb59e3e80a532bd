package lurewatch.indexer.contact;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.SentenceEnds;
import lurewatch.indexer.text.Sayings;

/// Numbers of messengers of which a later sentence says that they take calls: `the WhatsApp number
/// above can be called, too`. It names the messenger and a call, no other number, and the one that
/// stands before.
final class NumbersAlsoCalled {
    /// How far on either side of the messenger's name its sentence is read.
    private static final int REACH = 70;

    private static final int MOST_DIGITS = 3;

    /// Point to a number given before.
    private static final HeadedPattern THAT =
            HeadedPattern.of(Sayings.OF_NUMBERS.pattern("that-number"));

    private final String raw;
    private final Cues cues;
    private final ContactList contacts;

    private NumbersAlsoCalled(ScannedText scanned, Cues cues, ContactList contacts) {
        this.raw = scanned.raw();
        this.cues = cues;
        this.contacts = contacts;
    }

    static void findIn(ScannedText scanned, Cues cues, ContactList contacts) {
        new NumbersAlsoCalled(scanned, cues, contacts).find();
    }

    private void find() {
        List<Contact> numbers =
                contacts.contacts().stream()
                        .filter(Contact::isInText)
                        .filter(c -> c.value().startsWith("+"))
                        .sorted(Comparator.comparingInt(Contact::start))
                        .toList();
        if (numbers.isEmpty()) {
            return;
        }
        for (Match cue : cues.inTextOrder()) {
            Cues.of(cue)
                    .channel()
                    .filter(PhoneReading::isFoundByNumber)
                    .flatMap(kind -> lastBefore(cue, kind, numbers))
                    .filter(_ -> isSaidToBeCalled(cue))
                    .ifPresent(number -> contacts.add(called(number)));
        }
    }

    private static Optional<Contact> lastBefore(
            Match cue, ContactKind kind, List<Contact> numbers) {
        return numbers.stream()
                .filter(c -> c.kind() == kind && c.end() <= cue.start())
                .reduce((_, later) -> later);
    }

    private boolean isSaidToBeCalled(Match cue) {
        int start = cue.start();
        while (start > 0 && cue.start() - start < REACH && !SentenceEnds.isAt(raw, start - 1)) {
            start--;
        }
        int end = cue.end();
        while (end < raw.length() && end - cue.end() < REACH && !SentenceEnds.isAt(raw, end)) {
            end++;
        }
        int from = afterDigits(start, cue.start());
        int to = beforeDigits(cue.end(), end);
        String words = raw.substring(from, to);
        return THAT.isIn(words)
                && cues.between(from, to).stream()
                        .filter(call -> Cues.of(call).calls())
                        .anyMatch(call -> isAllowed(call, cue, from, to));
    }

    private boolean isAllowed(Match call, Match cue, int from, int to) {
        boolean compound =
                call.start() >= cue.end() && raw.substring(cue.end(), call.start()).isBlank();
        return !compound
                && !NoAnswer.isIn(raw.substring(from, to))
                && AlsoCalled.isSaidIn(LowerCase.of(raw.substring(from, to)) + ' ');
    }

    /// Behind the last long number before the name: what is said before it is of that.
    private int afterDigits(int from, int to) {
        int digits = 0;
        for (int i = to - 1; i >= from; i--) {
            digits += Character.isDigit(raw.charAt(i)) ? 1 : 0;
            if (digits > MOST_DIGITS) {
                return i + 1;
            }
        }
        return from;
    }

    private int beforeDigits(int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            digits += Character.isDigit(raw.charAt(i)) ? 1 : 0;
            if (digits > MOST_DIGITS) {
                return i;
            }
        }
        return to;
    }

    private static Contact called(Contact number) {
        return new Contact(
                ContactKind.PHONE,
                number.value(),
                number.raw(),
                number.start(),
                number.end(),
                Math.min(number.confidence(), 0.75),
                number.method() + ", said to take calls",
                number.traits());
    }
}
