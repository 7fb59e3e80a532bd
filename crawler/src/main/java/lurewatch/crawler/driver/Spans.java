package lurewatch.crawler.driver;

import java.time.Duration;
import java.util.Locale;

/// Lengths of time as a person says them.
final class Spans {
    private Spans() {}

    /// `0 s`, `5 ms`, `0.4 s`, `12 s`, `5 min`, `7 h`, `3 d`.
    static String written(Duration span) {
        long seconds = span.toSeconds();
        if (span.toMillis() == 0) {
            return "0 s";
        }
        if (span.isPositive() && span.toMillis() < 100) {
            return span.toMillis() + " ms";
        }
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
        }
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 2 * 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 2 * 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }
}
