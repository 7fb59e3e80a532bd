package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.Digest;
import lurewatch.searchcli.casework.Cases;
import lurewatch.searchcli.casework.EventLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseworkIT {
    @TempDir private Path data;
    @TempDir private Path other;
    @TempDir private Path out;

    @BeforeEach
    void fill() {
        World.ofAll().in(data);
        World.ofAll().in(other);
    }

    private Cli.Run as(String analyst, Path where, String typed, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", where.toString()));
        return Cli.inPipe()
                .with("LUREWATCH_ANALYST", analyst)
                .typing(typed)
                .run(all.toArray(String[]::new));
    }

    private Cli.Run anna(String... args) {
        return as("anna", data, "", args);
    }

    private String newCase(String title) {
        Cli.Run run = anna("case", "new", title);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).matches("c[0-9a-f]{6}\n");
        return run.out().strip();
    }

    @Test
    void takesPostingsFromASearchAndShowsThemWithLabelsAndNotes() {
        String id = newCase("Desks \u001b[31m in \u202eSihanoukville");
        String found = anna("search", "class:lure", "--format", "ids").out();
        Cli.Run add = as("anna", data, found, "case", "add", id.substring(0, 4), "-");
        assertThat(add.code()).as(add.err()).isZero();
        assertThat(add.err()).contains("4 put into " + id);
        assertThat(as("anna", data, found, "case", "add", id, "-").code()).isEqualTo(1);
        assertThat(anna("case", "note", id, "same desk\u001b[2J", "--on", "p-lure-en").code())
                .isZero();
        assertThat(as("bert", data, "long\nnote\n", "case", "note", id, "-").code()).isZero();
        assertThat(anna("case", "tag", id, "tm", "kr").code()).isZero();
        assertThat(anna("case", "tag", id, "kr", "--off").code()).isZero();
        assertThat(anna("label", "p-lure-ko", "--as", "unsure", "--reason", "ask").code()).isZero();
        Cli.Run show = anna("case", "show", id);
        assertThat(show.out())
                .contains("#tm", "Postings: 4, 4 unread", "p-lure-ko", "[unsure anna]")
                .contains("same desk<U+001B>[2J", "bert", "      note", "on p-lure-en")
                .doesNotContain("\u001b", "\u202e", "#kr");
        assertThat(anna("show", "p-lure-en").out())
                .contains("Casework", "case      " + id, "same desk<U+001B>");
        assertThat(anna("show", "p-lure-ko", "--format", "jsonl").out())
                .contains("\"labels\":[{\"label\":\"unsure\"", "\"cases\":[\"" + id + "\"]");
        assertThat(anna("case", "list").out()).contains(id, "4 postings, 4 unread, 2 notes", "#tm");
        assertThat(anna("case", "show", id, "--ids").lines()).hasSize(4);
    }

    @Test
    void keepsAQueueForEachAnalyst() {
        String id = newCase("queue");
        anna("case", "add", id, "p-lure-en", "p-lure-ko");
        assertThat(anna("case", "next", id).out()).isEqualTo("p-lure-en\n");
        assertThat(anna("case", "next", id, "--read").out()).isEqualTo("p-lure-en\n");
        assertThat(anna("case", "next", id, "--read").out()).isEqualTo("p-lure-ko\n");
        assertThat(anna("case", "next", id).code()).isEqualTo(1);
        assertThat(as("bert", data, "", "case", "next", id, "--list").lines())
                .containsExactly("p-lure-en", "p-lure-ko");
    }

    @Test
    void keepsTheHistoryOfWhatIsTakenBack() {
        String id = newCase("history");
        anna("case", "add", id, "p-lure-en", "p-lure-ko");
        assertThat(anna("case", "remove", id, "p-lure-ko", "--reason", "wrong desk").code())
                .isZero();
        assertThat(anna("case", "remove", id, "p-lure-ko", "--reason", "again").code())
                .isEqualTo(1);
        assertThat(anna("case", "close", id, "--reason", "handed on").code()).isZero();
        assertThat(anna("case", "close", id, "--reason", "handed on").code()).isEqualTo(1);
        assertThat(anna("case", "add", id, "p-formula").code()).isEqualTo(5);
        assertThat(anna("case", "list").code()).isEqualTo(1);
        assertThat(anna("case", "list", "--all").out()).contains("closed");
        assertThat(anna("case", "reopen", id, "--reason", "more came").code()).isZero();
        assertThat(anna("case", "log", id).out())
                .contains("case.opened", "case.added", "case.removed", "wrong desk", "case.closed")
                .contains("case.reopened", "anna");
        assertThat(anna("case", "show", id, "--ids").out()).isEqualTo("p-lure-en\n");
    }

    @Test
    void refusesWhatIsNotThere() {
        String id = newCase("x");
        assertThat(anna("case", "add", id, "p-none").err()).contains("no posting 'p-none'");
        assertThat(anna("case", "add", id, "p-lure").err()).contains("begins several ids");
        assertThat(anna("case", "add", "c-none", "p-lure-en").err()).contains("no case 'c-none'");
        assertThat(anna("case", "new", "  ").code()).isEqualTo(2);
        assertThat(anna("case", "tag", id, "a b").code()).isEqualTo(2);
        assertThat(anna("case").code()).isEqualTo(2);
        assertThat(as("anna", data, "not an id\n", "case", "add", id, "-").err())
                .contains("standard input: line 1 is no id");
        assertThat(anna("case", "show", id).out()).contains("Postings: 0");
        assertThat(anna("label", "p-lure-en", "--as", "guilty", "--reason", "x").code())
                .isEqualTo(2);
        assertThat(anna("label", "p-lure-en", "--as", "lure").code()).isEqualTo(2);
    }

    /// One that was erased, or that a colleague's desk has.
    @Test
    void aPostingThatIsNotKnownHereKeepsNoCaseFromBeingHandedOn() {
        String id = newCase("x");
        anna("case", "add", id, "p-lure-en");
        try (EventLog log = EventLog.openToWrite(data, "anna", InstantSource.system())) {
            new Cases(log).add(id, List.of("p0123456789abcdef"));
        }
        assertThat(anna("case", "show", id).out()).contains("p0123456789abcdef  not known here");
        Path list = out.resolve("list.csv");
        Cli.Run export = anna("export", "--case", id, "--format", "csv", "--out", list.toString());
        assertThat(export.code()).as(export.err()).isZero();
        assertThat(export.err())
                .contains("left out, not known here (any more): 1 posting of the case")
                .contains("1 posting written");
    }

    @Test
    void findsByTheTagOfACase() {
        String tagged = newCase("tagged");
        anna("case", "add", tagged, "p-lure-en");
        anna("case", "tag", tagged, "Sihanoukville");
        anna("case", "add", newCase("other"), "p-lure-ko");
        assertThat(anna("search", "tag:sihanoukville", "--format", "ids").out())
                .isEqualTo("p-lure-en\n");
        assertThat(anna("search", "tag:*", "--format", "ids").out()).isEqualTo("p-lure-en\n");
        assertThat(anna("search", "case:* -tag:*", "--format", "ids").out())
                .isEqualTo("p-lure-ko\n");
        assertThat(anna("search", "tag:bavet").err()).contains("no case has the tag 'bavet'", "^");
        anna("case", "tag", tagged, "--off", "Sihanoukville");
        assertThat(anna("search", "tag:sihanoukville").code()).isEqualTo(2);
    }

    @Test
    void findsByLabelAndCase() {
        String id = newCase("found");
        anna("case", "add", id, "p-lure-en");
        anna("label", "p-lure-ko", "--as", "benign", "--reason", "licensed");
        assertThat(anna("search", "label:benign", "--format", "ids").out())
                .isEqualTo("p-lure-ko\n");
        assertThat(anna("search", "case:" + id, "--format", "ids").out()).isEqualTo("p-lure-en\n");
        assertThat(anna("search", "class:lure -label:* -case:*", "--format", "ids").lines())
                .containsExactlyInAnyOrder("p-formula", "p-hostile");
        assertThat(anna("search", "label:benign").out()).contains("[benign anna]");
        assertThat(anna("search", "label:guilty").err()).contains("is no label", "^");
        assertThat(anna("search", "case:zzz").err()).contains("there is no case 'zzz'");
        assertThat(anna("search", "label:benign", "--format", "jsonl").out())
                .contains("\"labels\":[{\"label\":\"benign\",\"analyst\":\"anna\"");
    }

    @Test
    void letsTheLabelThatProtectsCountUntilItIsLifted() {
        anna("label", "p-lure-en", "--as", "benign", "--reason", "licensed");
        as("bert", data, "", "label", "p-lure-en", "--as", "lure", "--reason", "seen before");
        assertThat(anna("label", "list", "--disputed").lines()).hasSize(2);
        assertThat(exported("disputed").err()).contains("1 left out: an analyst labelled it");
        anna("label", "p-lure-en", "--as", "lure", "--reason", "I was wrong");
        assertThat(anna("label", "list", "--disputed").code()).isEqualTo(1);
        assertThat(exported("agreed").err()).doesNotContain("labelled");
        anna("label", "p-lure-en", "--as", "victim", "--reason", "his brother wrote it");
        assertThat(exported("victim").err()).contains("1 left out: an analyst labelled it");
        assertThat(anna("label", "lift", "p-lure-en", "--reason", "no").err())
                .contains("labels of 1 posting lifted");
        assertThat(anna("label", "lift", "p-lure-en", "--reason", "no").code()).isEqualTo(1);
        assertThat(anna("label", "list").code()).isEqualTo(1);
        assertThat(exported("lifted").err()).doesNotContain("labelled");
    }

    private Cli.Run exported(String name) {
        return anna("export", "class:lure", "--format", "jsonl", "--out", out + "/" + name);
    }

    @Test
    void handsACaseOnWithoutWhatIsLabelledOtherwise() throws IOException {
        String id = newCase("to hand on");
        anna("case", "add", id, "p-lure-en", "p-lure-ko", "p-warning");
        anna("label", "p-lure-ko", "--as", "benign", "--reason", "licensed");
        String[] export = {
            "export",
            "--case",
            id,
            "--for",
            "opencti",
            "--reason",
            "request 7",
            "--out",
            out + "/pack",
            "--config",
            Folders.shippedConfig().toString(),
            "--dry-run"
        };
        Cli.Run dry = anna(export);
        assertThat(dry.out())
                .contains("would hand on 1 posting ", "1: an analyst labelled it", "p-lure-ko")
                .contains("1: warnings, news");
        export[export.length - 1] = "--force";
        assertThat(anna(export).code()).isZero();
        assertThat(Files.readString(out.resolve("pack/data/hits.jsonl")))
                .contains("p-lure-en")
                .doesNotContain("p-lure-ko", "p-warning");
        assertThat(anna("audit", "list", "--kind", "export").out())
                .contains("query=case:" + id, "“request 7”", "anna");
        assertThat(anna("audit", "list", "--about", "p-lure-en").lines()).hasSize(1);
    }

    @Test
    void putsWhatIsLabelledAVictimsIntoTheirOwnListOnly() throws IOException {
        anna("label", "p-lure-ko", "--as", "victim", "--reason", "asks for help");
        anna("label", "p-victim", "--as", "benign", "--reason", "a copy of a novel");
        Cli.Run run =
                anna(
                        "export",
                        "*",
                        "--for",
                        "victim-urgent",
                        "--reason",
                        "referral",
                        "--out",
                        out + "/urgent",
                        "--config",
                        Folders.shippedConfig().toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(out.resolve("urgent/data/hits.jsonl")))
                .contains("p-lure-ko")
                .doesNotContain("p-victim\"", "p-lure-en");
    }

    @Test
    void recordsSearchesAndAsksWhyWhereTheDeskWants() throws IOException {
        anna("search", "free flight", "--reason", "request 9");
        anna("search", "nothing-like-this");
        assertThat(anna("audit", "list", "--kind", "search").lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("anna", "account.search", "“free flight”", "found=", "“request 9”");
        Path config = Files.createDirectory(out.resolve("config"));
        Files.writeString(
                config.resolve("casework.yaml"),
                "record_searches: true\nreason_for_searches: true\nreason_for_files: true\n");
        Cli.Run refused = anna("search", "flight", "--config", config.toString());
        assertThat(refused.code()).as(refused.err()).isEqualTo(5);
        String[][] looks = {
            {"campaign", "list", "flight"},
            {"watch", "add", "w", "--on", "new", "flight"},
            {"watch", "test", "w"},
            {"export", "flight", "--dry-run"},
        };
        for (String[] look : looks) {
            List<String> asked = new ArrayList<>(List.of(look));
            asked.addAll(List.of("--config", config.toString()));
            assertThat(anna(asked.toArray(String[]::new)).code()).as("%s", asked).isEqualTo(5);
            asked.addAll(List.of("--reason", "request 11"));
            Cli.Run told = anna(asked.toArray(String[]::new));
            assertThat(told.code()).as(asked + told.err()).isLessThan(2);
            assertThat(anna("audit", "list", "--last", "1").out())
                    .contains("account.search", "query=flight", "“request 11”");
        }
        String[] file = {
            "export", "flight", "--format", "jsonl", "--out", out + "/f", "--config", "" + config
        };
        assertThat(anna(file).code()).isEqualTo(5);
        assertThat(
                        Cli.inPipe()
                                .with("LUREWATCH_REASON", "request 10")
                                .run(
                                        "search",
                                        "flight",
                                        "--data",
                                        "" + data,
                                        "--config",
                                        "" + config)
                                .code())
                .isZero();
        assertThat(anna("audit", "list").lines()).hasSize(3 + looks.length);
        assertThat(anna("audit", "list", "--last", "-1").code()).isEqualTo(2);
        assertThat(anna("audit", "verify").out()).contains("ok: ", "no problem", "casework head ");
        assertThat(anna("audit", "verify", "--format", "jsonl").out()).contains("\"clean\":true");
    }

    @Test
    void findsTamperingFromVerify() throws Exception {
        String id = newCase("tampered");
        anna("case", "note", id, "he was there");
        Files.createDirectory(data.resolve("archive"));
        Files.writeString(data.resolve("archive/ledger.jsonl"), "");
        try (var connection =
                        java.sql.DriverManager.getConnection(
                                "jdbc:sqlite:" + data.resolve("casework.db"));
                var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER events_hold");
            statement.execute("UPDATE events SET body = replace(body, 'was', 'was not')");
        }
        assertThat(anna("audit", "verify").code()).isEqualTo(4);
        assertThat(anna("audit", "verify").out()).contains("event 3: is not as it was written");
        Cli.Run verify = anna("verify");
        assertThat(verify.code()).isEqualTo(4);
        assertThat(verify.out()).contains("event 3: is not as it was written", "DAMAGED");
    }

    @Test
    void mergesWhatTwoAnalystsDid() throws IOException {
        String id = newCase("shared");
        anna("case", "add", id, "p-lure-en");
        anna("search", "secret words");
        Path file = out.resolve("for-bert.jsonl");
        assertThat(anna("case", "export", file.toString(), "--case", id).code()).isZero();
        assertThat(Files.readString(file)).doesNotContain("secret words");
        assertThat(as("bert", other, "", "case", "import", file.toString()).err())
                .contains("events are new");
        assertThat(as("bert", other, "", "case", "import", file.toString()).code()).isEqualTo(1);
        as("bert", other, "", "case", "note", id, "seen in 2025 too", "--on", "p-lure-en");
        as("bert", other, "", "label", "p-lure-en", "--as", "lure", "--reason", "sure");
        Path back = out.resolve("for-anna.jsonl");
        assertThat(as("bert", other, "", "case", "export", back.toString()).code()).isZero();
        assertThat(anna("case", "import", back.toString()).code()).isZero();
        assertThat(anna("case", "show", id).out())
                .contains("bert", "seen in 2025 too", "[lure bert]", "opened");
        assertThat(anna("audit", "verify").out()).contains("2 logs", "no problem");
        assertThat(as("bert", other, "", "audit", "verify").out())
                .contains("that were not shown to us", "no problem");
        Files.writeString(
                back, Files.readString(back).replace("seen in 2025 too", "seen in 2024 too"));
        Cli.Run refused = anna("case", "import", back.toString());
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("line ", "nothing of it was taken in");
    }

    /// A data directory from before there was casework.db.
    @Test
    void takesOverTheAccountThatWasKeptBefore() throws IOException {
        Path audit = data.resolve("audit");
        Files.createDirectories(audit.resolve("lists"));
        Files.writeString(audit.resolve("lists/x123.ids"), "p-lure-en\np-formula\n");
        String first =
                line(
                        1,
                        "0".repeat(64),
                        "export",
                        "x123",
                        ",\"reason\":\"request 1\",\"ids\":\"d\"");
        String hash = first.substring(first.length() - 66, first.length() - 2);
        String second = line(2, hash, "retract", "p-formula", ",\"reason\":\"wrong\"");
        Files.writeString(audit.resolve("audit.jsonl"), first + "\n" + second + "\n");

        assertThat(exported("before").err()).contains("1 left out: called back");
        assertThat(anna("audit", "list").out())
                .contains("account.taken-over", "lines=2", "x123 p-lure-en p-formula")
                .contains("actor=old", "2026-01-01");
        assertThat(anna("audit", "list", "--kind", "retract").lines()).hasSize(1);
        assertThat(exported("after").err()).contains("1 left out: called back");
        assertThat(anna("audit", "list", "--kind", "retract").lines()).hasSize(1);

        Path broken = Files.createDirectories(other.resolve("audit"));
        Files.writeString(
                broken.resolve("audit.jsonl"), first.replace("request 1", "request 2") + "\n");
        assertThat(as("bert", other, "", "audit", "verify").code()).isEqualTo(4);
        assertThat(as("bert", other, "", "search", "flight").err())
                .contains("was not recorded", "line 1 is not as it was written");
        Path config = Files.createDirectory(out.resolve("config"));
        Files.writeString(
                config.resolve("casework.yaml"),
                "record_searches: true\nreason_for_searches: true\nreason_for_files: false\n");
        String[] asked = {"search", "flight", "--reason", "request 12", "--config", "" + config};
        Cli.Run unseen = as("bert", other, "", asked);
        assertThat(unseen.code()).isEqualTo(3);
        assertThat(unseen.out()).isEmpty();
        assertThat(unseen.err()).contains("cannot record this search, so nothing is shown");
    }

    private static String line(int seq, String prev, String action, String object, String more) {
        String open =
                "{\"seq\":%d,\"v\":1,\"prev\":\"%s\",\"time\":\"2026-01-01T00:00:00Z\",\"actor\":\"old\",\"action\":\"%s\",\"object\":\"%s\"%s"
                        .formatted(seq, prev, action, object, more);
        return open
                + ",\"hash\":\""
                + Digest.of(open.getBytes(StandardCharsets.UTF_8)).hex()
                + "\"}";
    }
}
