package lurewatch.searchcli.watch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.QueryLanguage;
import lurewatch.indexer.store.FactsReader;

/// Lets watches look at what is new, keeps what fired and tells it.
///
/// An event is kept before it is told, and kept as told after that. Killed in between, the next run
/// tells it (again): at least once, under the same id. Never kept twice. One run at a time.
public final class WatchRun implements Closeable {
    /// A command that takes longer has no business in one.
    private static final Duration LONGEST_COMMAND = Duration.ofSeconds(60);

    /// Steps without an event until it is kept how far they came.
    private static final int STEPS_BETWEEN_SAVES = 40;

    private static final int LONGEST_BEGINNING = 120;

    private final Path data;
    private final WatchLog log;
    private final QueryLanguage language;
    private final int mostEvents;
    private final Teller teller;
    private final Hook hook;
    private final Bookmarks bookmarks;
    private final FileChannel lockFile;
    private final Set<String> untold = new HashSet<>();
    private int told;
    private int unsaved;

    /// Shows events to whoever runs this.
    public interface Teller {
        /// Shows one; gives whether somebody still reads.
        boolean tell(Notice notice);
    }

    /// How a run ended.
    ///
    /// @param told how many events were told
    /// @param troubles what did not go well, a line each; not safe for a terminal
    public record Outcome(int told, List<String> troubles) {}

    private WatchRun(
            Path data,
            WatchLog log,
            QueryLanguage language,
            int mostEvents,
            Teller teller,
            Bookmarks bookmarks,
            FileChannel lockFile) {
        this.data = data;
        this.log = log;
        this.language = language;
        this.mostEvents = mostEvents;
        this.teller = teller;
        this.hook = new Hook(data, LONGEST_COMMAND);
        this.bookmarks = bookmarks;
        this.lockFile = lockFile;
    }

    /// Begins to run watches of a data directory.
    ///
    /// @throws CommandFailure where another run is at work
    public static WatchRun open(
            Path data, WatchLog log, QueryLanguage language, int mostEvents, Teller teller)
            throws IOException {
        Path folder = Files.createDirectories(data.resolve("watch"));
        FileChannel lockFile =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (isLockedByOther(lockFile)) {
            lockFile.close();
            throw new CommandFailure(
                    ExitCode.NOT_USABLE,
                    "another 'lurewatch watch run' is at work in "
                            + data
                            + "; it tells what fires");
        }
        return new WatchRun(
                data, log, language, mostEvents, teller, Bookmarks.in(folder), lockFile);
    }

    private static boolean isLockedByOther(FileChannel lockFile) throws IOException {
        try {
            @SuppressWarnings("resource") // ends with its file
            FileLock lock = lockFile.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException _) {
            return true; // by another thread of this program
        }
    }

    /// Looks at what is new for these watches.
    public Outcome run(List<Watch> watches) throws InterruptedException, IOException {
        told = 0;
        untold.clear();
        List<String> troubles = new ArrayList<>();
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"));
                PostingSearch search = PostingSearch.open(data.resolve("index"))) {
            for (Watch watch : watches) {
                tellWhatWasKept(watch, troubles);
            }
            Round round = new Round(facts, search, log::hasFired, mostEvents);
            List<Running> running = started(watches, round.end(), troubles);
            if (running.stream().anyMatch(one -> one.position() < round.end())) {
                // Until the end nobody can know; whoever finds this asks the log.
                running.forEach(one -> mark(one, true));
                bookmarks.save();
                round.run(running, fired -> step(fired, facts, troubles));
            }
            running.forEach(one -> end(one, round.end(), troubles));
            bookmarks.keepOnly(log.watches());
            bookmarks.save();
        } catch (Interrupted e) {
            throw e.cause;
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        return new Outcome(told, troubles);
    }

    private void mark(Running running, boolean maybeUntold) {
        bookmarks.put(
                running.watch(),
                new Bookmarks.Mark(running.position(), maybeUntold, running.tally()));
    }

    private List<Running> started(List<Watch> watches, long end, List<String> troubles) {
        List<Running> started = new ArrayList<>();
        for (Watch watch : watches) {
            Bookmarks.Mark mark =
                    bookmarks
                            .of(watch)
                            .orElseGet(() -> new Bookmarks.Mark(watch.since(), false, new Tally()));
            if (mark.position() > end) {
                troubles.add(
                        String.format(
                                Locale.ROOT,
                                "%s has looked as far as capture %d, and facts and index end at %d:"
                                        + " it waits until a crawl or replay has caught up",
                                watch.name(),
                                mark.position(),
                                end));
            }
            try {
                started.add(
                        new Running(
                                watch,
                                language.parse(watch.query()),
                                mark.tally(),
                                mark.position()));
            } catch (QueryException e) {
                troubles.add(watch.name() + ": its query is not understood: " + e.getMessage());
            }
        }
        return started;
    }

    private void end(Running running, long end, List<String> troubles) {
        mark(running, untold.contains(running.watch().id()));
        running.failure().ifPresent(why -> troubles.add(running.watch().name() + ": " + why));
        if (running.failure().isEmpty() && running.position() < end) {
            troubles.add(
                    String.format(
                            Locale.ROOT,
                            "%s fired %d events and stopped there; run it again for the rest, or ask"
                                    + " for less ('watch rm', 'watch add' with a narrower query)",
                            running.watch().name(),
                            running.events()));
        }
    }

    /// What an earlier run kept and could not tell.
    private void tellWhatWasKept(Watch watch, List<String> troubles) throws InterruptedException {
        Optional<Bookmarks.Mark> mark = bookmarks.of(watch);
        if (mark.isPresent() && !mark.get().maybeUntold()) {
            return;
        }
        List<Notice> kept = log.untold(watch);
        List<Notice> some = kept.subList(0, Math.min(kept.size(), mostEvents));
        tell(watch, some, troubles);
        if (some.size() < kept.size()) {
            untold.add(watch.id());
        }
    }

    private void step(Map<Running, List<Fired>> fired, FactsReader facts, List<String> troubles) {
        Map<Running, List<Notice>> notices = new LinkedHashMap<>();
        fired.forEach((running, events) -> {
            if (!events.isEmpty()) {
                notices.put(
                        running,
                        events.stream().map(event -> notice(running, event, facts)).toList());
            }
        });
        try {
            for (var one : notices.entrySet()) {
                Watch watch = one.getKey().watch();
                tell(watch, log.fire(one.getValue()), troubles);
            }
            fired.keySet().forEach(running -> mark(running, true));
            if (!notices.isEmpty() || ++unsaved >= STEPS_BETWEEN_SAVES) {
                unsaved = 0;
                bookmarks.save();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_BEGINNING));
    }

    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final InterruptedException cause;

        Interrupted(InterruptedException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    static Notice notice(Running running, Fired event, FactsReader facts) {
        return facts.timed(event.posting(), event.version())
                .map(timed -> timed.posting().posting())
                .map(posting ->
                        Notice.of(
                                running.watch(),
                                event,
                                posting.site(),
                                posting.url(),
                                posting.title().isBlank()
                                        ? beginning(posting.text())
                                        : posting.title()))
                .orElseThrow(() -> new IllegalStateException("matched and is not there: " + event));
    }

    private void tell(Watch watch, List<Notice> notices, List<String> troubles)
            throws InterruptedException {
        List<String> reached = new ArrayList<>();
        for (Notice notice : notices) {
            if (isTold(watch, notice, troubles)) {
                reached.add(notice.fired().id());
            } else {
                untold.add(watch.id());
            }
        }
        log.told(watch.id(), reached);
        told += reached.size();
    }

    private boolean isTold(Watch watch, Notice notice, List<String> troubles)
            throws InterruptedException {
        if (watch.command().isEmpty() || !log.isFromHere(watch)) {
            return teller.tell(notice);
        }
        if (untold.contains(watch.id())) {
            return false; // one try a run is enough to see that it is
        }
        Optional<String> failure = hook.run(watch.command(), notice);
        if (failure.isEmpty()) {
            teller.tell(notice);
            return true;
        }
        log.failed(notice, failure.get());
        troubles.add(
                String.format(
                        Locale.ROOT,
                        "%s: its command %s; the next run tries again",
                        watch.name(),
                        failure.get()));
        return false;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
