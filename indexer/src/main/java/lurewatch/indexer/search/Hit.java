package lurewatch.indexer.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A posting that was found, as the index shows it. Everything in it was written by strangers.
///
/// @param site the watched site's name
/// @param language BCP 47
/// @param assessmentClass `lure`, `review` or `low`
/// @param signals ids, in the order of the assessment
/// @param contacts `kind:value`, as in [lurewatch.indexer.Contact#key()]
/// @param places gazetteer ids
/// @param text the raw text
public record Hit(
        String id,
        String title,
        String url,
        String site,
        Optional<String> language,
        double score,
        String assessmentClass,
        String context,
        boolean isUrgent,
        List<String> signals,
        List<String> contacts,
        List<String> places,
        List<String> countries,
        Optional<String> employer,
        Optional<String> location,
        Optional<Instant> posted,
        Instant firstSeen,
        Instant lastSeen,
        int versions,
        String text) {
    public Hit {
        signals = List.copyOf(signals);
        contacts = List.copyOf(contacts);
        places = List.copyOf(places);
        countries = List.copyOf(countries);
    }
}
