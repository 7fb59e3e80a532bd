package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The links of one page that may be crawled: each address once, in the page's order, those last
/// that nobody sees. A page that has too many keeps those that lead on through its list.
final class FoundLinks {
    /// Of those that lead on, beyond what a page may have.
    private static final int RESERVED = 200;

    private final Addresses addresses;
    private final int most;
    private final Map<String, PageLink> links = new LinkedHashMap<>();
    private final Map<String, PageLink> hidden = new LinkedHashMap<>();
    private int refused;

    FoundLinks(Addresses addresses, int most) {
        this.addresses = addresses;
        this.most = most;
    }

    List<PageLink> all() {
        List<PageLink> all = new ArrayList<>(links.values());
        hidden.values().stream().limit(Math.max(0, most - links.size())).forEach(all::add);
        return List.copyOf(all);
    }

    /// Which limits the page's links met.
    List<String> limitsMet() {
        List<String> met = new ArrayList<>();
        int found = links.size() + hidden.size() + refused;
        if (found > most) {
            met.add("limit links_per_page=" + most + " observed=" + found);
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
        boolean leadsOn = kind != PageLink.Kind.OTHER;
        if (links.size() >= (leadsOn ? most + RESERVED : most)) {
            refused++;
            return;
        }
        addresses
                .crawlable(href)
                .ifPresent(url -> {
                    PageLink before = hidden.remove(url);
                    PageLink link = new PageLink(url, anchor, kind);
                    links.merge(
                            url, before == null ? link : better(link, before), FoundLinks::better);
                });
    }

    /// A link that nobody sees.
    void addHidden(String href, String anchor) {
        if (href.isEmpty()) {
            return;
        }
        if (hidden.size() >= most) {
            refused++;
            return;
        }
        addresses
                .crawlable(href)
                .filter(url -> !links.containsKey(url))
                .ifPresent(url ->
                        hidden.merge(
                                url,
                                new PageLink(url, anchor, PageLink.Kind.OTHER),
                                FoundLinks::better));
    }

    /// Of two links to one page, the one with words; the following page of a list stays one.
    private static PageLink better(PageLink first, PageLink second) {
        PageLink.Kind kind = first.kind() == PageLink.Kind.OTHER ? second.kind() : first.kind();
        String anchor = first.anchor().isEmpty() ? second.anchor() : first.anchor();
        return new PageLink(first.url(), anchor, kind);
    }
}
