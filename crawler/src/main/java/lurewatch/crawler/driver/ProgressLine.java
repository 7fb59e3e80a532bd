package lurewatch.crawler.driver;

import java.time.Duration;
import java.util.Locale;
import lurewatch.crawler.service.Progress;
import lurewatch.indexer.console.Session;

/// Tells on standard error how a crawl goes: one line that renews itself on a terminal, a line a
/// minute elsewhere.
final class ProgressLine {
    private static final Duration ELSEWHERE_EVERY = Duration.ofMinutes(1);

    private final Session session;
    private final boolean onTerminal;
    private Duration lastTold = Duration.ZERO;

    ProgressLine(Session session) {
        this.session = session;
        this.onTerminal = session.showsProgress();
    }

    void show(Progress progress) {
        if (onTerminal) {
            session.err().print("\r" + line(progress) + "\u001b[K");
            session.err().flush();
        } else if (progress.since().minus(lastTold).compareTo(ELSEWHERE_EVERY) >= 0) {
            lastTold = progress.since();
            session.tell(line(progress));
        }
    }

    void end(Progress progress) {
        if (onTerminal) {
            session.err().print("\r\u001b[K");
        }
        session.tell("done: " + line(progress) + advice(progress));
    }

    /// Where to look when no page came.
    private static String advice(Progress progress) {
        if (progress.captured() > 0) {
            return "";
        }
        return progress.failed() + progress.forbidden() > 0
                ? "; 'lurewatch fetchlog' says why no page came"
                : "; nothing was due: 'lurewatch why URL' says when a page is";
    }

    private static String line(Progress progress) {
        return String.format(
                Locale.ROOT,
                "%s  captured %,d  failed %,d  forbidden %,d  queued %,d  %.1f MB  %.1f/s%s",
                Spans.written(progress.since()),
                progress.captured(),
                progress.failed(),
                progress.forbidden(),
                progress.queued(),
                progress.bytes() / 1e6,
                progress.perSecond(),
                paused(progress.state()));
    }

    private static String paused(Progress.State state) {
        return switch (state) {
            case PAUSED_DISK -> "  paused: disk low";
            case OFFLINE -> "  paused: offline";
            case CRAWLING, ENDED, FAILED -> "";
        };
    }
}
