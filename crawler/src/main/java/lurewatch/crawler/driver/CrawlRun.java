package lurewatch.crawler.driver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lurewatch.crawler.discovery.Discoveries;
import lurewatch.crawler.discovery.Discovery;
import lurewatch.crawler.discovery.Probation;
import lurewatch.crawler.frontier.Clocks;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;
import lurewatch.crawler.service.ArchiveSink;
import lurewatch.crawler.service.CrawlService;
import lurewatch.crawler.service.PageReading;
import lurewatch.crawler.service.Reload;
import lurewatch.crawler.service.StateFile;
import lurewatch.crawler.service.Vitals;
import lurewatch.crawler.settings.Discover;
import lurewatch.crawler.site.Site;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Hangup;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.pipeline.Pipeline;
import lurewatch.indexer.settings.ByteSize;
import lurewatch.indexer.settings.SettingsException;
import lurewatch.indexer.store.FactsReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One process's crawl from its beginning to its end: by itself, by a signal, or because nothing
/// can be kept any more.
///
/// Where settings are read anew, everything is closed and opened again with them, in the same
/// process: a detector, a frontier or an engine that changed under running fetches would be harder
/// to be sure of than a pause of a second. Fetches under way are cut off then, and are due again.
final class CrawlRun {
    private static final Logger LOG = LoggerFactory.getLogger(CrawlRun.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Session session;
    private final Path data;
    private final RunMode mode;
    private final Consumer<Capture> acknowledged;
    private final Clocks clocks;
    private final Vitals vitals;
    private final StateFile stateFile;
    private final ProgressLine progressLine;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean hungUp = new AtomicBoolean();
    private final Thread main = Thread.currentThread();
    private boolean hasRun;
    private volatile boolean catchingUp;
    private volatile boolean stopping;
    private volatile @Nullable CrawlService running;

    /// @param acknowledged gets each capture that is safe on disk, on many threads
    CrawlRun(Session session, Path data, RunMode mode, Consumer<Capture> acknowledged) {
        this.session = session;
        this.data = data;
        this.mode = mode;
        this.acknowledged = acknowledged;
        this.clocks = new Clocks(session.clock(), System::nanoTime);
        this.vitals = new Vitals(data, clocks);
        this.stateFile = new StateFile(data);
        this.progressLine = new ProgressLine(session);
    }

    /// Brings facts and index up to the archive, then crawls. Returns when everything is closed.
    void run(Instructions instructions) throws IOException, InterruptedException {
        run(instructions, Optional.empty());
    }

    /// The same, and reads the instructions anew at each SIGHUP. Where they cannot be read, those
    /// before hold.
    void run(Instructions first, Supplier<Instructions> anew)
            throws IOException, InterruptedException {
        try (Hangup _ = Hangup.listen(() -> hungUp.set(true))) {
            run(first, Optional.of(anew));
        }
    }

    private void run(Instructions first, Optional<Supplier<Instructions>> anew)
            throws IOException, InterruptedException {
        Thread hook = new Thread(this::stop, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Optional<Instructions> next = Optional.of(first);
            while (next.isPresent() && !stopping) {
                next = crawlWhileThereIsRoom(next.get(), anew);
            }
            progressLine.end(vitals.state().progress());
        } finally {
            closed.countDown();
            forget(hook);
        }
    }

    /// Crawls by these instructions. Where a disk that is full ended a crawl that ran, everything
    /// is closed until there is room: what a store holds after a write that failed is best read
    /// anew, as after a crash.
    ///
    /// @return the next ones; empty at the end
    private Optional<Instructions> crawlWhileThereIsRoom(
            Instructions instructions, Optional<Supplier<Instructions>> anew)
            throws IOException, InterruptedException {
        try {
            return crawl(instructions, anew);
        } catch (IOException | RuntimeException e) {
            if (stopping || !hasRun || !vitals.lacksRoom(reserve(instructions))) {
                throw e;
            }
            LOG.warn("paused, as the disk is full; goes on when there is room: {}", e.toString());
            awaitRoom(reserve(instructions));
            return Optional.of(instructions);
        }
    }

    private void awaitRoom(ByteSize reserve) throws InterruptedException {
        vitals.pauses();
        do {
            progressLine.show(vitals.state().progress());
            stateFile.write(vitals.state());
            closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } while (!stopping && !vitals.hasRoomAgain(reserve));
    }

    private static ByteSize reserve(Instructions instructions) {
        return instructions.settings().storage().diskReserve();
    }

    /// Crawls by these instructions.
    ///
    /// @return the next ones; empty at the end
    private Optional<Instructions> crawl(
            Instructions instructions, Optional<Supplier<Instructions>> anew)
            throws IOException, InterruptedException {
        try (Street street = Street.open(data, instructions, session.clock())) {
            catchUp(street);
            Optional<Instructions> next;
            try (Outlook outlook = Outlook.open(data, instructions, vitals, clocks);
                    CrawlService service = start(street, instructions, outlook)) {
                running = service;
                hasRun = true;
                vitals.runs(service);
                endIfStopping(service);
                next = watch(service, street, reserve(instructions), anew);
            } finally {
                running = null;
                vitals.ends();
                stateFile.write(vitals.state());
            }
            street.pipeline().flush();
            long erased = street.pipeline().erasedSeen();
            if (erased > 0) {
                session.tell(
                        erased
                                + (erased == 1 ? " page shows" : " pages show")
                                + " a posting that was erased; it was archived with its page and"
                                + " not assessed: 'lurewatch fetchlog' has the page, 'erase' takes"
                                + " it out again");
            }
            return next;
        }
    }

    /// The signal may have come while there was no service.
    private void endIfStopping(CrawlService service) {
        if (stopping) {
            service.close();
        }
    }

    private void catchUp(Street street) throws InterruptedException {
        catchingUp = true;
        try {
            street.pipeline().catchUp();
        } finally {
            catchingUp = false;
        }
    }

    private CrawlService start(Street street, Instructions instructions, Outlook outlook) {
        ArchiveSink sink =
                ArchiveSink.judging(
                        street.archive(),
                        (capture, page) -> kept(street, outlook, capture, page),
                        street::read);
        List<Site> all = new ArrayList<>(instructions.sites().all());
        all.addAll(onProbation(instructions));
        double worthALook = instructions.thresholds().review() / 100;
        return CrawlService.start(
                data, instructions.settings(), all, mode, worthALook, sink, clocks);
    }

    /// What the ads found so far lead to, as far as the operator lets it be followed.
    private List<Site> onProbation(Instructions instructions) {
        Discover discovery = instructions.settings().discovery();
        if (discovery.sites() == 0) {
            return List.of();
        }
        List<Site> watched = instructions.sites().all();
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"))) {
            List<Discovery> found =
                    Discoveries.of(facts, watched, discovery, instructions.dismissed());
            Set<String> taken = watched.stream().map(Site::name).collect(Collectors.toSet());
            List<Site> followed = Probation.sites(found, discovery, taken);
            if (!followed.isEmpty()) {
                session.tell(
                        "also visited, as discovery.sites allows: "
                                + followed.stream()
                                        .map(Site::name)
                                        .collect(Collectors.joining(", ")));
            }
            return followed;
        }
    }

    private PageReading kept(
            Street street, Outlook outlook, Capture capture, LongFunction<CapturedPage> page) {
        acknowledged.accept(capture);
        Pipeline.Accepted accepted = street.pipeline().acceptAndJudge(capture, page);
        if (!capture.isPicture()) {
            outlook.saw(capture, accepted.extraction());
        }
        return new PageReading(accepted.extraction(), accepted.relevance(), accepted.cutShort());
    }

    private Optional<Instructions> watch(
            CrawlService service,
            Street street,
            ByteSize reserve,
            Optional<Supplier<Instructions>> anew)
            throws InterruptedException {
        while (!service.awaitEnd(LOOK_EVERY)) {
            progressLine.show(vitals.state().progress());
            stateFile.write(vitals.state());
            failIf(service, street, reserve);
            if (anew.isPresent() && hungUp.getAndSet(false)) {
                Optional<Instructions> next = read(anew.get());
                if (next.isPresent()) {
                    return next;
                }
            }
        }
        failIf(service, street, reserve);
        return Optional.empty();
    }

    /// The new instructions; empty where they are faulty, which log and status then say.
    private Optional<Instructions> read(Supplier<Instructions> anew) {
        try {
            Instructions next = anew.get();
            String what = next.sites().enabled().size() + " sites enabled";
            LOG.info("settings read anew: {}", what);
            vitals.reloaded(new Reload(clocks.now(), true, what));
            return Optional.of(next);
        } catch (SettingsException | CommandFailure e) {
            String why = String.valueOf(e.getMessage());
            LOG.error("the new settings are refused, the old ones hold: {}", why);
            vitals.reloaded(new Reload(clocks.now(), false, why));
            return Optional.empty();
        }
    }

    private void failIf(CrawlService service, Street street, ByteSize reserve) {
        service.failure()
                .or(street.pipeline()::failure)
                .ifPresent(failure -> {
                    if (!vitals.lacksRoom(reserve)) {
                        vitals.failed();
                    }
                    throw new CommandFailure(
                            ExitCode.NOT_USABLE,
                            "stopped, as nothing can be kept any more: " + failure.getMessage(),
                            failure);
                });
    }

    /// What the JVM runs for a signal that ends it: ends the fetches; the main thread then leaves
    /// its loop and closes the stores, for which this waits.
    private void stop() {
        stopping = true;
        CrawlService service = running;
        if (service != null) {
            service.close();
        } else if (catchingUp) {
            main.interrupt(); // what is missing is caught up with next time
        }
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return; // it is that hook which is running
        }
    }
}
