package lurewatch.crawler.fetch;

import java.time.Duration;
import java.util.Locale;

/// A limit that an answer met, as the fetch log says it: `limit total=60000ms observed=60012ms`.
///
/// @param name the key below `limits:` in `lurewatch.yaml`, or the name of a limit that is fixed
/// @param bound what was allowed
/// @param observed what was seen when it was cut off; the server may have had more to send
record LimitHit(String name, String bound, String observed) {
    static LimitHit of(String name, long bound, long observed) {
        return new LimitHit(name, Long.toString(bound), Long.toString(observed));
    }

    static LimitHit of(String name, Duration bound, Duration observed) {
        return new LimitHit(name, millis(bound), millis(observed));
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%dms", time.toMillis());
    }

    @Override
    public String toString() {
        return "limit " + name + "=" + bound + " observed=" + observed;
    }
}
