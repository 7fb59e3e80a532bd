package lurewatch.indexer.rules;

import java.util.Locale;
import java.util.Set;

/// What one kind of work pays in one country, in US dollars a month.
///
/// @param country ISO 3166 code in upper case
/// @param role `general` for work without special skill, or one of the table's roles
/// @param low about the least that is paid
/// @param high the upper end of what is usual
/// @param source whose figures these are and of which year, for people
public record Market(String country, String role, double low, double high, String source) {
    /// The role of a text that tells of none.
    public static final String GENERAL = "general";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public Market {
        if (!COUNTRIES.contains(country)) {
            throw new IllegalArgumentException(
                    "country '" + country + "'; allowed are ISO 3166 codes in upper case");
        }
        if (!(low > 0 && low <= high)) {
            throw new IllegalArgumentException(
                    "low " + low + " and high " + high + "; allowed is 0 < low <= high");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("a market without a source");
        }
    }

    /// The country's English name.
    public String countryName() {
        return Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
    }
}
