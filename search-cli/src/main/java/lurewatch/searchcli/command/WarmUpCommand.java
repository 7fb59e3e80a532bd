package lurewatch.searchcli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
import lurewatch.indexer.Evidence;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.PostingTimes;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.Signal;
import lurewatch.indexer.WarcPosition;
import lurewatch.indexer.campaign.Grouping;
import lurewatch.indexer.campaign.Sketches;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ConfigFolder;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.index.IndexEntry;
import lurewatch.indexer.index.PostingIndex;
import lurewatch.indexer.store.CaptureFacts;
import lurewatch.indexer.store.FactsStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `warm-up`: what the build runs while the JVM notes which classes a search needs, so that the
/// launcher can start with a cache of them. Works in a folder of its own and leaves nothing.
@Command(
        name = "warm-up",
        hidden = true,
        header = "Run what searches run, for the cache of classes that the build makes.")
final class WarmUpCommand implements Callable<ExitCode> {
    private static final String TEXT = "캄보디아 시아누크빌 TM 직원 모집, free flight, Telegram @sample_warm_up";

    private static final List<List<String>> COMMANDS =
            List.of(
                    List.of("search", "캄보디아"),
                    List.of("search", "캄보디아", "--collapse"),
                    List.of("search", "\"free flight\" country:KH OR lang:ko", "--format", "jsonl"),
                    List.of("search", "class:lure", "--facet", "site,contact"),
                    List.of("search", "캄보디아", "--why", "-n", "1"),
                    List.of("show", "p0000000000000001"),
                    List.of("contact", "@sample_warm_up"),
                    List.of("pivot", "@sample_warm_up"),
                    List.of("timeline", "class:lure"),
                    List.of("campaign", "list"),
                    List.of("overview"),
                    List.of("stats"),
                    List.of("label", "p0000000000000001", "--as", "lure", "--reason", "warm-up"),
                    List.of("case", "new", "warm-up"),
                    List.of("audit", "list"));

    private final Session session;

    @Mixin private ConfigFolder config = new ConfigFolder();

    WarmUpCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        Path data = Files.createTempDirectory("lurewatch-warm-up");
        try {
            write(data);
            for (List<String> command : COMMANDS) {
                run(command, data);
            }
        } finally {
            delete(data);
        }
        return ExitCode.FOUND;
    }

    private void run(List<String> command, Path data) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Session quiet =
                new Session(
                        InputStream.nullInputStream(),
                        nowhere,
                        nowhere,
                        Map.of(
                                "LUREWATCH_DATA", data.toString(),
                                "LUREWATCH_CONFIG", config.path(session).toString(),
                                "LUREWATCH_ANALYST", "warm-up",
                                "LUREWATCH_REASON", "warm-up",
                                "LUREWATCH_TTY", "0"),
                        session.clock());
        int code = CommandTree.run(quiet, command.toArray(String[]::new));
        if (code != 0) {
            throw new CommandFailure(
                    ExitCode.INTERNAL, String.join(" ", command) + " ended with " + code);
        }
    }

    private void write(Path data) {
        Instant now = session.clock().instant();
        List<AssessedPosting> postings = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            postings.add(posting(i));
        }
        try (PostingIndex index = PostingIndex.open(data.resolve("index"));
                FactsStore facts = FactsStore.open(data.resolve("facts.db"))) {
            for (AssessedPosting posting : postings) {
                index.put(
                        new IndexEntry(
                                posting, new PostingTimes(now, now, 1), Sketches.of(posting)));
            }
            index.commit(1);
            Grouping grouping = new Grouping(facts.campaigns());
            facts.record(
                    new CaptureFacts(capture(now), postings, List.of()),
                    () -> postings.forEach(grouping::place));
            facts.commit();
        }
    }

    private static AssessedPosting posting(int number) {
        Contact contact =
                new Contact(
                        ContactKind.TELEGRAM,
                        "sample_warm_up",
                        "@sample_warm_up",
                        -1,
                        -1,
                        1,
                        "text");
        return new AssessedPosting(
                new JobPosting(
                        new PostingId("p000000000000000" + number),
                        new CaptureId(1),
                        "warm-up",
                        "https://warm-up.example/" + number,
                        "TM 직원 모집",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Block(Block.Kind.BODY, TEXT)),
                        List.of(),
                        Particulars.UNKNOWN),
                new Assessment(
                        Optional.of("ko"),
                        90,
                        AssessmentClass.LURE,
                        Context.NONE,
                        List.of(new Signal("free_airfare", 1, List.of(Evidence.in(TEXT, 0, 4)))),
                        List.of(contact),
                        List.of(),
                        List.of(),
                        List.of(),
                        "warm-up",
                        List.of()));
    }

    private static Capture capture(Instant time) {
        return new Capture(
                new CaptureId(1),
                "warm-up",
                "https://warm-up.example/",
                time,
                200,
                List.of(),
                Digest.of("payload"),
                7,
                Optional.empty(),
                Digest.of("record"),
                new WarcPosition("warm-up.warc.gz", 0, 1),
                Provenance.CRAWLED,
                Optional.empty());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
