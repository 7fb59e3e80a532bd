package lurewatch.indexer.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/// What a page shows beside several items, in words that none of them has: a lure may stand beside
/// two harmless ones. On an honest list it is the page's own remarks, so that it is no posting
/// until somebody has judged it.
final class BesideItems {
    /// Of what items say, in UTF-16 units; more is looked at no further.
    private static final int MOST_KNOWN = 2 * Prose.LONGEST;

    /// Comparisons of characters: a second's work at most.
    private static final long MOST_WORK = 400_000_000;

    /// Shorter remarks are labels.
    private static final int SHORTEST = 40;

    private final String whole;
    private final Set<String> lines = new HashSet<>();
    private long work = MOST_WORK;

    private BesideItems(String known) {
        whole = Lines.squashed(known);
        known.lines().map(Lines::squashed).forEach(lines::add);
    }

    static Optional<Draft> of(Page page, List<Draft> items) {
        BesideItems said = new BesideItems(words(items));
        StringJoiner further = new StringJoiner("\n");
        page.mainText().lines().filter(line -> !said.has(line)).forEach(further::add);
        if (further.length() < SHORTEST) {
            return Optional.empty();
        }
        Draft draft = new Draft().at(page.url()).heading(page.title()).body(further.toString());
        Set<String> known = new HashSet<>();
        items.forEach(item -> known.addAll(item.targets()));
        page.scan.contacts.stream()
                .filter(link -> link.contact() && link.zone() == Zone.CONTENT)
                .filter(link -> !known.contains(link.target()))
                .forEach(link -> draft.link(link.target(), link.text()));
        return Optional.of(draft);
    }

    private static String words(List<Draft> items) {
        StringBuilder words = new StringBuilder();
        for (Draft item : items) {
            if (words.length() >= MOST_KNOWN) {
                break;
            }
            words.append(item.words()).append('\n');
        }
        return words.toString();
    }

    /// Lists show how a text begins, and points for the rest.
    private boolean has(String line) {
        String squashed = Lines.squashed(line);
        int end = squashed.length();
        while (end > 0 && (squashed.charAt(end - 1) == '.' || squashed.charAt(end - 1) == '…')) {
            end--;
        }
        if (lines.contains(squashed)) {
            return true;
        }
        work -= whole.length();
        return work >= 0 && whole.contains(squashed.substring(0, end));
    }
}
