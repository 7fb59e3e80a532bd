package lurewatch.crawler.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lurewatch.crawler.frontier.Forgetting;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.archive.ArchiveEraser;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.erasure.ErasurePlan;
import lurewatch.indexer.erasure.Remains;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/// The crawler's part of `erase`: what this program owns. The other program has asked, planned and
/// written the plan; it does the rest. Each step may be done again.
@Command(
        name = "erase",
        hidden = true,
        description =
                "Carry out an erasure that was planned, in archive, schedule, facts and index.")
final class EraseCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private Folders folders = new Folders();

    /// The launcher hands both programs the same words; the other one has read them.
    @Unmatched
    @SuppressWarnings("UnusedVariable") // picocli fills it; without it these words would be refused
    private List<String> words = new ArrayList<>();

    EraseCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        Path data = folders.dataToRead(session);
        Optional<ErasurePlan> pending = ErasurePlan.pending(data);
        if (pending.isEmpty() || ErasurePlan.areStoresDone(data)) {
            return ExitCode.FOUND;
        }
        ErasurePlan plan = pending.get();
        Instructions instructions = Instructions.read(folders.config(session));
        eraseInArchive(data, plan);
        List<String> watched =
                Forgetting.forget(
                        data.resolve("crawl.db"),
                        plan.addresses(),
                        Set.copyOf(plan.barred()),
                        new HashSet<>(plan.sequences()),
                        Remains.holding(plan.own()));
        plan.watching(watched).write(data);
        Replay replay;
        try (Archive archive =
                Street.archiveOfErasure(data, instructions.settings(), session.clock())) {
            replay = Replay.of(archive, data, instructions);
        }
        throwAway(data.resolve("archive").resolve("lost+found"));
        throwAway(data.resolve("damaged"));
        Files.deleteIfExists(data.resolve("service.json"));
        ErasurePlan.storesAreDone(data);
        replay.ending(session);
        session.tell(
                String.format(
                        Locale.ROOT,
                        "facts.db and index made anew from the %d captures that are left, in %s",
                        replay.captures(),
                        Spans.written(replay.took())));
        return ExitCode.FOUND;
    }

    private void eraseInArchive(Path data, ErasurePlan plan) throws IOException {
        try (ArchiveEraser eraser =
                ArchiveEraser.open(data.resolve("archive"), session.clock().instant())) {
            int erased = eraser.erase(plan.order(), session.clock().instant());
            session.tell(
                    String.format(
                            Locale.ROOT,
                            erased == 1
                                    ? "%d capture erased from the archive"
                                    : "%d captures erased from the archive",
                            erased));
        }
    }

    /// What crashes and repairs have put aside; nothing reads it, and it may hold anything.
    private static void throwAway(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
