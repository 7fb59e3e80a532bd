package lurewatch.crawler.driver;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.crawler.alert.Alert;
import lurewatch.crawler.alert.AlertDesk;
import lurewatch.crawler.frontier.Clocks;
import lurewatch.crawler.service.HealthServer;
import lurewatch.crawler.service.LogFiles;
import lurewatch.crawler.service.SiteBoard;
import lurewatch.crawler.service.Vitals;
import lurewatch.crawler.site.Site;
import lurewatch.indexer.Capture;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.extract.PageLink;

/// All by which a crawl is watched from beside it: log files, alerts, health and metrics.
final class Outlook implements Closeable {
    private final Map<String, Site> sites;
    private final Clocks clocks;
    private final Closeable logs;
    private final AlertDesk desk;
    private final Optional<HealthServer> health;

    private Outlook(
            Map<String, Site> sites,
            Clocks clocks,
            Closeable logs,
            AlertDesk desk,
            Optional<HealthServer> health) {
        this.sites = sites;
        this.clocks = clocks;
        this.logs = logs;
        this.desk = desk;
        this.health = health;
    }

    static Outlook open(Path data, Instructions instructions, Vitals vitals, Clocks clocks) {
        Map<String, Site> sites =
                instructions.sites().enabled().stream()
                        .collect(Collectors.toMap(Site::name, site -> site));
        Closeable logs = LogFiles.open(instructions.settings().service());
        SiteBoard board = new SiteBoard(data, clocks.wall());
        AlertDesk desk =
                AlertDesk.open(
                        data,
                        instructions.settings(),
                        vitals::state,
                        board::latest,
                        sites.keySet());
        Optional<HealthServer> health =
                HealthServer.open(
                        instructions.settings().service(),
                        vitals::state,
                        board::latest,
                        () -> byKind(desk));
        return new Outlook(sites, clocks, logs, desk, health);
    }

    private static Map<String, Long> byKind(AlertDesk desk) {
        return desk.open().stream()
                .map(Alert::kind)
                .collect(Collectors.groupingBy(kind -> kind.label(), Collectors.counting()));
    }

    /// A page came and was read. Where a site has a recipe, what others found in its place does not
    /// count: they always find something.
    void saw(Capture capture, Extraction extraction) {
        String site = capture.site();
        boolean success = capture.status() >= 200 && capture.status() < 300;
        if (!success || !sites.containsKey(site)) {
            return;
        }
        boolean byRecipe =
                sites.get(site).recipe().isEmpty()
                        || extraction
                                .reader()
                                .filter(reader -> reader.equals("recipe"))
                                .isPresent();
        boolean something =
                !extraction.postings().isEmpty()
                        || extraction.links().stream()
                                .anyMatch(link -> link.kind() == PageLink.Kind.ITEM);
        desk.finds().page(site, byRecipe && something, clocks.now());
    }

    @Override
    public void close() throws IOException {
        health.ifPresent(HealthServer::close);
        desk.close();
        logs.close();
    }
}
