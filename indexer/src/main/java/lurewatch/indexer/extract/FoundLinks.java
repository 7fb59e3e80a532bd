package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The links of one page that may be crawled: each address once, in the page's order.
final class FoundLinks {
    private final Addresses addresses;
    private final int most;
    private final Map<String, PageLink> links = new LinkedHashMap<>();
    private int refused;

    FoundLinks(Addresses addresses, int most) {
        this.addresses = addresses;
        this.most = most;
    }

    List<PageLink> all() {
        return List.copyOf(links.values());
    }

    /// Which limits the page's links met.
    List<String> limitsMet() {
        List<String> met = new ArrayList<>();
        if (refused > 0) {
            met.add("limit links_per_page=" + most + " observed=" + (most + refused));
        }
        if (addresses.longestRefused() > 0) {
            met.add(
                    "limit url_length="
                            + Addresses.LONGEST
                            + " observed="
                            + addresses.longestRefused());
        }
        return met;
    }

    void add(String href, String anchor, PageLink.Kind kind) {
        if (href.isEmpty()) {
            return;
        }
        if (links.size() >= most) {
            refused++;
            return;
        }
        addresses
                .crawlable(href)
                .ifPresent(url ->
                        links.merge(url, new PageLink(url, anchor, kind), FoundLinks::better));
    }

    /// Of two links to one page, the one with words; the following page of a list stays one.
    private static PageLink better(PageLink first, PageLink second) {
        PageLink.Kind kind = first.kind() == PageLink.Kind.OTHER ? second.kind() : first.kind();
        String anchor = first.anchor().isEmpty() ? second.anchor() : first.anchor();
        return new PageLink(first.url(), anchor, kind);
    }
}
