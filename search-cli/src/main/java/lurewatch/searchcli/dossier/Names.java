package lurewatch.searchcli.dossier;

import java.util.Locale;
import lurewatch.searchcli.export.Item;

/// Codes as people read them, with the code where it is needed to find the same in other files.
final class Names {
    private Names() {}

    /// `Cambodia (KH)`.
    static String country(String code) {
        return countryAlone(code) + " (" + code + ")";
    }

    private static String countryAlone(String code) {
        return code.equals("MM")
                ? "Myanmar"
                : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /// `Korean (ko)`; what is no language tag stays as it is.
    static String language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return tag.equals("unknown") || locale.getLanguage().isEmpty()
                ? tag
                : locale.getDisplayName(Locale.ENGLISH) + " (" + tag + ")";
    }

    /// `Poipet, Cambodia`; a country by its name alone.
    static String place(Item.PlaceName place) {
        String country = countryAlone(place.country());
        return place.name().equals(country) ? country : place.name() + ", " + country;
    }
}
