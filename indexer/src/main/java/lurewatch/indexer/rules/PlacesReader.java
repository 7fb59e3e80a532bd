package lurewatch.indexer.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lurewatch.indexer.settings.SettingsException;

/// Reads `places.tsv`.
final class PlacesReader {
    static final List<String> HEADER =
            List.of(
                    "place_id",
                    "kind",
                    "country",
                    "lat",
                    "lon",
                    "name_en",
                    "names_ko",
                    "names_zh",
                    "names_local",
                    "risk",
                    "note",
                    "ambiguous",
                    "beside");

    private static final int ID = 0;
    private static final int KIND = 1;
    private static final int COUNTRY = 2;
    private static final int LATITUDE = 3;
    private static final int LONGITUDE = 4;
    private static final int FIRST_NAMES = 5;
    private static final int LAST_NAMES = 8;
    private static final int RISK = 9;
    private static final int NOTE = 10;
    private static final int AMBIGUOUS = 11;
    private static final int BESIDE = 12;
    private static final Set<String> KINDS =
            Set.of("country", "province", "town", "zone", "compound");
    private static final Set<String> RISKS = Set.of("high", "medium", "low", "none");

    private final Set<String> ids = new HashSet<>();

    List<GazetteerPlace> read(Path file) {
        List<GazetteerPlace> places = new ArrayList<>();
        for (TsvFile.Row row : TsvFile.read(file, HEADER)) {
            places.add(place(row));
        }
        return places;
    }

    private GazetteerPlace place(TsvFile.Row row) {
        if (!row.field(ID).matches("[a-z0-9_]{2,60}") || !ids.add(row.field(ID))) {
            throw row.error(
                    ID, "place id '" + row.field(ID) + "'; allowed are new ids of a-z, 0-9 and _");
        }
        requireOneOf(row, KIND, KINDS);
        requireOneOf(row, RISK, RISKS);
        if (!row.field(COUNTRY).matches("[A-Z]{2}")) {
            throw row.error(
                    COUNTRY, "country '" + row.field(COUNTRY) + "'; allowed are ISO 3166 codes");
        }
        List<String> names = names(row);
        List<String> ambiguous = split(row.field(AMBIGUOUS));
        for (String name : ambiguous) {
            if (!names.contains(name)) {
                throw row.error(
                        AMBIGUOUS,
                        "'" + name + "' is none of the row's names; allowed are " + names);
            }
        }
        List<String> beside = split(row.field(BESIDE));
        if (ambiguous.isEmpty() && !beside.isEmpty()) {
            throw row.error(
                    BESIDE, "no name of the row is ambiguous, so that nothing need stand beside");
        }
        return new GazetteerPlace(
                row.field(ID),
                row.field(KIND),
                row.field(COUNTRY),
                degrees(row, LATITUDE, 90),
                degrees(row, LONGITUDE, 180),
                names,
                ambiguous,
                beside,
                row.field(RISK),
                row.field(NOTE));
    }

    private static List<String> names(TsvFile.Row row) {
        Set<String> names = new LinkedHashSet<>();
        for (int field = FIRST_NAMES; field <= LAST_NAMES; field++) {
            names.addAll(split(row.field(field)));
        }
        if (split(row.field(FIRST_NAMES)).isEmpty()) {
            throw row.error(FIRST_NAMES, "no English name; at least one is needed");
        }
        return List.copyOf(names);
    }

    private static List<String> split(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split("\\|"));
    }

    private static void requireOneOf(TsvFile.Row row, int field, Set<String> allowed) {
        if (!allowed.contains(row.field(field))) {
            throw row.error(
                    field,
                    "'"
                            + row.field(field)
                            + "'; allowed are "
                            + String.join(", ", allowed.stream().sorted().toList()));
        }
    }

    private static double degrees(TsvFile.Row row, int field, double limit) {
        try {
            double degrees = Double.parseDouble(row.field(field));
            if (Math.abs(degrees) <= limit) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            SettingsException error =
                    row.error(field, "'" + row.field(field) + "' is no number of degrees");
            error.initCause(e);
            throw error;
        }
        throw row.error(field, row.field(field) + " degrees; allowed are up to " + limit);
    }
}
