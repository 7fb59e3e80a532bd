package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import javax.xml.parsers.DocumentBuilderFactory;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/// Leads in a world where the first ad's handle leads to a second ad, whose number leads to a
/// third, with a board's hotline in everything and a news article that names everybody.
class PivotIT {
    private static final Contact FIRST = World.contact(ContactKind.TELEGRAM, "sample_first");
    private static final Contact SECOND = World.contact(ContactKind.PHONE, "+85500000002");
    private static final Contact THIRD = World.contact(ContactKind.LINE, "sample_third");
    private static final Contact HOTLINE = World.contact(ContactKind.PHONE, "+85500000099");

    @TempDir private static Path data;

    @BeforeAll
    static void index() {
        World world = new World();
        world.seen(Instant.parse("2026-08-02T00:00:00Z"), Instant.parse("2026-08-03T00:00:00Z"));
        ad(world.on("alpha"), "a1", FIRST, HOTLINE);
        world.seen(Instant.parse("2026-09-02T00:00:00Z"), Instant.parse("2026-10-30T00:00:00Z"));
        ad(world.on("beta"), "b1", FIRST, SECOND);
        ad(world.on("gamma"), "c1", SECOND, THIRD);
        ad(world.on("delta"), "d1", THIRD);
        world.on("news")
                .add(
                        "n1",
                        "en",
                        30,
                        Context.NEWS,
                        "Ring named",
                        "The ring used these accounts",
                        FIRST,
                        World.contact(ContactKind.TELEGRAM, "sample_other_gang"));
        ad(world.on("beta"), "b2", World.contact(ContactKind.TELEGRAM, "sample_other_gang"));
        for (int i = 0; i < 30; i++) {
            ad(world.on("alpha"), "honest" + i, HOTLINE);
        }
        world.at("https://t.me/sample_channel/2");
        ad(world.on("channel"), "t1", World.contact(ContactKind.LINE, "sample_of_post"));
        ad(world.on("gamma"), "t2", World.contact(ContactKind.LINE, "sample_of_post"));
        world.in(data);
    }

    private static void ad(World world, String name, Contact... contacts) {
        world.add(name, "en", 80, Context.NONE, "Ad " + name, "Text of " + name, contacts);
    }

    private static Cli.Run pivot(String arguments) {
        return Cli.inPipe().run(("pivot --data " + data + " " + arguments).split(" "));
    }

    @Test
    void printsLeadsForPrograms() throws JsonProcessingException {
        assertThat(pivot("@sample_first --depth 1 --format ids").lines())
                .containsExactlyInAnyOrder("p-a1", "p-b1", "p-n1");
        JsonNode all = new ObjectMapper().readTree(pivot("@sample_first --format json").out());
        assertThat(all).hasSameSizeAs(pivot("@sample_first --format jsonl").lines());
        assertThat(pivot("@sample_first --depth 1 --format tsv").lines())
                .startsWith(
                        "type\tcontact\tid\tdepth\tfrom\thub\tuncrossed\tpostings\tsites\tfirst\tlast\tscore\tclass"
                                + "\tsite\turl\ttitle")
                .anySatisfy(row -> assertThat(row).startsWith("contact\ttelegram:sample_first\t"))
                .anySatisfy(row -> assertThat(row).startsWith("posting\t\tp-a1\t"));
        assertThat(pivot("@sample_first --format csv").lines()).hasSizeGreaterThan(4);
    }

    /// It names its channel, too, of which we have nothing.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://t.me/sample_channel/2",
                "t.me/s/sample_channel/2?single",
                "hxxps://t[.]me/sample_channel/2"
            })
    void startsFromAPostThatIsPasted(String link) {
        assertThat(pivot(link).out())
                .startsWith("p-t1  80 lure en channel")
                .contains("line:sample_of_post", "p-t2");
        assertThat(Cli.inPipe().run("search", link, "--format", "ids", "--data", "" + data).out())
                .isEqualTo("p-t1\n");
        assertThat(Cli.inPipe().typing(link).run("batch", "-", "--data", "" + data).out())
                .startsWith("known   url ")
                .contains("p-t1");
        assertThat(pivot("https://t.me/sample_first/5").out()).startsWith("telegram:sample_first");
    }

    @Test
    void drawsATreeAndSaysWhatItDidNotCross() {
        Cli.Run run = pivot("@sample_first");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        """
                        telegram:sample_first  3 postings on 3 sites (alpha 1, beta 1, news 1), seen 2026-08-02..2026-10-30
                        ├─ p-a1  80 lure en alpha 2026-08-02..2026-08-03  Ad a1
                        │  └─ phone:+85500000099  31 postings on 1 site (alpha 31), seen 2026-08-02..2026-10-30  [hub: in 31 of the 31 postings of alpha: the site's own]
                        ├─ p-b1  80 lure en beta 2026-09-02..2026-10-30  Ad b1
                        │  └─ phone:+85500000002  2 postings on 2 sites (beta 1, gamma 1), seen 2026-09-02..2026-10-30
                        │     └─ p-c1  80 lure en gamma 2026-09-02..2026-10-30  Ad c1
                        │        └─ line:sample_third  2 postings on 2 sites (delta 1, gamma 1), seen 2026-09-02..2026-10-30
                        └─ p-n1  30 review en news 2026-09-02..2026-10-30  Ring named  [news: names other people's contacts]
                        """);
        assertThat(run.err())
                .isEqualTo(
                        """
                        lurewatch: not crossed: phone:+85500000099 (in 31 of the 31 postings of alpha: the site's own)
                        lurewatch: 4 postings on 4 sites, 4 contacts
                        """);
    }

    /// What is found by how far one may go.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    @sample_first --depth 1                 | p-a1 p-b1 p-n1
                    @sample_first --depth 3                 | p-a1 p-b1 p-n1 p-c1 p-d1
                    @sample_first --via telegram            | p-a1 p-b1 p-n1
                    @sample_first --via phone --depth 6     | p-a1 p-b1 p-n1 p-c1
                    @sample_first --since 2026-09           | p-b1 p-n1 p-c1
                    line:sample_third                       | p-c1 p-d1 p-b1
                    +85500000002 --depth 1                  | p-b1 p-c1
                    https://beta.example/ads/b1 --depth 1   | p-b1 p-c1 p-a1 p-n1
                    id:p-d1 --depth 1                       | p-d1 p-c1
                    id:p-n1 --depth 6                       | p-n1
                    """)
    void reachesExactly(String arguments, String postings) {
        Cli.Run run = pivot(arguments + " --format jsonl");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(
                        run.lines().stream()
                                .map(PivotIT::read)
                                .filter(line -> line.path("type").asText().equals("posting"))
                                .map(line -> line.path("id").asText()))
                .containsExactly(postings.split(" "));
        assertThat(pivot(arguments + " --format jsonl").out()).isEqualTo(run.out());
    }

    @Test
    void crossesAHubThatItStartsFrom() {
        Cli.Run run = pivot("+85500000099 --depth 1 --format jsonl");
        assertThat(run.lines().stream().filter(line -> line.contains("\"type\":\"posting\"")))
                .hasSize(31);
    }

    @Test
    void callsWhatIsTooCommonAHub() {
        assertThat(pivot("@sample_first --max-degree 1").err())
                .contains("phone:+85500000002 (2 postings, more than --max-degree 1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphml", "gexf"})
    void writesWellFormedXml(String format) throws Exception {
        Cli.Run run = pivot("@sample_first --format " + format);
        Document xml =
                DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        run.out().getBytes(StandardCharsets.UTF_8)));
        assertThat(xml.getElementsByTagNameNS("*", "node").getLength()).isEqualTo(8);
        assertThat(xml.getElementsByTagNameNS("*", "edge").getLength()).isEqualTo(7);
    }

    @Test
    void drawsForGraphviz() {
        Cli.Run run = pivot("@sample_first --format dot");
        assertThat(run.out()).startsWith("graph leads {\n").endsWith("}\n");
        assertThat(run.out()).contains("\"telegram:sample_first\" -- \"p-a1\";\n");
        assertThat(run.lines().stream().filter(line -> line.contains(" -- "))).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    @nobody_at_all               | 1 | nothing found
                    @sample_first --depth 0      | 2 | --depth is 1 to 6
                    @sample_first --via pigeon   | 2 | no contact kind 'pigeon'
                    @sample_first --since never  | 2 | --since: 'never' is no time
                    nosuch:x                     | 2 | unknown field 'nosuch'
                    """)
    void saysWhatIsWrong(String arguments, int code, String message) {
        Cli.Run run = pivot(arguments);
        assertThat(run.err()).contains(message);
        assertThat(run.code()).isEqualTo(code);
    }

    private static JsonNode read(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
