package lurewatch.indexer;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Which particulars an ad gives, and which it was asked for and does not give. Of those in neither
/// set nothing is known: a page's markup that leaves one out says nothing by it, as most boards
/// never mark up half of them.
///
/// @param said what some of those given say, in the ad's own words (`Full-time`), in the order of
///   [Particular]
public record Particulars(
        Set<Particular> given, Set<Particular> lacking, Map<Particular, String> said) {
    /// Of a plain text.
    public static final Particulars UNKNOWN = new Particulars(Set.of(), Set.of(), Map.of());

    public Particulars {
        given = Set.copyOf(given);
        lacking = Set.copyOf(lacking);
        Map<Particular, String> inOrder = new EnumMap<>(Particular.class);
        inOrder.putAll(said);
        said = Collections.unmodifiableMap(inOrder);
        for (Particular particular : given) {
            if (lacking.contains(particular)) {
                throw new IllegalArgumentException("both given and lacking: " + particular);
            }
        }
        for (Particular particular : said.keySet()) {
            if (!given.contains(particular)) {
                throw new IllegalArgumentException("said and not given: " + particular);
            }
        }
    }

    /// These are given; of others nothing is known.
    public static Particulars given(Set<Particular> given) {
        return given.isEmpty() ? UNKNOWN : new Particulars(given, Set.of(), Map.of());
    }

    /// Of those asked for, these are given and the others lacking.
    public static Particulars of(Set<Particular> asked, Set<Particular> given) {
        Set<Particular> lacking = EnumSet.noneOf(Particular.class);
        lacking.addAll(asked);
        lacking.removeAll(given);
        return new Particulars(given, lacking, Map.of());
    }

    /// The same, of which some say this.
    public Particulars saying(Map<Particular, String> words) {
        return new Particulars(given, lacking, words);
    }
}
