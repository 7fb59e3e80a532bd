package lurewatch.crawler.fetch;

import java.net.InetAddress;
import java.util.List;
import lurewatch.crawler.frontier.Validators;
import lurewatch.crawler.site.WebUrl;

/// One GET.
///
/// @param addresses permitted ones, tried in order
/// @param mostBytes of the body that are read
record Ask(
        String site,
        WebUrl url,
        List<InetAddress> addresses,
        Validators validators,
        long mostBytes) {
    private static final int MOST_ADDRESSES = 3;

    Ask {
        addresses = List.copyOf(addresses.subList(0, Math.min(MOST_ADDRESSES, addresses.size())));
    }
}
