package lurewatch.crawler.frontier;

import lurewatch.crawler.frontier.FetchReport.Ending;

/// What an HTTP status means to the schedule.
public final class Endings {
    private Endings() {}

    public static Ending ofStatus(int status) {
        if (status >= 200 && status < 300) {
            return Ending.CAPTURED;
        }
        return switch (status) {
            case 304 -> Ending.UNCHANGED;
            case 300, 301, 302, 303, 307, 308 -> Ending.REDIRECTED;
            case 404, 410 -> Ending.MISSING;
            // 999 is what one large network answers to crawlers instead of 429.
            case 429, 503, 999 -> Ending.TROUBLED;
            default -> status >= 400 && status < 500 ? Ending.DENIED : Ending.FAILED;
        };
    }
}
