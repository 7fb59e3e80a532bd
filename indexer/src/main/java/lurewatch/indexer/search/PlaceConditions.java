package lurewatch.indexer.search;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.index.Route;
import lurewatch.indexer.search.Lexeme.Condition;
import lurewatch.indexer.search.Lexeme.Value;
import lurewatch.indexer.text.Nearest;
import org.apache.lucene.search.Query;

/// Conditions on countries, and on the way from one to another.
final class PlaceConditions {
    /// What people call them besides.
    private static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "burma", "MM",
                    "uae", "AE",
                    "uk", "GB",
                    "korea", "KR",
                    "hong kong", "HK",
                    "macau", "MO",
                    "turkey", "TR");

    private PlaceConditions() {}

    static Query country(Condition condition) throws QueryException {
        Value value = Conditions.equalTo(condition);
        return Conditions.term(IndexSchema.COUNTRY, countryCode(value.text(), value.at()));
    }

    static Query route(Condition condition) throws QueryException {
        Value value = Conditions.equalTo(condition);
        String written = value.text().strip();
        int between = written.indexOf(Route.BETWEEN);
        if (between < 0 || written.length() == Route.BETWEEN.length()) {
            throw new QueryException(
                    String.format(
                            Locale.ROOT,
                            "'%s' is no route; write route:TH..MM, or route:TH.. and route:..MM"
                                    + " where one end is open",
                            written),
                    value.at());
        }
        int behind = between + Route.BETWEEN.length();
        String from = routeEnd(written.substring(0, between), value.at());
        String to = routeEnd(written.substring(behind), value.at() + behind);
        if (from.equals(to)) {
            throw new QueryException(
                    "a route leads from one country to another; write country:"
                            + (to.isEmpty() ? "KH" : to)
                            + " for what names it",
                    value.at());
        }
        return Conditions.term(IndexSchema.ROUTE, from + Route.BETWEEN + to);
    }

    private static String routeEnd(String written, int at) throws QueryException {
        return written.isEmpty() || written.equals("*") ? "" : countryCode(written, at);
    }

    /// A code, or an English name as its code.
    private static String countryCode(String written, int at) throws QueryException {
        String name =
                OTHER_NAMES.getOrDefault(written.strip().toLowerCase(Locale.ROOT), written.strip());
        return Stream.of(Locale.getISOCountries())
                .filter(iso ->
                        iso.equalsIgnoreCase(name)
                                || englishName(iso).equalsIgnoreCase(name)
                                || Locale.of("", iso).getISO3Country().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new QueryException(
                                String.format(
                                        Locale.ROOT,
                                        "'%s' is no country; write a code such as KH",
                                        name),
                                at));
    }

    /// The code of the country whose name is most like the one typed.
    static Optional<String> nearest(String typed) {
        Map<String, String> codes = new HashMap<>();
        Stream.of(Locale.getISOCountries())
                .forEach(iso -> codes.put(englishName(iso).toLowerCase(Locale.ROOT), iso));
        return Nearest.to(typed.strip().toLowerCase(Locale.ROOT), codes.keySet()).map(codes::get);
    }

    private static String englishName(String iso) {
        return iso.equals("MM") ? "Myanmar" : Locale.of("", iso).getDisplayCountry(Locale.ENGLISH);
    }
}
