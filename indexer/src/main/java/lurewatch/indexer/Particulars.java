package lurewatch.indexer;

import java.util.EnumSet;
import java.util.Set;

/// Which particulars an ad gives, and which it was asked for and does not give. Of those in neither
/// set nothing is known: a page's markup that leaves one out says nothing by it, as most boards
/// never mark up half of them.
public record Particulars(Set<Particular> given, Set<Particular> lacking) {
    /// Of a plain text.
    public static final Particulars UNKNOWN = new Particulars(Set.of(), Set.of());

    public Particulars {
        given = Set.copyOf(given);
        lacking = Set.copyOf(lacking);
        for (Particular particular : given) {
            if (lacking.contains(particular)) {
                throw new IllegalArgumentException("both given and lacking: " + particular);
            }
        }
    }

    /// These are given; of others nothing is known.
    public static Particulars given(Set<Particular> given) {
        return given.isEmpty() ? UNKNOWN : new Particulars(given, Set.of());
    }

    /// Of those asked for, these are given and the others lacking.
    public static Particulars of(Set<Particular> asked, Set<Particular> given) {
        Set<Particular> lacking = EnumSet.noneOf(Particular.class);
        lacking.addAll(asked);
        lacking.removeAll(given);
        return new Particulars(given, lacking);
    }
}
