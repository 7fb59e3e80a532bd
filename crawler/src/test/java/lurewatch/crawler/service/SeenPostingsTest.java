package lurewatch.crawler.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lurewatch.indexer.SiteKind;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.extract.Extractor;
import lurewatch.indexer.extract.PageLink;
import lurewatch.indexer.extract.SitePlan;
import org.junit.jupiter.api.Test;

final class SeenPostingsTest {
    private static final SitePlan CHANNEL =
            new SitePlan(SiteKind.CHANNEL, Optional.empty(), Optional.empty(), List.of());
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final SeenPostings seen = new SeenPostings();
    private Instant now = NOON;

    /// Twenty messages a page, and the next page named by the oldest: each new message moves all.
    @Test
    void aChannelIsWalkedOnceAndThenAsFarAsItIsNew() {
        assertThat(walk("jobs", 100)).isEqualTo(5);
        later(Duration.ofHours(1));
        assertThat(walk("jobs", 101)).isEqualTo(2);
        later(Duration.ofHours(1));
        assertThat(walk("jobs", 126)).isEqualTo(3);
        later(Duration.ofHours(1));
        assertThat(walk("jobs", 126)).isEqualTo(1);
    }

    @Test
    void anotherListIsWalkedForItself() {
        walk("jobs", 60);
        later(Duration.ofHours(1));
        assertThat(walk("work", 60)).isEqualTo(3);
    }

    /// A page that is asked for once more in the same visit leads on as it did.
    @Test
    void whatWasSeenJustNowIsStillNew() {
        walk("jobs", 60);
        later(Duration.ofMinutes(1));
        assertThat(walk("jobs", 60)).isEqualTo(3);
    }

    @Test
    void whatTheQueryKeepsTellsListsApart() {
        for (String query : List.of("q=a", "q=b")) {
            assertThat(next("https://t.me/s/jobs?" + query, page(40, 21, query + "&"))).isPresent();
            later(Duration.ofHours(1));
            assertThat(next("https://t.me/s/jobs?" + query, page(40, 21, query + "&"))).isEmpty();
        }
    }

    /// How many pages are asked for until none leads on.
    private int walk(String channel, int newest) {
        int pages = 0;
        Optional<String> url = Optional.of("https://t.me/s/" + channel);
        int top = newest;
        while (url.isPresent()) {
            pages++;
            url = next(url.get(), page(top, Math.max(1, top - 19), ""));
            top -= 20;
        }
        return pages;
    }

    private Optional<String> next(String url, String html) {
        Extraction page =
                new Extractor()
                        .extract(
                                html.getBytes(StandardCharsets.UTF_8),
                                "text/html",
                                "site",
                                url,
                                CHANNEL);
        assertThat(page.postings()).hasSizeGreaterThan(1);
        List<PageLink> links = seen.links(url, now, page);
        assertThat(links)
                .containsAll(
                        page.links().stream()
                                .filter(link -> link.kind() != PageLink.Kind.NEXT)
                                .toList());
        return links.stream()
                .filter(link -> link.kind() == PageLink.Kind.NEXT)
                .map(PageLink::url)
                .findFirst();
    }

    private static String page(int newest, int oldest, String query) {
        String messages =
                IntStream.rangeClosed(oldest, newest)
                        .mapToObj(
                                """
                                <div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="jobs/%1$d">
                                <div class="tgme_widget_message_text">Customer service wanted, number %1$d</div></div></div>
                                """
                                        ::formatted)
                        .collect(Collectors.joining());
        String more =
                oldest == 1
                        ? ""
                        : "<a href='?%sbefore=%d' class=tme_messages_more></a>"
                                .formatted(query, oldest);
        return "<body class=tgme_webpreview><section class=tgme_channel_history>"
                + more
                + messages
                + "</section>";
    }

    private void later(Duration time) {
        now = now.plus(time);
    }
}
