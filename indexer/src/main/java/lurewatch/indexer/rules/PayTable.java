package lurewatch.indexer.rules;

import java.util.Map;

/// What pay per month is far above the local market for work without special skill.
///
/// @param asOf when the figures were last looked at, `2026-03`
public record PayTable(String asOf, Map<String, Currency> currencies) {
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
    }
}
