package lurewatch.indexer.index;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Place;
import lurewatch.indexer.PlaceRole;

/// From where to where a posting would have people go.
///
/// *To* is the country of a place where the work is said to be. *From* is where the posting
/// recruits: the country whose language it is in, and the country whose domain it stands on. A
/// language of many countries (English, Spanish, Arabic …) and a domain that is sold to everybody
/// tell nothing; a posting with neither has no route. Work in the country where it is offered is no
/// route either.
///
/// @param from ISO 3166
/// @param to ISO 3166
public record Route(String from, String to) {
    /// What stands between the two ends, in the index and in queries.
    public static final String BETWEEN = "..";

    /// Written and read in so many countries that a text does not say in which it recruits.
    private static final Set<String> EVERYWHERE =
            Set.of("ar", "de", "en", "es", "fa", "fr", "pt", "ru", "sw", "ta");

    /// Country domains that are used for what their letters say, or given to anybody.
    private static final Set<String> ANYBODYS =
            Set.of(
                    "ai", "cc", "cf", "co", "fm", "ga", "gg", "gq", "im", "io", "ly", "me", "ml",
                    "nu", "pw", "sh", "st", "tk", "to", "tv", "vc", "ws");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /// By language, as many as the detector tells apart: ICU's answer costs as much as the analysis
    /// of a sentence.
    private static final Map<String, Optional<String>> READERS = new ConcurrentHashMap<>();

    /// Every route of a posting, in the order of its places; none twice.
    static List<Route> of(AssessedPosting posting) {
        List<String> origins = new ArrayList<>();
        posting.assessment().language().flatMap(Route::ofLanguage).ifPresent(origins::add);
        ofDomain(posting.posting().url()).ifPresent(origins::add);
        return posting.assessment().places().stream()
                .filter(place -> place.role() == PlaceRole.DESTINATION)
                .map(Place::country)
                .flatMap(to -> origins.stream().map(from -> new Route(from, to)))
                .filter(route -> !route.from.equals(route.to))
                .distinct()
                .toList();
    }

    /// The country in which most people live who read a language, if it is one country.
    private static Optional<String> ofLanguage(String tag) {
        return READERS.computeIfAbsent(tag, Route::readersOf);
    }

    private static Optional<String> readersOf(String tag) {
        ULocale locale = ULocale.forLanguageTag(tag);
        boolean saysNothing =
                locale.getCountry().isEmpty() && EVERYWHERE.contains(locale.getLanguage());
        return saysNothing
                ? Optional.empty()
                : Optional.of(ULocale.addLikelySubtags(locale).getCountry())
                        .filter(COUNTRIES::contains);
    }

    private static Optional<String> ofDomain(String url) {
        List<String> domains = UrlForm.domainsOf(url);
        String last = domains.isEmpty() ? "" : domains.getLast();
        String code = last.equals("uk") ? "GB" : last.toUpperCase(Locale.ROOT);
        return Optional.of(code)
                .filter(country -> !ANYBODYS.contains(last) && COUNTRIES.contains(country));
    }

    /// As people write it and counts show it: `TH..MM`.
    @Override
    public String toString() {
        return from + BETWEEN + to;
    }
}
