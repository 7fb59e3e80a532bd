package lurewatch.crawler.driver;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lurewatch.crawler.frontier.Claim;
import lurewatch.crawler.frontier.FetchLogEntry;
import lurewatch.crawler.frontier.Forecast;
import lurewatch.crawler.frontier.Forecast.Hearsay;
import lurewatch.crawler.revisit.Plan;
import lurewatch.crawler.revisit.Trust;

/// A forecast in words.
final class ForecastText {
    private ForecastText() {}

    /// Labels and what stands behind them, in the order in which they are read.
    static Map<String, String> lines(Forecast forecast, Instant now) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("page", kind(forecast) + " of site " + forecast.site());
        if (!forecast.anchor().isEmpty()) {
            lines.put("found by", "the link \"" + forecast.anchor() + "\"");
        }
        lines.put("seen", seen(forecast, now));
        lines.put("next", next(forecast, now));
        lines.put("because", because(forecast));
        forecast.promise()
                .ifPresent(promise ->
                        lines.put(
                                "promise",
                                String.format(
                                        Locale.ROOT,
                                        "%.0f of 100, by what such links led to; pages of its host"
                                                + " that promise more come first",
                                        100 * promise)));
        forecast.plan()
                .filter(plan -> plan.reason() != Plan.Reason.MISSING)
                .ifPresent(plan -> {
                    lines.put("rate", rate(forecast, plan));
                    lines.put("worth", worth(forecast, plan));
                });
        forecast.hearsay().ifPresent(said -> lines.put("told", told(said, now)));
        if (forecast.watched()) {
            lines.put("watched", "by schedule.watch, whatever it is worth");
        }
        forecast.look().ifPresent(looked -> lines.put("others see", others(looked, now)));
        lines.put("host", host(forecast, now));
        forecast.lastEntry().ifPresent(entry -> lines.put("last fetch", entry(entry, now)));
        return lines;
    }

    private static String kind(Forecast forecast) {
        return switch (forecast.pageClass()) {
            case HUB -> "a listing page";
            case FEED -> "a feed";
            case SITEMAP -> "a sitemap";
            case DETAIL -> "a posting's page";
            case OTHER -> "a page that is neither listing nor posting";
        };
    }

    private static String seen(Forecast forecast, Instant now) {
        if (forecast.seenAt().isEmpty()) {
            return forecast.lastAt().isEmpty() ? "never fetched" : "fetched, but never seen";
        }
        String changed =
                forecast.pageClass().isListing() ? " with new postings" : " found it changed";
        return forecast.visits()
                + (forecast.visits() == 1 ? " visit" : " visits")
                + ", "
                + forecast.changes()
                + changed
                + "; last "
                + Spans.written(Duration.between(forecast.seenAt().get(), now))
                + " ago";
    }

    private static String next(Forecast forecast, Instant now) {
        Instant due = expectedAt(forecast);
        Duration wait = Duration.between(now, due);
        return wait.isPositive()
                ? "in " + Spans.written(wait) + ", " + due.truncatedTo(ChronoUnit.SECONDS)
                : "due now, since " + Spans.written(wait.negated());
    }

    static Instant expectedAt(Forecast forecast) {
        Instant due = forecast.dueAt();
        return forecast.hostFreeAt().isAfter(due) ? forecast.hostFreeAt() : due;
    }

    private static String because(Forecast forecast) {
        Optional<Hearsay> news =
                forecast.hearsay()
                        .filter(Hearsay::isNews)
                        .filter(said ->
                                said.claim().newsAt().filter(forecast.dueAt()::equals).isPresent());
        if (news.isPresent()) {
            return source(news.get().claim().source())
                    + " says that it "
                    + what(news.get().claim().source())
                    + ", and the visit is pulled forward for that";
        }
        if (forecast.fails() > 0) {
            return "the last "
                    + (forecast.fails() == 1 ? "fetch" : forecast.fails() + " fetches")
                    + " failed; it is tried again, at longer and longer intervals";
        }
        if (forecast.plan().isEmpty()) {
            return "a page never seen is fetched as soon as its host's turn comes";
        }
        return switch (forecast.plan().get().reason()) {
            case FUSE -> "a new posting is looked at soon (schedule.detail_fuse)";
            case WISH -> "the budget suffices to visit this listing as often as its site wants";
            case WORTH -> "by then the visit is worth today's price";
            case LONGEST ->
                    "it would not be worth today's price even then, but no page waits longer";
            case WATCH -> "somebody watches it (schedule.watch.gap)";
            case MISSING ->
                    "the last "
                            + (forecast.misses() == 1 ? "answer" : forecast.misses() + " answers")
                            + " said that it is not there or not for us; it is looked for again,"
                            + " less and less often";
        };
    }

    private static String source(Claim.Source source) {
        return switch (source) {
            case SITEMAP -> "its sitemap";
            case FEED -> "a feed";
            case LISTING -> "a listing that shows it anew";
            case LEFT -> "a listing that shows it no more";
        };
    }

    private static String what(Claim.Source source) {
        return source == Claim.Source.LEFT ? "ended" : "changed";
    }

    private static String told(Hearsay said, Instant now) {
        Trust trust = said.trust();
        return source(said.claim().source())
                + " says that it "
                + what(said.claim().source())
                + " "
                + Spans.written(Duration.between(said.claim().changedAt(), now))
                + " ago"
                + (said.isNews() ? ", which is news" : ", which is known")
                + String.format(
                        Locale.ROOT,
                        "; of this host's pages it was right in %.0f of %.0f cases and silent about"
                                + " %.0f of %.0f %s",
                        trust.toldChanged(),
                        trust.toldChanged() + trust.toldSame(),
                        trust.silentChanged(),
                        trust.toldChanged() + trust.silentChanged(),
                        said.claim().source() == Claim.Source.LEFT ? "ends" : "changes");
    }

    private static String rate(Forecast forecast, Plan plan) {
        String what = forecast.pageClass().isListing() ? "a new posting" : "a change";
        return what
                + " about every "
                + every(plan.perHour())
                + "; with 80 % between "
                + every(plan.high())
                + " and "
                + every(plan.low());
    }

    private static String every(double perHour) {
        double hours = perHour <= 0 ? Double.POSITIVE_INFINITY : 1 / perHour;
        return hours > 365 * 24 ? "a year or more" : Spans.written(hours(hours));
    }

    private static String worth(Forecast forecast, Plan plan) {
        return Spans.written(hours(plan.worth()))
                + " of being up to date at the next visit; today's price is "
                + Spans.written(hours(forecast.price()))
                + (forecast.ample() ? ", the budget suffices" : ", the budget is short");
    }

    private static Duration hours(double hours) {
        return Duration.ofMillis((long) (Math.min(hours, 1e6) * 3_600_000));
    }

    private static String host(Forecast forecast, Instant now) {
        String gap = "asked at most every " + Spans.written(forecast.hostGap());
        Optional<Instant> blocked = forecast.hostBlockedUntil().filter(now::isBefore);
        return gap
                + blocked.map(until ->
                                "; rests after trouble for "
                                        + Spans.written(Duration.between(now, until)))
                        .orElse("; not resting");
    }

    private static String others(Forecast.LookedAt looked, Instant now) {
        return looked.look().detail()
                + ", "
                + Spans.written(Duration.between(looked.at(), now))
                + " ago";
    }

    private static String entry(FetchLogEntry entry, Instant now) {
        String status = entry.status().isPresent() ? " " + entry.status().getAsInt() : "";
        String detail = entry.detail().isEmpty() ? "" : ", " + entry.detail();
        return entry.ending().toLowerCase(Locale.ROOT)
                + status
                + detail
                + ", "
                + Spans.written(Duration.between(entry.at(), now))
                + " ago";
    }
}
