package lurewatch.crawler.fetch;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import lurewatch.crawler.frontier.Validators;
import lurewatch.crawler.site.WebUrl;

/// One GET.
///
/// @param url of the page: what the answer is filed under
/// @param asked what the server is asked for: the same, but for what names the visitor
/// @param addresses permitted ones, tried in order
/// @param mostBytes of the body that are read
/// @param cookies those for its address are sent
/// @param otherAgent for a second look: the user agent that it is made under
/// @param place where its body lies if it is large; empty for one that is soon done with
record Ask(
        String site,
        WebUrl url,
        WebUrl asked,
        List<InetAddress> addresses,
        Validators validators,
        long mostBytes,
        Cookies cookies,
        Optional<String> otherAgent,
        Optional<BodyRoom.Place> place) {
    private static final int MOST_ADDRESSES = 3;

    /// A request under the site's usual user agent that brings no cookies.
    Ask(
            String site,
            WebUrl url,
            List<InetAddress> addresses,
            Validators validators,
            long mostBytes) {
        this(
                site,
                url,
                url,
                addresses,
                validators,
                mostBytes,
                Cookies.upTo(0),
                Optional.empty(),
                Optional.empty());
    }

    Ask {
        addresses = List.copyOf(addresses.subList(0, Math.min(MOST_ADDRESSES, addresses.size())));
    }
}
