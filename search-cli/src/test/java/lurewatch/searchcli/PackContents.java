package lurewatch.searchcli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.Jsoup;

/// What a pack's files hold, by readers that the writers did not use.
final class PackContents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PackContents() {}

    /// The ids of the postings in one of a pack's main files, in its order.
    static List<String> ids(Path file) throws IOException {
        return switch (String.valueOf(file.getFileName())) {
            case "hits.jsonl" -> lines(file, "id");
            case "hits.csv" -> firstColumn(file);
            case "hits.xlsx" -> sheet(file, 0);
            case "stix-bundle.json" -> stix(file);
            case "misp-event.json" -> misp(file);
            case "entities.ftm.json" -> ftm(file);
            case "dossier.html" -> sections(file);
            default -> throw new IllegalArgumentException("no reader for " + file);
        };
    }

    static List<String> stix(Path file) throws IOException {
        return postingsOf(JSON.readTree(Files.readString(file)));
    }

    static List<String> postingsOf(JsonNode bundle) {
        return bundle.path("objects")
                .valueStream()
                .flatMap(object -> object.path("extensions").valueStream())
                .filter(extension -> extension.has("posting_id"))
                .map(extension -> extension.path("posting_id").asText())
                .toList();
    }

    private static List<String> misp(Path file) throws IOException {
        return JSON.readTree(Files.readString(file))
                .path("Event")
                .path("Object")
                .valueStream()
                .filter(object -> object.path("name").asText().equals("annotation"))
                .map(object -> object.path("comment").asText())
                .toList();
    }

    private static List<String> ftm(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode entity = JSON.readTree(line);
            if (entity.path("id").asText().startsWith("lurewatch-")) {
                found.add(entity.path("properties").path("fileName").path(0).asText());
            }
        }
        return found;
    }

    /// A member of each line's object.
    static List<String> lines(Path file, String member) throws IOException {
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            found.add(JSON.readTree(line).path(member).asText());
        }
        return found;
    }

    static List<String> firstColumn(Path file) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            return csv.stream().skip(1).map(row -> row.getField(0)).toList();
        }
    }

    static List<String> sections(Path dossier) throws IOException {
        return Jsoup.parse(Files.readString(dossier)).select(".posting").eachAttr("id");
    }

    /// The first column of a workbook's sheet, without its head.
    static List<String> sheet(Path file, int index) throws IOException {
        return column(file, index, 0);
    }

    /// A column of a workbook's sheet, without its head.
    static List<String> column(Path file, int index, int column) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getSheet(index).orElseThrow().openStream()) {
            return rows.skip(1).map(row -> row.getCellAsString(column).orElse("")).toList();
        }
    }

    /// Everything in a pack as text, workbooks unpacked.
    static String textOf(Path pack) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(pack)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".xlsx")) {
                    unpack(file, text);
                } else {
                    text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
        }
        return text.toString();
    }

    private static void unpack(Path file, StringBuilder text) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                text.append(
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }
}
