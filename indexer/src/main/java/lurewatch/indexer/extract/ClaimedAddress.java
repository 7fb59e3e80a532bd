package lurewatch.indexer.extract;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Digest;
import lurewatch.indexer.PageAddress;

/// Where a feed says that an item stands.
///
/// A feed cannot speak for other hosts: whoever writes one could have any address told as that of a
/// lure. What it says of another host's page is a posting of the feed itself, with a link to where
/// it is said to stand; that page is visited where it is in scope, and speaks for itself.
final class ClaimedAddress {
    private static final List<String> COMMON = List.of("www.", "feeds.", "feed.", "rss.");

    private ClaimedAddress() {}

    /// The address of an item that is said to stand there. One of the feed's own stays the same
    /// whatever the item comes to say; empty where nothing usable is said.
    static String of(String claimed, Addresses addresses) {
        return addresses
                .crawlable(claimed)
                .map(url ->
                        isOwn(url, addresses)
                                ? url
                                : addresses.page()
                                        + "#"
                                        + Digest.of(url).prefix(PageAddress.NAME_DIGITS))
                .orElse("");
    }

    /// Where it is said to stand, if that is not its address.
    static Optional<String> told(String claimed, Addresses addresses) {
        return addresses.crawlable(claimed).filter(url -> !isOwn(url, addresses));
    }

    /// Of the feed's host or one below it. What is above may be a house with many tenants.
    private static boolean isOwn(String url, Addresses addresses) {
        String host = plain(Addresses.hostOf(url));
        String own = plain(addresses.host());
        return own.isEmpty() || host.equals(own) || host.endsWith("." + own);
    }

    private static String plain(String host) {
        return COMMON.stream()
                .filter(host::startsWith)
                .findFirst()
                .map(part -> host.substring(part.length()))
                .filter(rest -> rest.indexOf('.') > 0)
                .orElse(host);
    }
}
