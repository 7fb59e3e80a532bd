package lurewatch.searchcli.export;

import java.util.Locale;
import lurewatch.indexer.AssessmentClass;

/// Codes as people read them; the other files of a pack have the codes.
public final class Names {
    private Names() {}

    /// `Cambodia`.
    public static String country(String code) {
        return code.equals("MM")
                ? "Myanmar"
                : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /// `Chinese (Simplified)`; what is no language tag stays as it is.
    public static String language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return tag.equals("unknown") || locale.getLanguage().isEmpty()
                ? tag
                : locale.getDisplayName(Locale.ENGLISH);
    }

    /// What a posting of that class shows.
    public static String assessment(String label) {
        return switch (AssessmentClass.valueOf(label.toUpperCase(Locale.ROOT))) {
            case LURE -> "the words of scam compounds' lures";
            case REVIEW -> "some of their signs, for somebody to look at";
            case LOW -> "few such signs or none";
        };
    }

    /// `Poipet, Cambodia`; a country by its name alone.
    public static String place(Item.PlaceName place) {
        String country = country(place.country());
        return place.name().equals(country) ? country : place.name() + ", " + country;
    }
}
