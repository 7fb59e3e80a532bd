package lurewatch.crawler.fetch;

import java.util.HashMap;
import java.util.Map;
import lurewatch.crawler.settings.Identity;
import lurewatch.crawler.site.Site;

/// What requests say they come from: the crawler's honest name, unless the operator has given a
/// site another.
///
/// @param usual for every site without its own
/// @param bySite by the site's name
record Agents(String usual, Map<String, String> bySite) {
    Agents {
        bySite = Map.copyOf(bySite);
    }

    static Agents of(Identity identity, Iterable<Site> sites) {
        Map<String, String> bySite = new HashMap<>();
        sites.forEach(site -> site.userAgent().ifPresent(agent -> bySite.put(site.name(), agent)));
        return new Agents(identity.header(), bySite);
    }

    String of(String site) {
        return bySite.getOrDefault(site, usual);
    }
}
