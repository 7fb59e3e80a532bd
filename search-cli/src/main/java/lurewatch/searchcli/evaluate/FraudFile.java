package lurewatch.searchcli.evaluate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Particular;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.learned.TrainingAd;

/// Labelled ads of the Employment Scam Aegean Dataset, or of another in the same columns: `title`,
/// `company_profile`, `description`, `requirements`, `benefits`, `fraudulent` (0 or 1), and
/// `group_id`, which is the same for ads that copy one another. Columns that say more about an ad
/// ([#FILLED], [#FLAGGED]) are read where they are; others are passed over.
///
/// @param ids by `ad_id`, or by line where there is none
/// @param origins file and line of each ad
/// @param digest SHA-256 of the file, unpacked, in hexadecimal
public record FraudFile(
        List<TrainingAd> ads, List<String> ids, List<String> origins, String digest) {
    private static final int MAX_BYTES = 256 << 20;
    private static final int LONGEST_FIELD = 4 << 20;

    /// In the order in which a board shows them.
    private static final List<String> TEXTS =
            List.of("title", "company_profile", "description", "requirements", "benefits");

    /// Columns of which an empty cell says that the ad lacks something.
    private static final Map<Particular, String> FILLED =
            new EnumMap<>(
                    Map.of(
                            Particular.EMPLOYER_PROFILE, "company_profile",
                            Particular.REQUIREMENTS, "requirements",
                            Particular.BENEFITS, "benefits",
                            Particular.SALARY, "salary_range",
                            Particular.EMPLOYMENT_TYPE, "employment_type",
                            Particular.EXPERIENCE, "required_experience",
                            Particular.EDUCATION, "required_education",
                            Particular.INDUSTRY, "industry",
                            Particular.FUNCTION, "function"));

    /// Columns of 0 and 1.
    private static final Map<Particular, String> FLAGGED =
            new EnumMap<>(
                    Map.of(
                            Particular.LOGO, "has_company_logo",
                            Particular.TELECOMMUTING, "telecommuting"));

    private static final List<String> NEEDED =
            Stream.concat(TEXTS.stream(), Stream.of("fraudulent", "group_id")).toList();

    public FraudFile {
        ads = List.copyOf(ads);
        ids = List.copyOf(ids);
        origins = List.copyOf(origins);
    }

    /// Reads all ads, plain or gzipped. A wrong row ends it, with its line.
    public static FraudFile read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = LabelledLines.stream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw LabelledLines.wrong(file, 1, "larger than " + MAX_BYTES + " bytes");
        }
        List<TrainingAd> ads = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<String> origins = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder()
                        .maxBufferSize(LONGEST_FIELD)
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        new ByteArrayInputStream(bytes),
                                        StandardCharsets.UTF_8.newDecoder()))) {
            for (NamedCsvRecord row : csv) {
                ads.add(ad(file, row));
                origins.add(file + ":" + row.getStartingLineNumber());
                ids.add(row.findField("ad_id").orElse("line " + row.getStartingLineNumber()));
            }
        } catch (CsvParseException e) {
            throw LabelledLines.wrong(file, ads.size() + 2L, "not CSV: " + e.getMessage());
        }
        return new FraudFile(ads, ids, origins, Digest.of(bytes).hex());
    }

    private static TrainingAd ad(Path file, NamedCsvRecord row) {
        for (String column : NEEDED) {
            if (row.findField(column).isEmpty()) {
                throw LabelledLines.wrong(
                        file,
                        row.getStartingLineNumber(),
                        "has no column '"
                                + column
                                + "'; needed are "
                                + NEEDED.stream().collect(Collectors.joining(", ")));
            }
        }
        boolean isFraud = flag(file, row, "fraudulent", row.getField("fraudulent"));
        String text =
                TEXTS.stream()
                        .map(row::getField)
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining("\n"));
        return new TrainingAd(row.getField("group_id"), text, particulars(file, row), isFraud);
    }

    private static Particulars particulars(Path file, NamedCsvRecord row) {
        Set<Particular> asked = EnumSet.noneOf(Particular.class);
        Set<Particular> given = EnumSet.noneOf(Particular.class);
        Map<Particular, String> said = new EnumMap<>(Particular.class);
        FILLED.forEach((particular, column) ->
                row.findField(column)
                        .ifPresent(cell -> {
                            asked.add(particular);
                            if (!cell.isBlank()) {
                                given.add(particular);
                                if (Particular.NAMED.contains(particular)) {
                                    said.put(particular, cell);
                                }
                            }
                        }));
        FLAGGED.forEach((particular, column) ->
                row.findField(column)
                        .ifPresent(cell -> {
                            asked.add(particular);
                            if (flag(file, row, column, cell)) {
                                given.add(particular);
                            }
                        }));
        return Particulars.of(asked, given).saying(said);
    }

    private static boolean flag(Path file, NamedCsvRecord row, String column, String cell) {
        if (!cell.equals("0") && !cell.equals("1")) {
            throw LabelledLines.wrong(
                    file,
                    row.getStartingLineNumber(),
                    column + " is '" + cell + "'; allowed are 0 and 1");
        }
        return cell.equals("1");
    }
}
