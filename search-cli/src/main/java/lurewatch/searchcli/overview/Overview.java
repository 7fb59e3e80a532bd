package lurewatch.searchcli.overview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.ValueCounts.ValueCount;
import lurewatch.indexer.store.SiteVisits;
import lurewatch.searchcli.leads.Timeline;
import lurewatch.searchcli.leads.Trends;

/// How things stand.
///
/// @param rising contacts and campaigns, each a family of its own
/// @param countries where the lures lead, the ones with most new lures first
public record Overview(
        Instant since,
        Instant now,
        long postings,
        Fresh fresh,
        List<Trends> rising,
        List<Country> countries,
        Urgent urgent,
        List<Fired> fired,
        Crawl crawl,
        List<Step> next) {
    public Overview {
        rising = List.copyOf(rising);
        countries = List.copyOf(countries);
        fired = List.copyOf(fired);
        next = List.copyOf(next);
    }

    /// The postings that were first seen since then.
    ///
    /// @param before how many there were in as much time before
    /// @param sites with their lures alone
    public record Fresh(
            long postings,
            long before,
            List<ValueCount> classes,
            List<ValueCount> sites,
            List<ValueCount> luresBySite) {}

    /// The lures that name a country.
    ///
    /// @param code ISO 3166
    /// @param before how many new ones there were in as much time before
    /// @param days new ones of the last two weeks
    /// @param places gazetteer ids, of all its lures
    public record Country(
            String code,
            long fresh,
            long before,
            long all,
            Timeline days,
            List<ValueCount> places) {}

    /// Postings in which a person may be in danger, and that nobody has labelled and this analyst
    /// has read in no case.
    public record Urgent(long unread, long all, List<Hit> some) {}

    /// A watch with what it fired that nobody has acknowledged.
    public record Fired(String watch, int unseen, Optional<Instant> last) {}

    /// How visits went in the day before the last capture.
    public record Crawl(Optional<Instant> last, List<SiteVisits> sites) {
        List<SiteVisits> failing() {
            return sites.stream().filter(SiteVisits::isFailing).toList();
        }

        long visits() {
            return sites.stream().mapToLong(SiteVisits::visits).sum();
        }
    }

    /// A command worth running, and why.
    public record Step(String command, String why) {}

    /// What to do where nothing was crawled yet.
    public static List<Step> firstSteps() {
        return List.of(
                new Step("lurewatch demo", "crawl a small world on this machine and look around"),
                new Step(
                        "lurewatch doctor",
                        "see what on this machine could keep a crawl from running"),
                new Step(
                        "lurewatch check", "check config/sites, where the watched sites are named"),
                new Step("lurewatch crawl --once", "visit them"));
    }
}
