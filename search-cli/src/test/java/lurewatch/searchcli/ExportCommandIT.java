package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandIT {
    @TempDir private static Path data;
    @TempDir private Path out;

    @BeforeAll
    static void index() {
        World.ofAll().in(data);
    }

    private static Cli.Run export(String query, String format, Path file, String... more) {
        List<String> args = new ArrayList<>(List.of("export", query, "--data", data.toString()));
        args.addAll(List.of("--format", format, "--out", file.toString()));
        args.addAll(List.of(more));
        return Cli.inPipe().run(args.toArray(String[]::new));
    }

    private static List<CsvRecord> rows(Path file) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            return csv.stream().toList();
        }
    }

    @Test
    void writesTheSamePostingsInEveryFormat() throws IOException {
        Path csv = out.resolve("hits.csv");
        Path jsonl = out.resolve("hits.jsonl");
        assertThat(export("*", "csv", csv).code()).isZero();
        assertThat(export("*", "jsonl", jsonl).code()).isZero();
        List<String> fromCsv = rows(csv).stream().skip(1).map(row -> row.getField(0)).toList();
        List<String> fromJson = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : Files.readAllLines(jsonl)) {
            JsonNode object = mapper.readTree(line);
            assertThat(object.path("v").asInt()).isEqualTo(1);
            fromJson.add(object.path("id").asText());
        }
        assertThat(fromCsv)
                .isEqualTo(fromJson)
                .containsExactly("p-lure-en", "p-lure-ko", "p-formula", "p-hostile");
    }

    /// Who has learned one table knows the other.
    @Test
    void beginsItsRowsAsSearchDoes() throws IOException {
        Path csv = out.resolve("hits.csv");
        assertThat(export("*", "csv", csv).code()).isZero();
        String printed =
                Cli.inPipe().run("search", "*", "--format", "csv", "--data", data.toString()).out();
        Map<String, List<String>> searched = new HashMap<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(printed)) {
            rows.forEach(row -> searched.put(row.getField(0), row.getFields()));
        }
        // The index of this world has seen its postings a day before the facts have.
        int day = searched.get("id").indexOf("first_seen");
        assertThat(rows(csv))
                .hasSize(5)
                .allSatisfy(row -> {
                    List<String> same = new ArrayList<>(searched.get(row.getField(0)));
                    List<String> cells =
                            new ArrayList<>(row.getFields().subList(0, same.size() - 3));
                    same.remove(day);
                    cells.remove(day);
                    assertThat(cells).isEqualTo(same.subList(0, same.size() - 3));
                });
        assertThat(searched.get("id"))
                .endsWith("versions", "campaign", "campaign_postings", "labels");
    }

    @Test
    void saysWhatItWouldWriteWithoutAPlaceToWriteTo() throws IOException {
        Cli.Run run =
                Cli.inPipe().run("export", "free flight", "--dry-run", "--data", data.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("would write 3 postings\n")
                .contains("  postings   p-hostile p-lure-en p-formula", "left out, 2:", "p-victim");
        Path file = Files.writeString(out.resolve("hits.csv"), "mine");
        assertThat(export("*", "csv", file, "--dry-run").code()).isEqualTo(2);
        assertThat(export("*", "csv", file, "--dry-run", "--force").out())
                .startsWith("would write 4 postings to " + file);
        assertThat(export("*", "csv", out.resolve("no/hits.csv"), "--dry-run").code()).isEqualTo(3);
        assertThat(export("*", "xlsx", file, "--dry-run").code()).isEqualTo(2);
        assertThat(file).hasContent("mine");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).containsExactly(file);
        }
        Cli.Run placeless =
                Cli.inPipe().run("export", "*", "--format", "csv", "--data", data.toString());
        assertThat(placeless.code()).isEqualTo(2);
        assertThat(placeless.err()).contains("--out PATH");
    }

    @Test
    void leavesOutWhatIsNoSuspectAndSaysSo() throws IOException {
        Path file = out.resolve("hits.csv");
        Cli.Run run = export("free flight", "csv", file);
        assertThat(run.err()).contains("2 left out: warnings, news and reports of victims");
        assertThat(Files.readString(file)).doesNotContain("p-victim", "p-warning", "+66812345678");
        assertThat(Files.readString(out.resolve("hits.contacts.csv")))
                .doesNotContain("+66812345678");
    }

    @Test
    void refusesAListOfVictims() {
        Path file = out.resolve("victims.csv");
        Cli.Run run = export("context:victim_report", "csv", file);
        assertThat(run.code()).isEqualTo(5);
        assertThat(file).doesNotExist();
    }

    @Test
    void writesNoCellThatStartsAFormula() throws IOException {
        Path file = out.resolve("hits.csv");
        Cli.Run run = export("*", "csv", file);
        assertThat(run.err()).contains("would have been formulas");
        for (Path written : List.of(file, out.resolve("hits.contacts.csv"))) {
            for (CsvRecord row : rows(written)) {
                assertThat(row.getFields())
                        .noneMatch(cell -> cell.matches("(?s)^[\\s\"]*[=+\\-@].*"));
            }
        }
        assertThat(Files.readString(file))
                .contains("https://t.me/hr_lucky88 tel:+855961234567")
                .doesNotContain("\u001b", "\u009b", "\u202e");
        assertThat(Files.readString(file).lines().findFirst())
                .hasValueSatisfying(h -> assertThat(h).startsWith("id,score,"));
    }

    @Test
    void replacesAFileOnlyIfTold() throws IOException {
        Path file = Files.writeString(out.resolve("hits.jsonl"), "mine");
        assertThat(export("*", "jsonl", file).code()).isEqualTo(2);
        assertThat(Files.readString(file)).isEqualTo("mine");
        assertThat(export("*", "jsonl", file, "--force").code()).isZero();
        assertThat(Files.readString(file)).startsWith("{\"v\":1,");
    }

    @Test
    void writesNothingWhereNothingIsFoundAndLeavesNoDraftBehind() throws IOException {
        assertThat(export("nosuchword", "csv", out.resolve("none.csv")).code()).isEqualTo(1);
        assertThat(export("*", "csv", out.resolve("no/such/dir.csv")).code()).isEqualTo(3);
        assertThat(export("free", "csv", out.resolve("hits.csv"), "--bom").code()).isZero();
        assertThat(Files.readString(out.resolve("hits.csv"))).startsWith("\uFEFFid,");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("hits.csv", "hits.contacts.csv");
        }
    }
}
