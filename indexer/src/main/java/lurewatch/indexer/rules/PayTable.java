package lurewatch.indexer.rules;

import java.util.Map;

/// What pay per month is far above the local market for work without special skill.
///
/// @param asOf when the figures were last looked at, `2026-03`
/// @param destinations by country (ISO 3166) where the work is said to be: US dollars a month that
///   are far above what such work earns there
public record PayTable(
        String asOf, Map<String, Currency> currencies, Map<String, Double> destinations) {
    /// One currency.
    ///
    /// @param usd what one unit is worth in US dollars
    /// @param highPerMonth from here on pay is called too high
    public record Currency(double usd, double highPerMonth) {
        public Currency {
            if (!(usd > 0 && highPerMonth > 0)) {
                throw new IllegalArgumentException("usd and high_per_month must be above 0");
            }
        }
    }

    public PayTable {
        currencies = Map.copyOf(currencies);
        destinations = Map.copyOf(destinations);
    }
}
