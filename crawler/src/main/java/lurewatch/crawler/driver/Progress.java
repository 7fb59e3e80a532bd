package lurewatch.crawler.driver;

import java.time.Duration;
import java.util.Locale;
import lurewatch.crawler.fetch.CrawlEngine.Stats;
import lurewatch.indexer.console.Session;

/// Tells on standard error how a crawl goes: one line that renews itself on a terminal, a line a
/// minute elsewhere.
final class Progress {
    private static final Duration ELSEWHERE_EVERY = Duration.ofMinutes(1);

    private final Session session;
    private final boolean onTerminal;
    private final long start = System.nanoTime();
    private long lastTold = start;

    Progress(Session session) {
        this.session = session;
        this.onTerminal = session.showsProgress();
    }

    void show(Stats stats) {
        if (onTerminal) {
            session.err().print("\r" + line(stats) + "\u001b[K");
            session.err().flush();
        } else if (System.nanoTime() - lastTold >= ELSEWHERE_EVERY.toNanos()) {
            lastTold = System.nanoTime();
            session.tell(line(stats));
        }
    }

    void end(Stats stats) {
        if (onTerminal) {
            session.err().print("\r\u001b[K");
        }
        session.tell("done: " + line(stats));
    }

    private String line(Stats stats) {
        Duration since = Duration.ofNanos(System.nanoTime() - start);
        double perSecond = stats.answered() / Math.max(0.001, since.toMillis() / 1000.0);
        return String.format(
                Locale.ROOT,
                "%s  captured %,d  failed %,d  forbidden %,d  %.1f MB  %.1f/s  running %d",
                Spans.written(since),
                stats.captured(),
                stats.failed(),
                stats.forbidden(),
                stats.bytes() / 1e6,
                perSecond,
                stats.running());
    }
}
