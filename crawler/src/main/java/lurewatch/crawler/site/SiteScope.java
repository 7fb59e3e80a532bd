package lurewatch.crawler.site;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/// A site's scope, ready to judge links by.
///
/// Without `hosts` in the site's file these are the hosts of its seeds, each with and without
/// `www.`, since most boards answer on one by sending to the other.
public final class SiteScope {
    private final List<String> hosts;
    private final List<Pattern> include;
    private final List<Pattern> exclude;

    private SiteScope(List<String> hosts, List<Pattern> include, List<Pattern> exclude) {
        this.hosts = hosts;
        this.include = include;
        this.exclude = exclude;
    }

    public static SiteScope of(Site site) {
        Scope scope = site.scope();
        List<String> hosts = scope.hosts().isEmpty() ? seedHosts(site) : scope.hosts();
        return new SiteScope(
                hosts,
                scope.include().stream().map(Scope::compiled).toList(),
                scope.exclude().stream().map(Scope::compiled).toList());
    }

    public boolean contains(WebUrl url) {
        return coversHost(url.host())
                && (include.isEmpty() || matchesAny(include, url.path()))
                && !matchesAny(exclude, url.path());
    }

    /// Whether a sitemap or feed may be read: `include` speaks of the pages that they lead to.
    public boolean containsList(WebUrl url) {
        return coversHost(url.host()) && !matchesAny(exclude, url.path());
    }

    /// A loop: asked of every link of every page.
    private boolean coversHost(String host) {
        for (String written : hosts) {
            if (covers(written, host)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(String written, String host) {
        return written.startsWith(".")
                ? host.endsWith(written) || host.equals(written.substring(1))
                : host.equals(written);
    }

    private static boolean matchesAny(List<Pattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).find());
    }

    private static List<String> seedHosts(Site site) {
        return site.seeds().stream()
                .map(WebUrl::parse)
                .flatMap(Optional::stream)
                .map(WebUrl::host)
                .flatMap(host -> List.of(host, twin(host)).stream())
                .distinct()
                .toList();
    }

    private static String twin(String host) {
        return host.startsWith("www.") ? host.substring(4) : "www." + host;
    }
}
