package lurewatch.crawler.driver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.crawler.alert.Alert;
import lurewatch.crawler.alert.AlertFile;
import lurewatch.crawler.frontier.FrontierReader;
import lurewatch.crawler.frontier.SiteStatus;
import lurewatch.crawler.service.ServiceState;
import lurewatch.crawler.service.StateFile;
import lurewatch.indexer.archive.ArchiveCondition;
import lurewatch.indexer.store.FactsException;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.Quarantined;
import lurewatch.indexer.store.SiteYield;

/// How crawler and sites do, as far as the data directory tells, whether a crawler runs or not.
///
/// @param writer who writes the directory now: `pid 4711 since …`
/// @param last what a crawl said last, running or not
/// @param alerts that were told and not taken back
/// @param yields by site; empty where the facts cannot be read
/// @param quarantined pages that are read no more, or of which nothing could be kept
/// @param trouble why they cannot
record StatusView(
        Instant now,
        Optional<String> writer,
        Optional<ServiceState> last,
        List<Alert> alerts,
        List<SiteStatus> sites,
        Map<String, SiteYield> yields,
        Quarantined quarantined,
        Optional<String> trouble) {
    static final Duration ERRORS_OF = Duration.ofDays(1);
    static final Duration YIELD_OF = Duration.ofDays(7);

    /// A site that gave nothing for so long is worth a word.
    private static final Duration LONG_SILENCE = Duration.ofDays(1);

    static StatusView of(Path data, Instant now) {
        Optional<String> writer = ArchiveCondition.writerOf(data.resolve("archive"));
        Optional<ServiceState> last = new StateFile(data).read();
        List<Alert> alerts = new AlertFile(data).open();
        List<SiteStatus> sites;
        try (FrontierReader reader = FrontierReader.open(data.resolve("crawl.db"))) {
            sites = reader.sites(now, ERRORS_OF);
        }
        Path facts = data.resolve("facts.db");
        if (!Files.exists(facts)) {
            return new StatusView(
                    now, writer, last, alerts, sites, Map.of(), Quarantined.NONE, Optional.empty());
        }
        try (FactsReader reader = FactsReader.open(facts)) {
            Map<String, SiteYield> yields = reader.yields(now.minus(YIELD_OF));
            return new StatusView(
                    now,
                    writer,
                    last,
                    alerts,
                    sites,
                    yields,
                    reader.quarantined(),
                    Optional.empty());
        } catch (FactsException e) {
            Optional<String> trouble = Optional.of(String.valueOf(e.getMessage()));
            return new StatusView(
                    now, writer, last, alerts, sites, Map.of(), Quarantined.NONE, trouble);
        }
    }

    /// What the crawler that runs now says; empty where none runs.
    Optional<ServiceState> running() {
        return last.filter(state ->
                writer.filter(owner -> owner.startsWith("pid " + state.pid() + " ")).isPresent());
    }

    SiteYield yieldOf(SiteStatus site) {
        return yields.getOrDefault(site.site(), SiteYield.NONE);
    }

    /// Whether somebody should look at this site.
    boolean isTroubled(SiteStatus site) {
        return site.blockedUntil().isPresent() || isSilent(site) || onlyErrors(site);
    }

    /// It was asked, or waits to be asked, and for long gave nothing.
    boolean isSilent(SiteStatus site) {
        boolean wanted = site.recent().fetches() > 0 || !site.lanes().isEmpty();
        return wanted
                && site.fetches() > 0
                && site.lastSuccess()
                        .map(at -> Duration.between(at, now).compareTo(LONG_SILENCE) > 0)
                        .orElse(true);
    }

    private static boolean onlyErrors(SiteStatus site) {
        return site.recent().fetches() > 0 && site.recent().errors() == site.recent().fetches();
    }
}
