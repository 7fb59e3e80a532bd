package lurewatch.crawler.frontier;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.settings.Politeness;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.settings.Storage;
import lurewatch.crawler.site.Site;

/// What the frontier has to know of the configuration.
///
/// @param sites the watched ones, by name
/// @param worthALook the relevance from which on a person should look at a page, 0 to 1: the
///   threshold of the rules by which pages are assessed
/// @param barred addresses that are never visited, whoever links to them
/// @param logRows most rows of the fetch log
/// @param horizon a run of mode `ONCE` waits for what is due again this soon, and for no more
public record FrontierSettings(
        Politeness politeness,
        Schedule schedule,
        Limits limits,
        Map<String, Site> sites,
        RunMode mode,
        double worthALook,
        Predicate<String> barred,
        Duration horizon,
        int logRows) {
    private static final Duration HORIZON = Duration.ofSeconds(5);

    public FrontierSettings {
        sites = Map.copyOf(sites);
    }

    /// With no address barred, and the usual bound of the log.
    public FrontierSettings(
            Politeness politeness,
            Schedule schedule,
            Limits limits,
            Map<String, Site> sites,
            RunMode mode,
            double worthALook,
            Duration horizon) {
        this(
                politeness,
                schedule,
                limits,
                sites,
                mode,
                worthALook,
                _ -> false,
                horizon,
                Storage.DEFAULTS.fetchlogRows());
    }

    /// With no address barred.
    public static FrontierSettings of(
            Settings settings, List<Site> sites, RunMode mode, double worthALook) {
        return of(settings, sites, mode, worthALook, _ -> false);
    }

    public static FrontierSettings of(
            Settings settings,
            List<Site> sites,
            RunMode mode,
            double worthALook,
            Predicate<String> barred) {
        return new FrontierSettings(
                settings.politeness(),
                settings.schedule(),
                settings.limits(),
                sites.stream().collect(Collectors.toMap(Site::name, Function.identity())),
                mode,
                worthALook,
                barred,
                HORIZON,
                settings.storage().fetchlogRows());
    }

    /// The gap between requests that the site's file asks for.
    Duration siteMinimum(String site) {
        return Optional.ofNullable(sites.get(site))
                .flatMap(Site::minimumDelay)
                .orElse(Duration.ZERO);
    }

    int depth(String site) {
        int own = Optional.ofNullable(sites.get(site)).map(s -> s.scope().depth()).orElse(0);
        return Math.min(own, limits.depth());
    }

    int pages(String site) {
        return Optional.ofNullable(sites.get(site)).map(s -> s.scope().pages()).orElse(0);
    }

    /// When a run ends.
    public enum RunMode {
        /// When nothing is due and nothing is leased.
        ONCE,
        /// When it is stopped.
        SERVICE
    }
}
