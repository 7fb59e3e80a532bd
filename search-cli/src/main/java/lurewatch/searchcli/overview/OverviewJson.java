package lurewatch.searchcli.overview;

import java.time.Instant;
import java.util.List;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.ValueCounts.ValueCount;
import lurewatch.indexer.store.SiteVisits;
import lurewatch.searchcli.leads.Timeline;
import lurewatch.searchcli.leads.Trends;
import lurewatch.searchcli.overview.Overview.Country;
import lurewatch.searchcli.overview.Overview.Fired;
import lurewatch.searchcli.overview.Overview.Step;

/// An overview as one JSON object, nothing left out.
public final class OverviewJson {
    private OverviewJson() {}

    public static String of(Overview overview) {
        Overview.Fresh fresh = overview.fresh();
        return JsonLine.versioned()
                .put("since", overview.since().toString())
                .put("now", overview.now().toString())
                .put("postings", overview.postings())
                .put("new", fresh.postings())
                .put("new_before", fresh.before())
                .putObjects("new_by_class", fresh.classes(), OverviewJson::count)
                .putObjects("new_by_site", fresh.sites(), OverviewJson::count)
                .putObjects("new_lures_by_site", fresh.luresBySite(), OverviewJson::count)
                .putObjects("countries", overview.countries(), OverviewJson::country)
                .putObjects(
                        "rising",
                        overview.rising().stream()
                                .flatMap(trends -> trends.rising().stream())
                                .map(OverviewJson::rise)
                                .toList(),
                        rise -> rise)
                .put("urgent", overview.urgent().all())
                .put("urgent_unread", overview.urgent().unread())
                .putObjects("urgent_first", overview.urgent().some(), OverviewJson::hit)
                .putObjects("fired", overview.fired(), OverviewJson::fired)
                .put("last_capture", overview.crawl().last().map(Instant::toString))
                .putObjects("sites", overview.crawl().sites(), OverviewJson::site)
                .putObjects("next", overview.next(), OverviewJson::step)
                .toString();
    }

    /// Where there is nothing yet.
    public static String nothing() {
        return JsonLine.versioned()
                .put("postings", 0)
                .putObjects("next", Overview.firstSteps(), OverviewJson::step)
                .toString();
    }

    private static String count(ValueCount count) {
        return JsonLine.object(
                line -> line.put("value", count.value()).put("postings", count.postings()));
    }

    private static String country(Country country) {
        List<Timeline.Bucket> days = country.days().buckets();
        return JsonLine.object(line ->
                line.put("country", country.code())
                        .put("new", country.fresh())
                        .put("new_before", country.before())
                        .put("all", country.all())
                        .putObjects(
                                "days",
                                days,
                                day ->
                                        JsonLine.object(one ->
                                                one.put("day", day.from().toString())
                                                        .put("new", day.postings())))
                        .putObjects("places", country.places(), OverviewJson::count));
    }

    private static String rise(Trends.Rise rise) {
        return JsonLine.object(line ->
                line.put("field", rise.field())
                        .put("value", rise.value())
                        .put("in_window", rise.inWindow())
                        .put("window_postings", rise.ofWindow())
                        .put("in_baseline", rise.inBaseline())
                        .put("baseline_postings", rise.ofBaseline())
                        .put("p", rise.p())
                        .put("q", rise.q()));
    }

    private static String hit(Hit hit) {
        return JsonLine.object(line ->
                line.put("posting", hit.id()).put("title", hit.title()).put("url", hit.url()));
    }

    private static String fired(Fired fired) {
        return JsonLine.object(line ->
                line.put("watch", fired.watch())
                        .put("unseen", fired.unseen())
                        .put("last", fired.last().map(Instant::toString)));
    }

    private static String site(SiteVisits site) {
        return JsonLine.object(line ->
                line.put("site", site.site())
                        .put("visits", site.visits())
                        .put("troubled", site.troubled())
                        .put("failing", site.isFailing())
                        .put("last", site.last().toString()));
    }

    private static String step(Step step) {
        return JsonLine.object(line -> line.put("command", step.command()).put("why", step.why()));
    }
}
