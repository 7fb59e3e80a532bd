package lurewatch.crawler.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.crawler.frontier.Lease;
import lurewatch.crawler.site.WebUrl;

/// What visits take along from a redirect to where it leads, while that waits for its host's turn.
///
/// In memory only, and bounded: where it is lost, a visit goes on without cookies, and ends where
/// it would have without them.
final class Onward {
    /// A host's turn may take long to come.
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final long MOST_CHARACTERS = 4_000_000;

    /// Names, list and key of an entry, in characters.
    private static final int ENTRY = 200;

    private final int mostCookies;
    private final Cache<String, Bag> waiting =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_CHARACTERS)
                    .weigher((String _, Bag bag) -> bag.weight())
                    .expireAfterWrite(LONGEST)
                    .build();

    Onward(int mostCookies) {
        this.mostCookies = mostCookies;
    }

    /// A visit's cookies, and the addresses it has come through.
    ///
    /// @param asked the address to ask at next, where a redirect has written a visitor's id into it
    record Bag(Cookies cookies, List<String> way, Optional<WebUrl> asked) {
        Bag {
            way = List.copyOf(way);
        }

        /// Whether there is nothing by which a server would know this visit again.
        boolean isEmpty() {
            return cookies.isEmpty() && asked.isEmpty();
        }

        private int weight() {
            return ENTRY
                    + cookies.all().stream().mapToInt(cookie -> cookie.length() + ENTRY).sum()
                    + way.stream().mapToInt(String::length).sum()
                    + asked.map(url -> url.toString().length()).orElse(0);
        }

        /// The visit sent on by an answer.
        Bag after(FetchedExchange answer, Instant now) {
            List<String> further = new ArrayList<>(way);
            further.add(answer.url());
            Optional<WebUrl> written =
                    Redirects.target(answer).filter(url -> !Redirects.page(url).equals(url));
            return new Bag(cookies.after(answer, now), further, written);
        }

        /// Whether this visit has been there, and may be told something else now that it is known
        /// again.
        boolean returnsTo(WebUrl target) {
            return !isEmpty() && way.contains(target.toString());
        }

        /// Whether the server would hear what it heard before.
        boolean says(Bag before) {
            return cookies.equals(before.cookies) && asked.equals(before.asked);
        }
    }

    /// What the visit of this lease brings; nothing where no redirect led to it.
    Bag taken(Lease lease) {
        Optional<Bag> bag =
                lease.hops() == 0
                        ? Optional.empty()
                        : Optional.ofNullable(
                                waiting.asMap().remove(key(lease.site(), lease.url())));
        return bag.orElseGet(() -> new Bag(Cookies.upTo(mostCookies), List.of(), Optional.empty()));
    }

    /// Keeps what a visit brings until its next address has its turn.
    void leave(String site, WebUrl target, Bag bag) {
        if (!bag.isEmpty()) {
            waiting.put(key(site, target.toString()), bag);
        }
    }

    private static String key(String site, String url) {
        return site + " " + url;
    }
}
