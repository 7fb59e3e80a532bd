package lurewatch.indexer.contact;

import lurewatch.indexer.ContactKind;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Target;
import lurewatch.indexer.text.View;

/// Bank accounts: digits shortly after a bank's name or a word for account.
final class BankContacts {
    private static final int MAX_GAP = 24;
    private static final HeadedPattern NUMBER =
            HeadedPattern.compile(
                    "(?<![\\d.,+])\\d{2,16}(?:[- ]\\d{2,12}|-\\d){0,5}(?: \\d(?! ?[\\p{L}\\d]))?(?![\\d.,%]{0,32}\\d)",
                    0);
    private static final int MIN_DIGITS = 8;
    private static final int MAX_DIGITS = 20;

    private BankContacts() {}

    static void findIn(ScannedText scanned, Cues cues, ContactList contacts) {
        View view = scanned.views().cased();
        for (Match cue : cues.inTextOrder()) {
            if (((Target.OfCue) cue.target()).cue().isFor(ContactKind.BANK)) {
                int from = view.indexOf(cue.end());
                NUMBER.find(
                        view.text(),
                        from,
                        Math.min(view.length(), from + MAX_GAP + MAX_DIGITS),
                        3,
                        m -> add(view, m.start(), m.end(), from, cues, contacts));
            }
        }
    }

    private static void add(
            View view, int start, int end, int from, Cues cues, ContactList contacts) {
        String digits = view.text().substring(start, end).replaceAll("\\D", "");
        boolean range = view.text().substring(start, end).matches("\\d{3,6}-\\d{3,6}");
        boolean phone = digits.startsWith("010") && digits.length() == 11;
        boolean dialled = view.text().substring(from, start).indexOf('+') >= 0;
        if (start - from <= MAX_GAP
                && !dialled
                && digits.length() >= MIN_DIGITS
                && digits.length() <= MAX_DIGITS
                && !phone
                && !range
                && cues.before(view.rawStart(start)).filter(last -> !isBank(last)).isEmpty()
                && !contacts.isTaken(view.rawStart(start), view.rawEnd(end))) {
            contacts.add(ContactKind.BANK, digits, view, start, end, 0.8, "number after bank cue");
        }
    }

    private static boolean isBank(Match cue) {
        return Cues.of(cue).isFor(ContactKind.BANK);
    }
}
