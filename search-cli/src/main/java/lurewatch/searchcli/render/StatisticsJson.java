package lurewatch.searchcli.render;

import java.time.Instant;
import java.util.List;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.store.FactsStatistics;

/// Statistics as one line of JSON.
public final class StatisticsJson {
    private StatisticsJson() {}

    public static String of(FactsStatistics statistics) {
        return JsonLine.versioned()
                .put("captures", statistics.captures())
                .put("postings", statistics.postings())
                .put("contacts", statistics.contacts())
                .put("failed_captures", statistics.failedCaptures())
                .put("first_capture", statistics.firstCapture().map(Instant::toString))
                .put("last_capture", statistics.lastCapture().map(Instant::toString))
                .putObjects("sites", statistics.sites(), StatisticsJson::site)
                .putLiteral("languages", counts(statistics.languages()))
                .putLiteral("classes", counts(statistics.classes()))
                .putLiteral("contexts", counts(statistics.contexts()))
                .toString();
    }

    private static String site(FactsStatistics.SiteCount site) {
        return JsonLine.object(line ->
                line.put("site", site.site())
                        .put("captures", site.captures())
                        .put("postings", site.postings()));
    }

    private static String counts(List<FactsStatistics.Count> counts) {
        return JsonLine.object(line ->
                counts.forEach(count ->
                        line.put(
                                count.name().isEmpty() ? "unknown" : count.name(),
                                count.postings())));
    }
}
