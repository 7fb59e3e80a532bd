package lurewatch.crawler.fetch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.crawler.frontier.FoundLink;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.SiteScope;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.extract.PageLink;

/// Which of a page's links the frontier gets: http and https, in the scope of the page's site, each
/// once, and no more of them than a page may have. `tel:`, `whatsapp:` and their like are evidence,
/// and never asked for.
final class LinkFilter {
    /// More in one robots.txt are there to be fetched, not to be read.
    private static final int MOST_SITEMAPS = 50;

    private final Limits limits;
    private final Map<String, SiteScope> scopes = new HashMap<>();

    LinkFilter(Limits limits, Iterable<Site> sites) {
        this.limits = limits;
        sites.forEach(site -> scopes.put(site.name(), SiteScope.of(site)));
    }

    List<FoundLink> found(String site, List<PageLink> links) {
        Map<WebUrl, FoundLink> found = new LinkedHashMap<>();
        Optional<WebUrl> near = Optional.empty();
        String origin = "";
        for (PageLink link : first(links)) {
            if (found.size() >= most(link)) {
                break;
            }
            if (link.url().length() > limits.urlLength()) {
                continue;
            }
            String written = link.url();
            Optional<WebUrl> url =
                    near.isPresent()
                            ? near.get().parseNear(written, origin)
                            : WebUrl.parse(written);
            if (near.isEmpty()) {
                // Most links of a page lead to one server.
                near = url;
                origin = url.map(WebUrl::origin).orElse("");
            }
            url.filter(u -> isInScope(site, u, link.kind()))
                    .ifPresent(u -> found.merge(u, found(u, link), LinkFilter::better));
        }
        return List.copyOf(found.values());
    }

    /// Where a page has more than it may, those that lead on through its list come first.
    private List<PageLink> first(List<PageLink> links) {
        return links.size() <= limits.linksPerPage()
                ? links
                : links.stream().sorted(Comparator.comparing(LinkFilter::isAside)).toList();
    }

    private static boolean isAside(PageLink link) {
        return switch (link.kind()) {
            case ITEM, NEXT, FEED -> false;
            case OTHER, LISTED, SITEMAP -> true;
        };
    }

    /// A redirect's target as a link.
    ///
    /// @param kind `REDIRECT` or `RETURN`
    List<FoundLink> moved(String site, Optional<WebUrl> target, FoundLink.Kind kind) {
        return target.filter(url -> url.toString().length() <= limits.urlLength())
                .filter(url -> isInScope(site, url, PageLink.Kind.OTHER))
                .map(url -> List.of(new FoundLink(url, kind)))
                .orElse(List.of());
    }

    /// That a redirect's target is too long to be followed, if so.
    Optional<LimitHit> tooLong(WebUrl target) {
        int length = target.toString().length();
        return length > limits.urlLength()
                ? Optional.of(LimitHit.of("url_length", limits.urlLength(), length))
                : Optional.empty();
    }

    private int most(PageLink link) {
        return switch (link.kind()) {
            case LISTED, SITEMAP -> limits.linksPerSitemap();
            case ITEM, NEXT, OTHER, FEED -> limits.linksPerPage();
        };
    }

    private boolean isInScope(String site, WebUrl url, PageLink.Kind kind) {
        SiteScope scope = scopes.get(site);
        return scope != null
                && switch (kind) {
                    case FEED, SITEMAP -> scope.containsList(url);
                    case ITEM, NEXT, OTHER, LISTED -> scope.contains(url);
                };
    }

    /// Of the sitemaps that a robots.txt names, those that the site's scope allows.
    List<WebUrl> sitemaps(String site, List<String> named) {
        return named.stream()
                .limit(MOST_SITEMAPS)
                .filter(url -> url.length() <= limits.urlLength())
                .map(WebUrl::parse)
                .flatMap(Optional::stream)
                .filter(url -> isInScope(site, url, PageLink.Kind.SITEMAP))
                .distinct()
                .toList();
    }

    private static FoundLink found(WebUrl url, PageLink link) {
        return new FoundLink(url, kind(link), link.anchor(), link.changedAt());
    }

    private static FoundLink.Kind kind(PageLink link) {
        return switch (link.kind()) {
            case ITEM -> FoundLink.Kind.ITEM;
            case NEXT -> FoundLink.Kind.NEXT;
            case OTHER -> FoundLink.Kind.OTHER;
            case FEED -> FoundLink.Kind.FEED;
            case SITEMAP -> FoundLink.Kind.SITEMAP;
            case LISTED -> FoundLink.Kind.LISTED;
        };
    }

    private static FoundLink better(FoundLink first, FoundLink second) {
        return first.kind().compareTo(second.kind()) <= 0 ? first : second;
    }
}
