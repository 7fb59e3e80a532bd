package lurewatch.crawler.driver;

import java.time.Instant;
import java.util.Locale;
import lurewatch.crawler.frontier.Claim;
import lurewatch.crawler.frontier.Forecast;
import lurewatch.indexer.console.JsonLine;

/// A forecast as JSON.
final class ForecastJson {
    private ForecastJson() {}

    static JsonLine line(Forecast forecast) {
        JsonLine line =
                JsonLine.versioned()
                        .put("url", forecast.url())
                        .put("site", forecast.site())
                        .put("class", forecast.pageClass().name().toLowerCase(Locale.ROOT))
                        .put("due_at", forecast.dueAt().toString())
                        .put("expected_at", ForecastText.expectedAt(forecast).toString())
                        .put("reason", reason(forecast))
                        .put("visits", forecast.visits())
                        .put("changes", forecast.changes())
                        .put("misses", forecast.misses())
                        .put("fails", forecast.fails())
                        .put("watched", forecast.watched())
                        .put("seen_at", forecast.seenAt().map(Instant::toString));
        forecast.plan()
                .ifPresent(plan ->
                        line.put("rate_per_hour", plan.perHour())
                                .put("rate_low", plan.low())
                                .put("rate_high", plan.high())
                                .put("worth_hours", plan.worth()));
        line.put("price_hours", forecast.price())
                .put("host_gap_millis", forecast.hostGap().toMillis())
                .put("host_blocked_until", forecast.hostBlockedUntil().map(Instant::toString));
        forecast.promise().ifPresent(promise -> line.put("promise", promise));
        forecast.look()
                .ifPresent(looked ->
                        line.put(
                                        "second_look",
                                        looked.look().result().name().toLowerCase(Locale.ROOT))
                                .put("second_look_at", looked.at().toString())
                                .put("second_look_detail", looked.look().detail()));
        forecast.hearsay()
                .ifPresent(said ->
                        line.put("told_by", name(said.claim().source()))
                                .put("told_at", said.claim().changedAt().toString())
                                .put("is_news", said.isNews())
                                .put("told_weight", said.trust().weight()));
        forecast.lastEntry()
                .ifPresent(
                        entry -> line.put("last_outcome", entry.ending().toLowerCase(Locale.ROOT)));
        return line;
    }

    private static String name(Claim.Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }

    private static String reason(Forecast forecast) {
        if (forecast.fails() > 0) {
            return "retry";
        }
        return forecast.plan()
                .map(plan -> plan.reason().name().toLowerCase(Locale.ROOT))
                .orElse("new");
    }
}
