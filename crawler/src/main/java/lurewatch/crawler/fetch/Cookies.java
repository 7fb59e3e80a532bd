package lurewatch.crawler.fetch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.Header;

/// The cookies that one visit takes along through its redirects, and no further.
///
/// Many sites send a visitor on to the same page, or to a check, with a cookie, and give the page
/// only to who brings it back. Whoever keeps cookies longer is known again, is shown what he saw
/// before, and links what should not be linked: so each visit begins without any.
///
/// @param most so many at once; 0 for none ever
record Cookies(int most, List<Cookie> all) {
    /// Of names and values together: servers refuse longer heads.
    private static final int MOST_CHARACTERS = 16_384;

    Cookies {
        all = List.copyOf(all);
    }

    /// None yet, and at most so many later.
    static Cookies upTo(int most) {
        return new Cookies(most, List.of());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// What is left after this answer. What is beyond the bounds is passed over.
    Cookies after(FetchedExchange answer, Instant now) {
        Optional<WebUrl> from = WebUrl.parse(answer.url());
        List<Cookie> next = new ArrayList<>(all);
        for (Header header : answer.exchange().responseHeaders()) {
            if (from.isPresent() && header.isNamed("Set-Cookie")) {
                Cookie.read(header.value(), from.get(), now).ifPresent(said -> hear(said, next));
            }
        }
        return new Cookies(most, next);
    }

    private void hear(Cookie.Said said, List<Cookie> cookies) {
        cookies.removeIf(said.cookie()::replaces);
        int characters = cookies.stream().mapToInt(Cookie::length).sum();
        if (!said.isOver()
                && cookies.size() < most
                && characters + said.cookie().length() <= MOST_CHARACTERS) {
            cookies.add(said.cookie());
        }
    }

    /// What is told to this address: the header `Cookie`, where there is anything to tell.
    Optional<String> header(WebUrl url) {
        String told =
                all.stream()
                        .filter(cookie -> cookie.isFor(url))
                        .sorted(Comparator.comparingInt(cookie -> -cookie.path().length()))
                        .map(cookie -> cookie.name() + "=" + cookie.value())
                        .collect(Collectors.joining("; "));
        return Optional.of(told).filter(text -> !text.isEmpty());
    }
}
