package lurewatch.indexer.search;

import java.util.List;

/// Why a hit stands where it does: what its rank is made of, factor by factor.
///
/// @param parts what of the query counts towards relevance, and how much of it this posting has
/// @param relevance 1 and the sum of the parts
/// @param score the factor of the assessment's score: 1 to 2
/// @param days whole days between its last sighting and the moment of asking
/// @param recency the factor of these days: 1 today, half of it after each half-life
public record Rank(List<Part> parts, double relevance, double score, long days, double recency) {
    /// After how many days recency is half of what it was.
    public static final int HALF_LIFE_DAYS = Freshness.HALF_LIFE_DAYS;

    /// Something that the query looks for, as far as it ranks.
    ///
    /// @param what as it was understood
    /// @param where what it weighs in each place where it matched
    public record Part(String what, List<Place> where) {
        public Part {
            where = List.copyOf(where);
        }

        public double weight() {
            return where.stream().mapToDouble(Place::weight).sum();
        }
    }

    /// Where a part matched, and what that weighs.
    ///
    /// @param field the index's field: `text`, `title`, `contact` …
    public record Place(String field, double weight) {}

    public Rank {
        parts = List.copyOf(parts);
    }

    /// The product, by which hits are ordered.
    public double value() {
        return relevance * score * recency;
    }
}
