package lurewatch.indexer.detect;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Pay;

/// Sums in a text: pay, and other numbers that are no contact's.
///
/// @param raw the text
record Figures(String raw, List<Contact> contacts, List<Pay> pay) {
    /// How far from the words a figure may stand.
    private static final int AROUND = 120;

    /// The first around the words from `start` to `end`.
    Optional<Evidence> near(int start, int end) {
        int from = Math.max(0, start - AROUND);
        int to = Math.min(raw.length(), end + AROUND);
        for (Pay promise : pay) {
            if (promise.evidence().start() < to && from < promise.evidence().end()) {
                return Optional.of(promise.evidence());
            }
        }
        for (int i = from; i < to; i++) {
            if (Character.isDigit(raw.charAt(i)) && isOutside(i)) {
                return Optional.of(Evidence.in(raw, i, endOfNumber(i)));
            }
        }
        return Optional.empty();
    }

    private int endOfNumber(int start) {
        int end = start;
        while (end < raw.length() && Character.isDigit(raw.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isOutside(int at) {
        return contacts.stream().noneMatch(c -> c.start() <= at && at < c.end());
    }
}
