package lurewatch.crawler.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.extract.PageLink;

/// Remembers which postings a channel or listing has shown, so that its further pages are not
/// walked again whenever something new comes.
///
/// Where the address of the next page names a posting (`?before=4711`), each new posting moves all
/// of them, and none is known by its address. A page whose postings were all seen in this list
/// before leads to none that was not.
///
/// In memory, and bounded: what is forgotten counts as new, which costs a walk. Thread-safe.
final class SeenPostings {
    /// So lately seen ones may be those of this very visit: a page is asked for again where it is
    /// compared, or where something failed.
    private static final Duration SETTLED = Duration.ofMinutes(5);

    /// A page of one posting is no list.
    private static final int LIST = 2;

    private static final int BITS = 20;
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final long[] prints = new long[1 << BITS];
    private final long[] firstSeen = new long[1 << BITS];

    /// The links of a page that was fetched then, without those to further pages of its list where
    /// nothing on it is new.
    synchronized List<PageLink> links(String url, Instant at, Extraction page) {
        List<PageLink> next =
                page.links().stream().filter(link -> link.kind() == PageLink.Kind.NEXT).toList();
        if (next.isEmpty()
                || page.postings().size() < LIST
                || !path(url).equals(path(next.getFirst().url()))) {
            return page.links();
        }
        long list = with(BASIS, list(url, next.getFirst().url()));
        boolean isNews = false;
        for (JobPosting posting : page.postings()) {
            isNews |= isNews(with(list, posting.url()), at);
        }
        return isNews
                ? page.links()
                : page.links().stream().filter(link -> !next.contains(link)).toList();
    }

    private boolean isNews(long print, Instant at) {
        int slot = (int) (print >>> (Long.SIZE - BITS));
        if (prints[slot] == print) {
            return firstSeen[slot] > at.minus(SETTLED).toEpochMilli();
        }
        prints[slot] = print;
        firstSeen[slot] = at.toEpochMilli();
        return true;
    }

    /// What the addresses of a list's pages have in common: the path, and what of the query stays.
    private static String list(String page, String next) {
        Set<String> kept = parameters(page);
        kept.retainAll(parameters(next));
        return path(page) + "?" + String.join("&", kept);
    }

    private static String path(String url) {
        return url.split("\\?", 2)[0];
    }

    private static Set<String> parameters(String url) {
        int question = url.indexOf('?');
        return new TreeSet<>(
                question < 0 ? List.of() : List.of(url.substring(question + 1).split("&", -1)));
    }

    /// FNV-1a, mixed once more so that the top bits are good.
    private static long with(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        return hash ^ (hash >>> 29);
    }
}
