package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Block;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelReaderTest {
    private static final Extraction CHANNEL =
            Pages.extract(
                    "http://127.0.0.2:8080/s/example_jobs",
                    Pages.fixture("channel.html"),
                    Pages.plan(SiteKind.CHANNEL));

    @Test
    void makesAPostingOfEveryMessageAndNoneOfNotices() {
        assertThat(CHANNEL.postings())
                .extracting(JobPosting::url)
                .containsExactly("https://t.me/example_jobs/41", "https://t.me/example_jobs/42");
    }

    @Test
    void readsTextAuthorTimeAndLinks() {
        JobPosting posting = CHANNEL.postings().getFirst();

        assertThat(posting.id()).isEqualTo(PostingId.of("site", "https://t.me/example_jobs/41"));
        assertThat(posting.title()).isEqualTo("캄보디아 TM 직원 모집");
        assertThat(posting.author()).contains("예시 채널, Kim");
        assertThat(posting.postedAt()).contains(Instant.parse("2026-10-30T08:15:00Z"));
        assertThat(Pages.text(posting, Block.Kind.BODY))
                .isEqualTo("캄보디아 TM 직원 모집\n월 500 보장\n문의 @example_hr #job");
        assertThat(Pages.text(posting, Block.Kind.FIELD)).isEqualTo("Forwarded from Other");
        assertThat(Pages.targets(posting))
                .containsExactly("https://t.me/example_source", "https://t.me/example_hr");
    }

    /// Its newest message is of 2026-10-31.
    @ParameterizedTest
    @CsvSource({"2026-10-31T00:00:00Z, 1", "2026-11-01T00:00:00Z, 0"})
    void isFollowedBackToADay(Instant since, int further) {
        Extraction channel =
                Pages.extract(
                        "http://127.0.0.2:8080/s/example_jobs",
                        Pages.fixture("channel.html"),
                        new SitePlan(
                                SiteKind.CHANNEL, Optional.empty(), Optional.of(since), List.of()));

        assertThat(channel.postings()).hasSize(2);
        assertThat(channel.links())
                .filteredOn(link -> link.kind() == PageLink.Kind.NEXT)
                .hasSize(further);
    }

    @Test
    void readsACaptionOnceAndAPollWithoutItsCounts() {
        JobPosting posting = CHANNEL.postings().getLast();

        assertThat(Pages.text(posting, Block.Kind.BODY))
                .isEqualTo("Album caption\nWho wants a job?\nMe");
        assertThat(Pages.targets(posting)).containsExactly("https://t.me/example_jobs/12");
    }

    @Test
    void leadsToOlderMessagesOnly() {
        assertThat(CHANNEL.links().stream().filter(l -> l.kind() == PageLink.Kind.NEXT))
                .extracting(PageLink::url)
                .isEqualTo(List.of("http://127.0.0.2:8080/s/example_jobs?before=41"));
    }

    /// No channel speaks for another, nor gives a message an address that Telegram has none of.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    example_jobs/7              | https://t.me/example_jobs/7
                    Example_Jobs/7              | https://t.me/Example_Jobs/7
                    other/7                     | #
                    example_jobs                | #
                    example_jobs/               | #
                    example_jobs/7/8            | #
                    example_jobs/x              | #
                    ''                          | #
                    /                           | #
                    ../../etc/passwd            | #
                    example_jobs/&#x202e;7      | #
                    """)
    void aMessageIsOneOfItsOwnChannel(String post, String url) {
        for (String page :
                List.of("/s/example_jobs", "/s/example_jobs?before=9", "/example_jobs/7")) {
            String address = "https://t.me" + page;
            Extraction channel =
                    Pages.extract(
                            address,
                            "<div class=tgme_widget_message data-post=\""
                                    + post
                                    + "\"><div class=tgme_widget_message_text>High pay</div></div>",
                            Pages.plan(SiteKind.CHANNEL));

            assertThat(channel.postings()).hasSize(1);
            assertThat(channel.postings().getFirst().url())
                    .startsWith(url.equals("#") ? address + "#" : url);
        }
    }
}
