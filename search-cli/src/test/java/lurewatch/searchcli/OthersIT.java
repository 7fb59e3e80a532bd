package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What programs of others make of a pack, where they are: LibreOffice on the path, and npm's
/// warcio where `lurewatch.warcio` names it. `.ci/validators` brings what can be brought.
class OthersIT {
    private static final String CSV =
            "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

    @TempDir private Path data;
    @TempDir private Path out;

    static Optional<Path> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /// Opened and saved by it, tables hold the same rows, cell by cell.
    @Test
    void libreOfficeReadsTablesAsTheyWereWritten() throws Exception {
        Path office = program("soffice").orElse(null);
        assumeTrue(office != null, "no LibreOffice on this machine");
        World.ofAll().in(data);
        Path tables =
                Packs.made(data, out.resolve("pack"), "korean-police", "--format", "csv,xlsx")
                        .resolve("data");
        List<String> command =
                List.of(
                        office.toString(),
                        "-env:UserInstallation=" + out.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "csv:" + CSV,
                        "--outdir");
        List<String> book = new ArrayList<>(command);
        book.addAll(
                List.of(out.resolve("book").toString(), tables.resolve("hits.xlsx").toString()));
        run(book);
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(tables.resolve("hits.xlsx").toFile())) {
            List<Sheet> sheets = workbook.getSheets().toList();
            assertThat(sheets).hasSize(2);
            for (Sheet sheet : sheets) {
                assertThat(rows(out.resolve("book/hits-" + sheet.getName() + ".csv")))
                        .isEqualTo(rows(sheet));
            }
        }
        for (String name : List.of("hits", "hits.contacts")) {
            List<String> table = new ArrayList<>(command);
            table.add(1, "--infilter=CSV:44,34,76,1,,0,true,false");
            table.addAll(
                    List.of(
                            out.resolve(name).toString(),
                            tables.resolve(name + ".csv").toString()));
            run(table);
            try (Stream<Path> saved = Files.list(out.resolve(name))) {
                assertThat(rows(saved.findFirst().orElseThrow()))
                        .isEqualTo(rows(tables.resolve(name + ".csv")));
            }
        }
    }

    private static List<List<String>> rows(Path csv) throws IOException {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(csv)) {
            return reader.stream().map(row -> row.getFields().stream().toList()).toList();
        }
    }

    private static List<List<String>> rows(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.map(row ->
                            row.stream().map(cell -> cell == null ? "" : cell.getText()).toList())
                    .toList();
        }
    }

    /// The records that it finds are those of our index, at the same places.
    @Test
    void warcioFindsTheRecordsOfAWebArchiveWhereItsIndexSaysTheyAre() throws Exception {
        Path npm = npm();
        World.ofAll().archivedIn(data);
        Path pack = Packs.made(data, out.resolve("pack"), "korean-police", "--format", "wacz");
        Path warc = out.resolve("captures.warc.gz");
        List<String> ours = new ArrayList<>();
        try (ZipFile wacz = new ZipFile(pack.resolve("data/captures.wacz").toFile())) {
            ZipEntry records =
                    wacz.stream()
                            .filter(entry -> entry.getName().endsWith(".warc.gz"))
                            .findFirst()
                            .orElseThrow();
            Files.copy(wacz.getInputStream(records), warc);
            try (GZIPInputStream index =
                    new GZIPInputStream(
                            wacz.getInputStream(wacz.getEntry("indexes/index.cdx.gz")))) {
                new String(index.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("!"))
                        .map(OthersIT::placeOf)
                        .forEach(ours::add);
            }
        }
        List<String> theirs =
                run(List.of(
                                "node",
                                npm.resolve("node_modules/warcio/dist/cli.js").toString(),
                                "cdx-index",
                                warc.toString()))
                        .lines()
                        .map(OthersIT::placeOf)
                        .toList();
        assertThat(theirs).hasSizeGreaterThan(5).containsExactlyInAnyOrderElementsOf(ours);
    }

    /// As many nodes and edges as were said, each node with its label.
    @Test
    void othersReadGraphsAsTheyWereDrawn() throws Exception {
        Path npm = npm();
        World.ofAll()
                .add(
                        "second",
                        "th",
                        90,
                        Context.NONE,
                        "แอดมิน \"<&>\"",
                        "Free flight",
                        World.contact(ContactKind.TELEGRAM, "hr_lucky88"))
                .in(data);
        for (String format : List.of("graphml", "gexf")) {
            Path graph = Files.writeString(out.resolve("graph." + format), pivot(format));
            Path script =
                    Files.writeString(
                            npm.resolve("read-" + format + ".mjs"),
                            """
                            import Graph from "graphology";
                            import { parse } from "graphology-%s";
                            import { readFileSync } from "node:fs";
                            const graph = parse(Graph, readFileSync(process.argv[2], "utf8"));
                            console.log(graph.order + " " + graph.size);
                            graph.forEachNode((node, its) => console.log(its.label));
                            """
                                    .formatted(format));
            assertThat(run(List.of("node", script.toString(), graph.toString())).lines())
                    .as(format)
                    .containsExactlyInAnyOrder(
                            "4 3",
                            "telegram:hr_lucky88",
                            "Customer service, Sihanoukville",
                            "แอดมิน \"<&>\"",
                            "phone:+855961234567");
        }
    }

    @Test
    void graphvizDrawsAGraphAsItWasWritten() throws Exception {
        Path dot = program("dot").orElse(null);
        assumeTrue(dot != null, "no Graphviz on this machine");
        World.ofAll().in(data);
        Path graph = Files.writeString(out.resolve("graph.dot"), pivot("dot"));
        assertThat(run(List.of(dot.toString(), "-Tplain", graph.toString())).lines())
                .filteredOn(line -> line.startsWith("node ") || line.startsWith("edge "))
                .hasSize(5);
    }

    private String pivot(String format) {
        Cli.Run run =
                Cli.inPipe()
                        .run(
                                "pivot",
                                "@hr_lucky88",
                                "--format",
                                format,
                                "--data",
                                data.toString(),
                                "--config",
                                Folders.shippedConfig().toString());
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    private static Path npm() {
        String folder = System.getProperty("lurewatch.npm", "");
        assumeTrue(!folder.isEmpty(), "no packages of npm: .ci/validators brings them");
        return Path.of(folder);
    }

    private static String placeOf(String line) {
        try {
            JsonNode json = new ObjectMapper().readTree(line.substring(line.indexOf('{')));
            return json.path("url").asText()
                    + " "
                    + json.path("offset").asText()
                    + " "
                    + json.path("length").asText()
                    + " "
                    + json.path("status").asText();
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
