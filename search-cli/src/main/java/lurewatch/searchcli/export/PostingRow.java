package lurewatch.searchcli.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What every table of postings begins with, whichever command prints it: `search` puts casework
/// behind it, `export` what proves it.
///
/// @param contacts as URIs, so that no cell starts a formula
public record PostingRow(
        String id,
        double score,
        String assessmentClass,
        String context,
        Optional<String> lang,
        String title,
        String url,
        String site,
        Optional<String> employer,
        Optional<String> location,
        List<String> countries,
        List<String> places,
        List<String> signals,
        List<String> contacts,
        Optional<Instant> posted,
        Instant first,
        Instant last,
        int versions) {
    /// The names of its columns.
    public static final List<String> COLUMNS =
            List.of(
                    "id",
                    "score",
                    "class",
                    "context",
                    "lang",
                    "title",
                    "url",
                    "site",
                    "employer",
                    "location",
                    "countries",
                    "places",
                    "signals",
                    "contacts",
                    "posted",
                    "first_seen",
                    "last_seen",
                    "versions");

    public PostingRow {
        countries = List.copyOf(countries);
        places = List.copyOf(places);
        signals = List.copyOf(signals);
        contacts = List.copyOf(contacts);
    }

    /// One for each column.
    public List<String> cells() {
        return List.of(
                id,
                number(score),
                assessmentClass,
                context,
                lang.orElse(""),
                title,
                url,
                site,
                employer.orElse(""),
                location.orElse(""),
                String.join(" ", countries),
                String.join(" ", places),
                String.join(" ", signals),
                String.join(" ", contacts),
                posted.map(Instant::toString).orElse(""),
                first.toString(),
                last.toString(),
                Integer.toString(versions));
    }

    /// Whole numbers without a point.
    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
