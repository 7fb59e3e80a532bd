package lurewatch.indexer.detect;

import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.PlaceRole;
import lurewatch.indexer.rules.Market;
import lurewatch.indexer.rules.PayTable;
import lurewatch.indexer.rules.Rules;

/// Compares pay with what such work pays: where the work is said to be or, where that is unknown,
/// in the only country that has the pay's currency.
final class PaySignals {
    private static final String TOO_HIGH = "pay_too_high";

    /// The weight of [#TOO_HIGH] for which the figures here are.
    private static final double SCALED_FOR = 0.4;

    /// Pay at the mark of its currency weighs 0.45, as words for high pay mostly do in the lexicon
    /// (0.3 to 0.5), and more for each time that the mark goes into it.
    private static final double BELOW_MARK = 0.35;

    private static final double PER_MARK = 0.1;

    /// Abroad pay is compared with the estimate for a market, which is lower than a mark and less
    /// sure: twice its upper end, where such pay begins to count, weighs 0.4, and each further
    /// multiple half as much as one of a mark.
    private static final double BELOW_MARKET = 0.3;

    private static final double PER_MARKET = 0.05;

    /// As strong words for pay: a figure with too many noughts may be a slip or another currency's.
    private static final double MOST = 0.7;

    private final PayTable table;
    private final Scale scale;
    private final Map<String, Market> markets = new HashMap<>();

    /// Each of the table's countries with its currency.
    private final Map<String, String> currencies = new HashMap<>();

    /// The country of each currency that only one of the table's countries has.
    private final Map<String, String> homes = new HashMap<>();

    PaySignals(Rules rules) {
        this.table = rules.pay();
        this.scale = Scale.of(rules, TOO_HIGH, SCALED_FOR);
        for (Market market : table.markets()) {
            markets.put(key(market.country(), market.role()), market);
            currencies.computeIfAbsent(market.country(), PaySignals::currencyOf);
        }
        table.markets().stream()
                .filter(market -> market.role().equals(Market.GENERAL))
                .forEach(market ->
                        homes.merge(currencyOf(market.country()), market.country(), (_, _) -> ""));
    }

    /// How often the upper end of a market goes into the pay.
    private record Comparison(Market market, double times) {
        String inWords(double usd, String role) {
            String work = role.equals(Market.GENERAL) ? "such work" : role + " work";
            return String.format(
                    Locale.ROOT,
                    "USD %,.0f a month, %.1f times the most that %s usually pays in %s (USD %,.0f to %,.0f; %s)",
                    usd,
                    times,
                    work,
                    market.countryName(),
                    market.low(),
                    market.high(),
                    market.source());
        }
    }

    /// @param findings what the text's words raised: they tell the role
    void findIn(List<Pay> pay, List<Place> places, Findings findings) {
        if (!pay.isEmpty()) {
            String role = role(findings);
            pay.forEach(promise ->
                    promise.usdMonth()
                            .ifPresent(usd -> findIn(promise, usd.low(), role, places, findings)));
        }
    }

    private void findIn(Pay pay, double usd, String role, List<Place> places, Findings findings) {
        String currency = pay.currency().orElse("");
        PayTable.Currency mark = table.currencies().get(currency);
        Optional<Comparison> abroad = abroad(currency, usd, role, places);
        Optional<Comparison> market = abroad.or(() -> atHome(currency, usd, role));
        if (mark == null || market.filter(m -> m.times() < table.ordinaryBelow()).isPresent()) {
            return;
        }
        double times = usd / mark.highUsd();
        double weight = times >= 1 ? BELOW_MARK + PER_MARK * times : 0;
        double factor = abroad.map(Comparison::times).orElse(0.0);
        if (factor >= table.tooHighFrom()) {
            weight = Math.max(weight, BELOW_MARKET + PER_MARKET * factor);
        }
        double scaled = scale.of(Math.min(MOST, weight));
        if (scaled > 0) {
            Supplier<String> reason =
                    () ->
                            market.map(m -> m.inWords(usd, m.market().role()))
                                    .orElseGet(() -> beyondMark(usd, times, currency, mark));
            findings.add(TOO_HIGH, scaled, pay.evidence(), reason);
        }
    }

    private String beyondMark(double usd, double times, String currency, PayTable.Currency mark) {
        return String.format(
                Locale.ROOT,
                "USD %,.0f a month, %.1f times what is called too high for pay in %s (%,.0f a month; pay.yaml, %s)",
                usd,
                times,
                currency,
                mark.highPerMonth(),
                table.asOf());
    }

    /// Of several destinations the one that pays least. Pay in a destination's own currency is pay
    /// at home, and its own mark holds.
    private Optional<Comparison> abroad(
            String currency, double usd, String role, List<Place> places) {
        return places.stream()
                .filter(place -> place.role() == PlaceRole.DESTINATION)
                .map(Place::country)
                .distinct()
                .filter(country -> !currency.equals(currencies.get(country)))
                .flatMap(country -> comparison(country, usd, role).stream())
                .max(Comparator.comparingDouble(Comparison::times));
    }

    private Optional<Comparison> atHome(String currency, double usd, String role) {
        return Optional.ofNullable(homes.get(currency))
                .flatMap(country -> comparison(country, usd, role));
    }

    private Optional<Comparison> comparison(String country, double usd, String role) {
        return Optional.ofNullable(markets.get(key(country, role)))
                .or(() -> Optional.ofNullable(markets.get(key(country, Market.GENERAL))))
                .map(market -> new Comparison(market, usd / market.high()));
    }

    private String role(Findings findings) {
        return table.roles().entrySet().stream()
                .filter(role -> role.getValue().stream().anyMatch(findings::has))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Market.GENERAL);
    }

    private static String key(String country, String role) {
        return country + ' ' + role;
    }

    private static String currencyOf(String country) {
        Currency own = Currency.getInstance(Locale.of("", country));
        return own == null ? "" : own.getCurrencyCode();
    }
}
