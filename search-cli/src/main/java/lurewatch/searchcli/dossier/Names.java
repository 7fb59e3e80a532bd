package lurewatch.searchcli.dossier;

import java.util.Locale;
import lurewatch.searchcli.export.Item;

/// Codes as people read them; the other files of a pack have the codes.
final class Names {
    private Names() {}

    static String country(String code) {
        return code.equals("MM")
                ? "Myanmar"
                : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /// `Chinese (Simplified)`; what is no language tag stays as it is.
    static String language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return tag.equals("unknown") || locale.getLanguage().isEmpty()
                ? tag
                : locale.getDisplayName(Locale.ENGLISH);
    }

    /// `Poipet, Cambodia`; a country by its name alone.
    static String place(Item.PlaceName place) {
        String country = country(place.country());
        return place.name().equals(country) ? country : place.name() + ", " + country;
    }
}
