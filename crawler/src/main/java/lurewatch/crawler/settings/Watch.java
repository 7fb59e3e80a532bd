package lurewatch.crawler.settings;

import java.time.Duration;
import java.util.List;

/// Pages that an investigator watches.
///
/// @param urls each within the scope of an enabled site
/// @param gap the longest between two visits of one of them
public record Watch(List<String> urls, Duration gap) {
    public static final Watch DEFAULTS = new Watch(List.of(), Duration.ofMinutes(10));

    public Watch {
        urls = List.copyOf(urls);
        if (!gap.isPositive()) {
            throw new IllegalArgumentException("gap must be above 0");
        }
    }
}
