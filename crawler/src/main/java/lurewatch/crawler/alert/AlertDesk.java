package lurewatch.crawler.alert;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lurewatch.crawler.fetch.Webhook;
import lurewatch.crawler.frontier.SiteStatus;
import lurewatch.crawler.service.Progress;
import lurewatch.crawler.service.ServiceState;
import lurewatch.crawler.settings.Alerts;
import lurewatch.crawler.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at a crawl every few seconds, and as soon as it pauses, fails or goes on, and tells the
/// operator what has become wrong or right again.
public final class AlertDesk implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    /// How soon it is noticed that a crawl pauses or goes on: that costs no look at the sites.
    private static final Duration GLANCE_EVERY = Duration.ofSeconds(1);

    private static final Duration LONGEST_COMMAND = Duration.ofSeconds(30);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30));

    /// A stop is to take five seconds; a failure has more to say than a stop.
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private static final Duration WORDS_OF_FAILURE = Duration.ofSeconds(15);

    private final Alerts settings;
    private final Supplier<ServiceState> state;
    private final Supplier<List<SiteStatus>> sites;
    private final Set<String> watched;
    private final AlertFile file;
    private final AlertBook book;
    private final Finds finds;
    private final Teller teller;
    private final CountDownLatch closed = new CountDownLatch(1);

    // The next two belong to the thread that looks.
    private long looked = System.nanoTime();
    private Progress.State seen = Progress.State.CRAWLING;

    private long work = -1;
    private Instant lastWork;
    private volatile List<Alert> open;

    AlertDesk(
            Path data,
            Alerts settings,
            Supplier<ServiceState> state,
            Supplier<List<SiteStatus>> sites,
            Set<String> watched,
            Teller teller) {
        this.settings = settings;
        this.state = state;
        this.sites = sites;
        this.watched = Set.copyOf(watched);
        this.file = new AlertFile(data);
        AlertFile.Content content = file.read();
        this.book = new AlertBook(settings.perHour(), content.open());
        this.finds = new Finds(content.foundAt());
        this.open = book.open();
        this.teller = teller;
        this.lastWork = state.get().at();
    }

    /// A desk that looks from now on.
    ///
    /// @param watched names of the sites that are to give something
    public static AlertDesk open(
            Path data,
            Settings settings,
            Supplier<ServiceState> state,
            Supplier<List<SiteStatus>> sites,
            Set<String> watched) {
        AlertDesk desk =
                new AlertDesk(
                        data,
                        settings.alerts(),
                        state,
                        sites,
                        watched,
                        new Teller(outlets(settings), PAUSES));
        desk.start();
        return desk;
    }

    void start() {
        Thread.ofVirtual().name("alert looks").start(this::run);
    }

    private static List<Outlet> outlets(Settings settings) {
        List<Outlet> outlets = new ArrayList<>();
        if (!settings.alerts().command().isEmpty()) {
            outlets.add(new CommandOutlet(settings.alerts().command(), LONGEST_COMMAND));
        }
        settings.alerts()
                .webhook()
                .ifPresent(url -> outlets.add(new WebhookOutlet(new Webhook(settings, url))));
        return outlets;
    }

    /// Where pages are told of, as they come.
    public Finds finds() {
        return finds;
    }

    /// Alerts that were told and not taken back.
    public List<Alert> open() {
        return open;
    }

    private void run() {
        try {
            while (!closed.await(GLANCE_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                glance();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A glance that fails costs itself, too.
    private void glance() {
        try {
            Progress.State now = state.get().progress().state();
            if (now != seen || System.nanoTime() - looked >= LOOK_EVERY.toNanos()) {
                look();
                looked = System.nanoTime();
                seen = now;
            }
        } catch (RuntimeException e) {
            LOG.warn("could not look for what is wrong", e);
        }
    }

    /// A look that fails costs itself: the next one may do better.
    synchronized void look() {
        try {
            ServiceState now = state.get();
            List<SiteStatus> ours =
                    sites.get().stream().filter(site -> watched.contains(site.site())).toList();
            noteWork(now);
            List<Alert> current = Conditions.of(settings, now, ours, finds, lastWork, book.open());
            book.update(current, now.at(), teller.room()).forEach(teller::tell);
            open = book.open();
            file.write(new AlertFile.Content(open, finds.remembered()));
        } catch (RuntimeException e) {
            LOG.warn("could not look for what is wrong", e);
        }
    }

    private void noteWork(ServiceState now) {
        Progress progress = now.progress();
        long done = progress.answered() + progress.failed() + progress.forbidden();
        if (done != work) {
            work = done;
            lastWork = now.at();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        boolean failed = state.get().progress().state() == Progress.State.FAILED;
        if (failed) {
            look();
        }
        teller.finish(failed ? WORDS_OF_FAILURE : LAST_WORDS);
    }
}
