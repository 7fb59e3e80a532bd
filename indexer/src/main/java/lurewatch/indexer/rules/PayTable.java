package lurewatch.indexer.rules;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What money is worth, and what work pays where.
///
/// @param asOf when the rates were last looked at, `2026-03`
/// @param tooHighFrom so many times the upper end of a market, and pay for work there is too high
/// @param ordinaryBelow below so many times of it, pay is ordinary
/// @param roles the signals that tell of each role, in the order in which they are asked
public record PayTable(
        String asOf,
        Map<String, Currency> currencies,
        double tooHighFrom,
        double ordinaryBelow,
        Map<String, List<String>> roles,
        List<Market> markets) {
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

        /// From so many US dollars a month on pay is called too high.
        public double highUsd() {
            return highPerMonth * usd;
        }
    }

    public PayTable {
        currencies = Map.copyOf(currencies);
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        markets = List.copyOf(markets);
        if (!(ordinaryBelow > 0 && ordinaryBelow <= tooHighFrom)) {
            throw new IllegalArgumentException("allowed is 0 < ordinary_below <= too_high_from");
        }
        requireOnce(markets, roles.keySet());
    }

    private static void requireOnce(List<Market> markets, Set<String> roles) {
        Set<String> seen = new HashSet<>();
        for (Market market : markets) {
            boolean known = market.role().equals(Market.GENERAL) || roles.contains(market.role());
            if (!known) {
                throw new IllegalArgumentException(
                        "markets: role '"
                                + market.role()
                                + "' of "
                                + market.country()
                                + "; allowed are general and "
                                + String.join(", ", roles));
            }
            if (!seen.add(market.country() + " " + market.role())) {
                throw new IllegalArgumentException(
                        "markets: " + market.country() + " " + market.role() + " stands twice");
            }
        }
    }
}
