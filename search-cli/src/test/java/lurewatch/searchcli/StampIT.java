package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Time stamps: asked for, checked, handed on, and checked again by somebody else's program.
class StampIT {
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    @TempDir private static Path made;
    @TempDir private Path root;

    private static final TimeStampAuthority ONE = new TimeStampAuthority(NOW);
    private static final TimeStampAuthority FOREIGN = new TimeStampAuthority(NOW);

    private Path data = Path.of("");
    private Path config = Path.of("");

    @BeforeAll
    static void make() throws IOException {
        World.ofAll().archivedIn(made, "p-lure-en");
        assertThat(Cli.inPipe().run("key", "new", "--data", made.toString()).code()).isZero();
    }

    @AfterAll
    static void close() {
        ONE.close();
        FOREIGN.close();
    }

    @BeforeEach
    void copy() throws IOException {
        data = Folders.copy(made, root.resolve("data"));
        config = Folders.copy(Folders.shippedConfig(), root.resolve("config"));
        Files.writeString(config.resolve("one.pem"), ONE.pem());
    }

    /// Names authorities by how they answer.
    private void ask(String allowed, Map<String, String> urls) throws IOException {
        StringBuilder yaml =
                new StringBuilder(
                        "longest_wait: 3s\nallow_cidr: [" + allowed + "]\nauthorities:\n");
        urls.forEach((name, url) ->
                yaml.append("  - name: ")
                        .append(name)
                        .append("\n    url: ")
                        .append(url)
                        .append("\n    certificate: one.pem\n"));
        Files.writeString(config.resolve("timestamps.yaml"), yaml);
    }

    private Cli.Run cli(String... args) {
        return Cli.inPipe().run(with(args));
    }

    private Cli.Run crawler(String... args) {
        return Cli.inPipe().crawler(with(args));
    }

    private String[] with(String... args) {
        return Stream.concat(
                        Stream.of(args),
                        Stream.of("--data", data.toString(), "--config", config.toString()))
                .toArray(String[]::new);
    }

    private Cli.Run stamp() {
        Cli.Run first = cli("stamp");
        return first.code() == 99 ? crawler("stamp") : first;
    }

    private static void ok(Cli.Run run) {
        assertThat(run.code()).as(run.err() + run.out()).isZero();
    }

    private Path export(String name) {
        return Packs.made(data, root.resolve(name), "opencti", "--config", config.toString());
    }

    private List<String> stamps() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("stamps"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aPackCarriesAStampThatOpensslAccepts() throws Exception {
        ask("127.0.0.0/8", Map.of("one", ONE.url("good")));
        Cli.Run stamped = stamp();
        ok(stamped);
        assertThat(stamped.out()).contains("one stamped ", "at 2026-11-28T08:00:00Z");
        assertThat(cli("stamp").code()).isEqualTo(1); // nothing new
        assertThat(cli("stamp", "--list").out()).contains("stamped by one at 2026-11-28T08:00:00Z");
        Cli.Run verify = cli("verify");
        ok(verify);
        assertThat(verify.out()).contains("stamped by one at 2026-11-28T08:00:00Z");

        Path pack = export("pack");
        Cli.Run checked = cli("verify", pack.toString());
        ok(checked);
        assertThat(checked.out())
                .contains(
                        "time-stamped by one at 2026-11-28T08:00:00Z: ",
                        "captures were there by then")
                .doesNotContain("ask one whether");
        Cli.Run stranger =
                Cli.inPipe()
                        .run(
                                "verify",
                                pack.toString(),
                                "--data",
                                root.resolve("none").toString(),
                                "--config",
                                root.resolve("none").toString());
        ok(stranger);
        assertThat(stranger.out()).contains("ask one whether stamped-one.pem is theirs");

        String said = Packs.instructionsRun(pack);
        assertThat(said)
                .contains(
                        "Verification: OK",
                        "Time stamp: Nov 28 08:00:00 2026 GMT",
                        "c1 there by then")
                .doesNotContain("IS NOT", "Verification: FAILED");
        assertThat(said.lines().filter(line -> line.endsWith("there by then")))
                .hasSize(Files.readAllLines(pack.resolve("custody/stamped-proofs.txt")).size());

        Path text = pack.resolve("custody/stamped.txt");
        Files.writeString(text, Files.readString(text).replaceFirst("size 1", "size 2"));
        assertThat(Packs.instructionsRun(pack)).contains("Verification: FAILED");
    }

    @Test
    void takesNoAnswerThatIsNotOneAndAsksAgain() throws IOException {
        Map<String, String> hostile = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        words.put("other-number", "does not fit the request");
        words.put("no-number", "does not fit the request");
        words.put("other-digest", "does not fit the request");
        words.put("refused", "no stamp was granted");
        words.put("garbage", "no answer of a time-stamping authority");
        words.put("trailing", "something follows the answer");
        words.put("oversized", "longer than 65536 bytes");
        words.put("broken", "it answered 500");
        words.put("silent", "");
        words.keySet().forEach(how -> hostile.put(how, ONE.url(how)));
        hostile.put("foreign", FOREIGN.url("good"));
        words.put("foreign", "not signed by whom the certificate vouches for");
        hostile.put("nobody", "http://127.0.0.1:1/");
        words.put("nobody", "");
        ask("127.0.0.0/8", hostile);
        Cli.Run run = stamp();
        assertThat(run.code()).isEqualTo(6);
        assertThat(run.out()).isEmpty();
        words.forEach((how, why) ->
                assertThat(run.err().lines())
                        .as(how + " in " + run.err())
                        .anyMatch(line -> line.contains(how + ": ") && line.contains(why)));
        assertThat(run.err()).contains("11 requests wait");
        assertThat(stamps()).noneMatch(name -> name.endsWith(".tsr"));
        assertThat(cli("verify").out()).contains("11 requests for time stamps wait");
        assertThat(export("before").resolve("custody/stamped.txt")).doesNotExist();

        // They are well again: the same requests go out, and none has to be made anew.
        List<String> before = new ArrayList<>(stamps());
        hostile.replaceAll((_, _) -> ONE.url("good"));
        ask("127.0.0.0/8", hostile);
        ok(stamp());
        assertThat(stamps()).containsAll(before).hasSize(before.size() + 2 * hostile.size());
        ok(cli("verify"));
    }

    @Test
    void goesNowhereThatIsNotAllowed() throws IOException {
        ask("", Map.of("one", ONE.url("good")));
        Cli.Run run = stamp();
        assertThat(run.code()).isEqualTo(6);
        assertThat(run.err()).contains("allow_cidr of timestamps.yaml may allow it");
        Files.delete(config.resolve("timestamps.yaml"));
        Cli.Run none = stamp();
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("no authority is named");
    }

    @Test
    void findsStampsThatWereTamperedWith() throws IOException {
        ask("127.0.0.0/8", Map.of("one", ONE.url("good")));
        ok(stamp());
        Path pack = export("pack");
        Path token = pack.resolve("custody/stamped-one.tsr");
        Path pem = pack.resolve("custody/stamped-one.pem");
        byte[] whole = Files.readAllBytes(token);
        for (int at = 0; at < whole.length; at += whole.length / 40) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x10;
            Files.write(token, flipped);
            assertThat(cli("verify", pack.toString()).code()).as("byte " + at).isEqualTo(4);
        }
        Files.write(token, whole);
        ok(cli("verify", pack.toString()));
        Files.writeString(pem, FOREIGN.pem());
        assertThat(cli("verify", pack.toString()).out()).contains("is no stamp of it");

        // In the data directory: a token, and a ledger that does not begin as it did.
        Path stored =
                data.resolve("stamps")
                        .resolve(
                                stamps().stream()
                                        .filter(n -> n.endsWith(".tsr"))
                                        .findFirst()
                                        .orElseThrow());
        byte[] good = Files.readAllBytes(stored);
        byte[] bad = good.clone();
        bad[bad.length - 20] ^= 1;
        Files.write(stored, bad);
        Cli.Run run = cli("verify");
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).contains("is no stamp of it");
        Files.write(stored, good);
        Path ledger = data.resolve("archive/ledger.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(ledger));
        lines.removeFirst();
        Files.write(ledger, lines);
        assertThat(cli("verify").out()).contains("does not begin with the lines that checkpoint-");
    }
}
