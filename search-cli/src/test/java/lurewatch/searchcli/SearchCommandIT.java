package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCommandIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private static Path data;

    @BeforeAll
    static void index() {
        World.ofAll().in(data);
    }

    private static Cli.Run search(Cli cli, String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "search";
        all[1] = "--data";
        all[2] = data.toString();
        System.arraycopy(args, 0, all, 3, args.length);
        return cli.run(all);
    }

    @Test
    void printsOneLinePerPostingInAPipe() {
        Cli.Run run = search(Cli.inPipe(), "캄보디아");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        "p-lure-ko 88 lure ko board 2026-10-31"
                                + " hxxps://board[.]example/ads/lure-ko TM 직원 모집\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void answersOneWhereNothingIsFound() {
        Cli.Run run = search(Cli.inPipe(), "nosuchword");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("lurewatch: nothing found\n");
    }

    @Test
    void pointsAtAMistake() {
        Cli.Run run = search(Cli.inPipe(), "캄보디아 sgnal:x");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(
                        """
                        lurewatch: unknown field 'sgnal'; did you mean 'signal'?
                          캄보디아 sgnal:x
                                   ^
                          try: 캄보디아 signal:x
                        """);
    }

    @Test
    void saysWhyAHitStandsWhereItDoes() {
        Cli.Run run = search(Cli.inPipe(), "--why", "--limit", "1", "\"free flight\" cambodia");
        assertThat(run.code()).isZero();
        assertThat(run.lines().subList(1, run.lines().size()))
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .matches("    rank .* = words .* × score 1.95 × .*"),
                        line ->
                                assertThat(line)
                                        .matches(
                                                "      words    .* = 1 \\+ .* \"free flight\""
                                                        + " \\(text\\) \\+ .* cambodia \\(text\\)"),
                        line -> assertThat(line).isEqualTo("      score    1.95 = 1 + 95/100"),
                        line -> assertThat(line).endsWith("halves every 180 days"));
        Cli.Run json = search(Cli.inPipe(), "--why", "--format", "jsonl", "cambodia");
        assertThat(json.lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("\"rank\":{\"value\":"));
        assertThat(search(Cli.inPipe(), "--why", "--format", "ids", "cambodia").code())
                .isEqualTo(2);
    }

    @Test
    void endsIdsWithNulForXargs() {
        Cli.Run ids = search(Cli.inPipe(), "--format", "ids", "-0", "cambodia context:none");
        assertThat(ids.out()).isEqualTo("p-lure-en\0");
        assertThat(search(Cli.inPipe(), "-0", "cambodia").code()).isEqualTo(2);
    }

    @Test
    void printsAnArrayOfWhatLinesOfJsonHold() throws JsonProcessingException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : search(Cli.inPipe(), "--format", "jsonl", "score>=0").lines()) {
            lines.add(JSON.readTree(line));
        }
        Cli.Run run = search(Cli.inPipe(), "--format", "json", "score>=0");
        assertThat(run.code()).isZero();
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(JSON.readTree(run.out())).containsExactlyElementsOf(lines);
        assertThat(search(Cli.inPipe(), "--format", "json", "nosuchword").out()).isEqualTo("[]\n");
    }

    @Test
    void printsRowsThatSpreadsheetsRead() {
        List<String> ids = search(Cli.inPipe(), "--format", "ids", "score>=0").lines();
        Cli.Run csv = search(Cli.inPipe(), "--format", "csv", "score>=0");
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(csv.out()).stream().toList();
        assertThat(rows).extracting(row -> row.getField("id")).containsExactlyElementsOf(ids);
        assertThat(csv.out()).endsWith("\r\n");

        Cli.Run tsv = search(Cli.inPipe(), "--format", "tsv", "score>=0");
        List<String> lines = tsv.lines();
        assertThat(lines).hasSize(ids.size() + 1);
        assertThat(lines).allMatch(line -> line.split("\t", -1).length == 21);
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.split("\t", -1)[0])
                .containsExactlyElementsOf(ids);
        assertThat(search(Cli.inPipe(), "--format", "csv", "--why", "score>=0").code())
                .isEqualTo(2);
    }

    @Test
    void findsANumberOnItsChannelAndSaysWhereItIsNot(@TempDir Path folder) {
        new World()
                .add(
                        "z",
                        "vi",
                        90,
                        Context.NONE,
                        "Việc nhẹ",
                        "Zalo 0900 000 000",
                        World.contact(ContactKind.ZALO, "+84900000000"))
                .in(folder);
        for (String query :
                List.of(
                        "zalo:0900000000",
                        "zalo:0900 000 000",
                        "(+84) 900 000 000",
                        "zalo:+84900000000")) {
            Cli.Run run =
                    Cli.inPipe().run("search", query, "--format", "ids", "--data", "" + folder);
            assertThat(run.out()).as(query).isEqualTo("p-z\n");
        }
        Cli.Run run = Cli.inPipe().run("search", "phone:+84900000000", "--data", "" + folder);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("no posting has phone:+84900000000; contact:+84900000000 finds it");
    }

    @Test
    void printsTheColumnsThatAreAskedFor() {
        assertThat(search(Cli.inPipe(), "--format", "tsv", "--fields", "score,id", "캄보디아").out())
                .isEqualTo("score\tid\n88\tp-lure-ko\n");
        Cli.Run unknown = search(Cli.inPipe(), "--format", "tsv", "--fields", "id,scores", "*");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("no 'scores'", "id, score, class");
        assertThat(search(Cli.inPipe(), "--fields", "id", "*").code()).isEqualTo(2);
        assertThat(search(Cli.inPipe(), "--format", "jsonl", "--fields", "id", "*").code())
                .isEqualTo(2);
    }

    @Test
    void printsCountsInEveryFormThatHitsHave() throws JsonProcessingException {
        String[] counts = {"--facet", "lang,class", "캄보디아", "--format"};
        assertThat(counted(counts, "csv"))
                .isEqualTo("field,value,postings\r\nlang,ko,1\r\nclass,lure,1\r\n");
        assertThat(counted(counts, "tsv"))
                .isEqualTo("field\tvalue\tpostings\nlang\tko\t1\nclass\tlure\t1\n");
        assertThat(counted(counts, "plain")).isEqualTo(counted(counts, "table"));
        assertThat(JSON.readTree(counted(counts, "json")))
                .hasSize(2)
                .first()
                .isEqualTo(JSON.readTree(counted(counts, "jsonl").split("\n", 2)[0]));
    }

    private static String counted(String[] arguments, String format) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = format;
        return search(Cli.inPipe(), all).out();
    }
}
