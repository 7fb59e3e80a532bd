package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Block;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Header;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.WarcPosition;
import lurewatch.indexer.store.CaptureFacts;
import lurewatch.indexer.store.FactsStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An ad whose handle and pay change, and which then goes away.
final class ShowDiffIT {
    private static final String URL = "http://board.test/ad/1";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir Path data;

    @BeforeEach
    void record() {
        try (FactsStore facts = FactsStore.open(data.resolve("facts.db"))) {
            facts.record(seen(1, "Good pay\nWrite to sample_a now\nFlight provided", "sample_a"));
            facts.record(seen(2, "Good pay\nWrite to sample_b now\nFlight provided", "sample_b"));
            facts.record(
                    seen(3, "Good pay\nWrite to sample_b now\nFlight\u001b[2J paid", "sample_b"));
            facts.record(new CaptureFacts(capture(4, 404), List.of(), List.of()));
        }
    }

    private static CaptureFacts seen(long number, String text, String handle) {
        Capture capture = capture(number, 200);
        JobPosting posting =
                new JobPosting(
                        PostingId.of("board", URL),
                        capture.id(),
                        "board",
                        URL,
                        "Waiters",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Block(Block.Kind.BODY, text)),
                        List.of(),
                        Particulars.UNKNOWN);
        int at = text.indexOf(handle);
        Assessment assessment =
                new Assessment(
                        Optional.of("en"),
                        40 + number,
                        AssessmentClass.REVIEW,
                        Context.NONE,
                        List.of(),
                        List.of(
                                new Contact(
                                        ContactKind.TELEGRAM,
                                        handle,
                                        handle,
                                        at,
                                        at + handle.length(),
                                        1,
                                        "test")),
                        List.of(),
                        List.of(),
                        List.of(),
                        "rules",
                        List.of());
        return new CaptureFacts(
                capture, List.of(new AssessedPosting(posting, assessment)), List.of());
    }

    private static Capture capture(long number, int status) {
        return new Capture(
                new CaptureId(number),
                "board",
                URL,
                NOON.plus(Duration.ofHours(number)),
                status,
                List.of(new Header("Content-Type", "text/html")),
                Digest.of("payload" + number),
                7,
                Optional.empty(),
                Digest.of("record" + number),
                new WarcPosition("lurewatch-1.warc.gz", 512, 99),
                Provenance.CRAWLED,
                Optional.empty());
    }

    private Cli.Run show(Cli cli, String... arguments) {
        List<String> all =
                new java.util.ArrayList<>(
                        List.of("show", PostingId.of("board", URL).value(), "--data"));
        all.add(data.toString());
        all.addAll(List.of(arguments));
        return cli.run(all.toArray(String[]::new));
    }

    @Test
    void theLastChangeIsShownWordByWord() {
        Cli.Run run = show(Cli.inPipe(), "--diff");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("version 2 (c2) to 3 (c3)")
                .contains("changed   text\n")
                .contains("score     42 to 43")
                .contains("Flight{+<U+001B>[2J+} [-provided-]{+paid+}")
                .contains("… 1 line as before")
                .doesNotContain("\u001b");
    }

    /// Whoever types the id behind the option means the id.
    @Test
    void theIdMayStandOnEitherSideOfTheOption() {
        String expected = show(Cli.inPipe(), "--diff").out();
        String id = PostingId.of("board", URL).value();
        String[][] orders = {
            {"show", "--diff", id},
            {"show", "--diff", id.substring(0, 5)},
            {"show", "--diff", "2..3", id},
            {"show", id, "--diff", "2..3"},
        };
        for (String[] order : orders) {
            String[] all = Arrays.copyOf(order, order.length + 2);
            all[order.length] = "--data";
            all[order.length + 1] = data.toString();
            assertThat(Cli.inPipe().run(all).out()).isEqualTo(expected);
        }
        Cli.Run wrong = show(Cli.inPipe(), "--diff", "1.3");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--diff takes two versions, such as 1..3, not 1.3");
    }

    @Test
    void anyTwoVersionsCanBeComparedAndEvidenceComesFirst() {
        Cli.Run run = show(Cli.onTerminal(100), "--diff=1..2");
        assertThat(run.out())
                .contains("changed   text, contacts")
                .contains("\u001b[31;9mtelegram:sample_a\u001b[0m")
                .contains("\u001b[32mtelegram:sample_b\u001b[0m")
                .contains("Write to \u001b[31;9msample_a\u001b[0m\u001b[32msample_b\u001b[0m now");
    }

    @Test
    void programsGetTheParts() {
        assertThat(show(Cli.inPipe(), "--diff=1..2", "--format", "jsonl").out())
                .contains("\"from\":1,\"from_capture\":\"c1\"")
                .contains("\"changed\":[\"text\",\"contacts\"]")
                .contains("{\"kind\":\"removed\",\"text\":\"sample_a\"}")
                .contains("{\"kind\":\"added\",\"text\":\"sample_b\"}");
    }

    @Test
    void whatIsNoPairOfVersionsIsAMistakeOfUse() {
        assertThat(show(Cli.inPipe(), "--diff=1..9").err())
                .contains("has versions 1 to 3, and no 9");
        assertThat(show(Cli.inPipe(), "--diff=old").code()).isEqualTo(2);
    }

    @Test
    void aPostingSaysWhetherItIsStillThere() {
        assertThat(show(Cli.inPipe()).out())
                .contains("status    suspect, missed since 2026-11-22T16:00:00Z")
                .contains("gone_observed");
        assertThat(show(Cli.inPipe(), "--format", "jsonl").out())
                .contains("\"status\":\"suspect\",\"absent_since\":\"2026-11-22T16:00:00Z\"");
    }
}
