package lurewatch.crawler.discovery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lurewatch.crawler.settings.Discover;
import lurewatch.crawler.site.Scope;
import lurewatch.crawler.site.Site;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.SiteKind;

/// Makes sites of discoveries: as a file for the operator to keep, or for a crawl within the bounds
/// of `discovery` in the settings.
public final class Probation {
    private static final String PREFIX = "found-";
    private static final int LONGEST_NAME = 60;

    private Probation() {}

    /// The discoveries that are visited without a site file: as many as the operator allows, the
    /// most worthwhile first, a few pages each.
    ///
    /// @param taken names of the sites that have a file
    public static List<Site> sites(
            List<Discovery> discoveries, Discover settings, Set<String> taken) {
        List<Site> sites = new ArrayList<>();
        Set<String> names = new HashSet<>(taken);
        for (Discovery discovery : discoveries) {
            boolean allowed =
                    switch (discovery.kind()) {
                        case CHANNEL -> settings.follow() != Discover.Follow.DOMAINS;
                        case DOMAIN -> settings.follow() != Discover.Follow.CHANNELS;
                    };
            if (sites.size() < settings.sites() && allowed && names.add(name(discovery))) {
                sites.add(site(discovery, settings));
            }
        }
        return sites;
    }

    private static Site site(Discovery discovery, Discover settings) {
        return new Site(
                name(discovery),
                kind(discovery),
                true,
                List.of(seed(discovery)),
                new Scope(
                        List.of(host(discovery)),
                        include(discovery),
                        List.of(),
                        settings.depth(),
                        settings.pages()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// A site file for the operator, disabled: the decision is his.
    public static String file(Discovery discovery) {
        StringBuilder file = new StringBuilder();
        file.append("# Proposed by `lurewatch discoveries`. These postings lead there:\n");
        discovery.leads().stream()
                .limit(5)
                .forEach(lead ->
                        file.append("#   ")
                                .append(lead.posting())
                                .append(" (score ")
                                .append(Math.round(lead.score()))
                                .append(", site ")
                                .append(lead.site())
                                .append(")\n"));
        file.append("name: ").append(name(discovery)).append('\n');
        file.append("kind: ")
                .append(discovery.kind() == Discovery.Kind.CHANNEL ? "channel" : "job-board")
                .append('\n');
        file.append(
                "# Whether its terms, its robots.txt and your law allow the visit is yours to"
                        + " decide.\n");
        file.append("enabled: false\n");
        file.append("seeds: [\"").append(seed(discovery)).append("\"]\n");
        file.append("scope:\n  hosts: [").append(host(discovery)).append("]\n");
        include(discovery)
                .forEach(path -> file.append("  include: ['").append(path).append("']\n"));
        return file.append("  pages: 500\n").toString();
    }

    /// `found-golden-star-example`, `found-t-me-sample-channel`.
    public static String name(Discovery discovery) {
        String plain = LowerCase.of(discovery.name()).replaceAll("[^a-z0-9]{1,200}", "-");
        String name = PREFIX + plain;
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static SiteKind kind(Discovery discovery) {
        return discovery.kind() == Discovery.Kind.CHANNEL ? SiteKind.CHANNEL : SiteKind.JOB_BOARD;
    }

    private static String seed(Discovery discovery) {
        return switch (discovery.kind()) {
            case CHANNEL -> "https://t.me/s/" + channel(discovery);
            case DOMAIN -> "https://" + discovery.name() + "/";
        };
    }

    private static String host(Discovery discovery) {
        return discovery.kind() == Discovery.Kind.CHANNEL ? "t.me" : "." + discovery.name();
    }

    private static List<String> include(Discovery discovery) {
        return discovery.kind() == Discovery.Kind.CHANNEL
                ? List.of("(?i)^/s/" + channel(discovery) + "(\\?|$)")
                : List.of();
    }

    private static String channel(Discovery discovery) {
        return discovery.name().substring("t.me/".length());
    }
}
