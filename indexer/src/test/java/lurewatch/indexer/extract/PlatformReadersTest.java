package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import lurewatch.indexer.Block;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What platforms' public JSON says. The fixtures have the fields that the platforms document.
final class PlatformReadersTest {
    private static Extraction read(String url, String json) {
        return new Extractor()
                .extract(
                        Pages.page(
                                url,
                                "application/json; charset=utf-8",
                                json.getBytes(StandardCharsets.UTF_8)),
                        Pages.plan(SiteKind.FEED));
    }

    private static List<String> urls(Extraction extraction, PageLink.Kind kind) {
        return extraction.links().stream()
                .filter(link -> link.kind() == kind)
                .map(PageLink::url)
                .toList();
    }

    @Test
    void readsAListingOfReddit() {
        Extraction extraction =
                read(
                        "https://www.reddit.com/r/jobs/new.json?limit=25&after=t3_0",
                        Pages.fixture("platforms/reddit-listing.json"));

        assertThat(extraction.failures()).isEmpty();
        assertThat(extraction.reader()).contains("reddit");
        assertThat(extraction.postings()).hasSize(2);
        JobPosting offer = extraction.postings().getFirst();
        assertThat(offer.url())
                .isEqualTo("https://www.reddit.com/r/jobs/comments/abc1/chat_agents_wanted/");
        assertThat(offer.title()).isEqualTo("Chat agents wanted & paid weekly");
        assertThat(offer.author()).contains("sample_hr");
        assertThat(offer.postedAt()).contains(Instant.parse("2026-11-03T05:22:05Z"));
        assertThat(Pages.text(offer, Block.Kind.BODY))
                .isEqualTo("Bavet, USD 1,500 > 2,000.\nTelegram [here](https://t.me/sample_bavet)");
        JobPosting link = extraction.postings().get(1);
        assertThat(Pages.targets(link)).containsExactly("https://jobs.example/ads/7?a=1&b=2");
        assertThat(link.author()).isEmpty();
        assertThat(urls(extraction, PageLink.Kind.ITEM))
                .containsExactly(
                        "https://www.reddit.com/r/jobs/comments/abc1/chat_agents_wanted.json",
                        "https://www.reddit.com/r/jobs/comments/abc2/see_this.json");
        assertThat(urls(extraction, PageLink.Kind.NEXT))
                .containsExactly("https://www.reddit.com/r/jobs/new.json?limit=25&after=t3_abc2");
    }

    /// What a post shares from elsewhere stands in it, and so do the words below its pictures.
    @Test
    void readsWhatAPostOnRedditShares() {
        Extraction extraction =
                read(
                        "https://www.reddit.com/r/jobs/new.json",
                        Pages.fixture("platforms/reddit-shared.json"));

        assertThat(extraction.failures()).isEmpty();
        JobPosting shared = extraction.postings().getFirst();
        assertThat(shared.title()).isEqualTo("Look at this");
        assertThat(shared.author()).contains("sample_hr");
        assertThat(Pages.text(shared, Block.Kind.BODY))
                .isEqualTo("Typists in Bavet\nUSD 1,500 > 2,000, Telegram @sample_bavet");
        JobPosting gallery = extraction.postings().get(1);
        assertThat(Pages.text(gallery, Block.Kind.ALT))
                .isEqualTo("Rooms for typists, Telegram @sample_bavet");
        assertThat(Pages.targets(gallery)).contains("https://t.me/sample_more");
        JobPosting gone = extraction.postings().get(2);
        assertThat(Pages.text(gone, Block.Kind.BODY)).isEqualTo("Gone");
    }

    @Test
    void readsAThreadOfRedditWithAnswersToAnswers() {
        Extraction extraction =
                read(
                        "https://www.reddit.com/r/jobs/comments/abc1/chat_agents_wanted.json",
                        Pages.fixture("platforms/reddit-thread.json"));

        assertThat(extraction.postings())
                .extracting(JobPosting::url)
                .containsExactly(
                        "https://www.reddit.com/r/jobs/comments/abc1/chat_agents_wanted/",
                        "https://www.reddit.com/r/jobs/comments/abc1/chat_agents_wanted/c1/",
                        "https://www.reddit.com/r/jobs/comments/abc1/chat_agents_wanted/c2/");
        assertThat(Pages.text(extraction.postings().get(2), Block.Kind.BODY))
                .isEqualTo("My brother went. Do not go.");
        assertThat(extraction.links()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mastodon-timeline.json, https://social.example/api/v1/timelines/tag/jobs?limit=40",
        "mastodon-search.json, https://social.example/api/v2/search?q=jobs",
        "mastodon-context.json, https://social.example/api/v1/statuses/1/context"
    })
    void readsStatusesOfMastodon(String file, String url) {
        Extraction extraction = read(url, Pages.fixture("platforms/" + file));

        assertThat(extraction.failures()).isEmpty();
        assertThat(extraction.reader()).contains("mastodon");
        JobPosting posting = extraction.postings().getFirst();
        assertThat(posting.url()).isEqualTo("https://social.example/@sample_hr/11");
        assertThat(posting.author()).contains("HR Desk (@sample_hr)");
        assertThat(posting.postedAt()).contains(Instant.parse("2026-11-03T05:22:05Z"));
        assertThat(Pages.text(posting, Block.Kind.BODY))
                .isEqualTo("태국 콜센터 직원 모집\n텔레 https://t.me/sample_th");
        assertThat(Pages.text(posting, Block.Kind.ALT)).isEqualTo("poster: 월 500만 @sample_alt");
        assertThat(Pages.targets(posting))
                .containsExactly("https://t.me/sample_th", "https://jobs.example/ads/8");
    }

    @Test
    void readsWhatAStatusSharesAndGoesOnBelowTheLast() {
        Extraction extraction =
                read(
                        "https://social.example/api/v1/timelines/tag/jobs?limit=40",
                        Pages.fixture("platforms/mastodon-timeline.json"));

        assertThat(extraction.postings())
                .extracting(JobPosting::url)
                .containsExactly(
                        "https://social.example/@sample_hr/11", "https://far.example/@other/5");
        assertThat(urls(extraction, PageLink.Kind.NEXT))
                .containsExactly(
                        "https://social.example/api/v1/timelines/tag/jobs?limit=40&max_id=9");
    }

    /// Mastodon's way, the older one of others, and that of Pleroma.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'quote':{'state':'accepted','quoted_status':%s}",
                "'quote':%s",
                "'pleroma':{'quote':%s}"
            })
    void readsWhatAStatusQuotes(String quote) {
        String quoted = status("ad", "Typists for Bavet, Telegram @sample_bavet", "'quote':null");
        String json = "[" + status("by", "Call them!", quote.formatted(quoted)) + "]";
        Extraction extraction =
                read("https://social.example/api/v1/timelines/tag/jobs", json.replace('\'', '"'));

        assertThat(extraction.failures()).isEmpty();
        assertThat(extraction.postings())
                .extracting(JobPosting::url)
                .containsExactly("https://social.example/@by/1", "https://social.example/@ad/1");
        assertThat(Pages.text(extraction.postings().getFirst(), Block.Kind.BODY))
                .isEqualTo("Call them!");
        assertThat(Pages.targets(extraction.postings().getFirst()))
                .contains("https://social.example/@ad/1");
        assertThat(extraction.postings().get(1).author()).contains("@ad");
        assertThat(extraction.postings().get(1).text()).contains("@sample_bavet", "Rooms and food");
    }

    private static String status(String name, String words, String more) {
        return "{'id':'1','content':'<p>%2$s</p>','created_at':'2026-11-03T05:22:05Z','url':'https://social.example/@%1$s/1','account':{'acct':'%1$s'},'card':{'title':'Jobs','description':'Rooms and food','url':'https://jobs.example/'},%3$s}"
                .formatted(name, words, more);
    }

    /// A quotation alone, one beside pictures, one that quotes another; what its author took back
    /// is not there.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'record':%s}            | ad
                    {'record':{'record':%s}} | ad
                    {'record':{'uri':'at://did:plc:q/app.bsky.feed.post/mid','author':{'did':'did:plc:q','handle':'mid.example'},'value':{'text':'Look'},'embeds':[{'record':%s}]}} | mid ad
                    {'record':{'uri':'at://did:plc:q/app.bsky.feed.post/mid','blocked':true}} | ''
                    """)
    void readsWhatAPostOnBlueskyQuotes(String embed, String quoted) {
        String ad =
                "{'uri':'at://did:plc:q/app.bsky.feed.post/ad','author':{'did':'did:plc:q','handle':'hr.example'},'value':{'text':'Typists for Bavet, Telegram @sample_bavet','createdAt':'2026-11-03T05:22:05Z','embed':{'external':{'uri':'https://jobs.example/','title':'Jobs','description':'Rooms and food'}}}}";
        String json =
                "{'posts':[{'uri':'at://did:plc:b/app.bsky.feed.post/by','author':{'did':'did:plc:b','handle':'by.example'},'record':{'text':'Call them!'},'embed':%s}]}"
                        .formatted(embed.formatted(ad));
        Extraction extraction =
                read(
                        "https://public.api.bsky.app/xrpc/app.bsky.feed.searchPosts?q=x",
                        json.replace('\'', '"'));

        assertThat(extraction.failures()).isEmpty();
        assertThat(extraction.postings())
                .extracting(posting -> posting.url().substring(posting.url().lastIndexOf('/') + 1))
                .containsExactly(("by " + quoted).strip().split(" ", -1));
        if (quoted.endsWith("ad")) {
            JobPosting last = extraction.postings().getLast();
            assertThat(last.author()).contains("@hr.example");
            assertThat(last.text()).contains("@sample_bavet", "Rooms and food");
        }
        assertThat(Pages.text(extraction.postings().getFirst(), Block.Kind.BODY))
                .isEqualTo("Call them!");
    }

    @ParameterizedTest
    @CsvSource({
        "bluesky-feed.json, app.bsky.feed.getAuthorFeed?actor=sample.example",
        "bluesky-search.json, app.bsky.feed.searchPosts?q=jobs",
        "bluesky-thread.json, app.bsky.feed.getPostThread?uri=x"
    })
    void readsPostsOfBluesky(String file, String call) {
        Extraction extraction =
                read(
                        "https://public.api.bsky.app/xrpc/" + call,
                        Pages.fixture("platforms/" + file));

        assertThat(extraction.failures()).isEmpty();
        assertThat(extraction.reader()).contains("bluesky");
        JobPosting posting = extraction.postings().getFirst();
        assertThat(posting.url()).isEqualTo("https://bsky.app/profile/sample.example/post/3kaa");
        assertThat(posting.author()).contains("HR Desk (@sample.example)");
        assertThat(posting.postedAt()).contains(Instant.parse("2026-11-03T05:22:05Z"));
        assertThat(Pages.text(posting, Block.Kind.BODY)).isEqualTo("Typists for Poipet\nwrite me");
        assertThat(Pages.text(posting, Block.Kind.ALT)).isEqualTo("poster with @sample_pp");
        assertThat(Pages.targets(posting)).containsExactly("https://t.me/sample_pp");
        assertThat(extraction.postings().get(1).url())
                .isEqualTo("https://bsky.app/profile/did:plc:zzz/post/3kbb");
    }

    @Test
    void goesOnWhereBlueskySaysSo() {
        Extraction extraction =
                read(
                        "https://public.api.bsky.app/xrpc/app.bsky.feed.searchPosts?q=a+b&cursor=1",
                        Pages.fixture("platforms/bluesky-search.json"));

        assertThat(urls(extraction, PageLink.Kind.NEXT))
                .containsExactly(
                        "https://public.api.bsky.app/xrpc/app.bsky.feed.searchPosts?q=a+b"
                                + "&cursor=2026%3A%3A25");
    }

    @Test
    void isLedByListsOfDiscourse() {
        Extraction extraction =
                read(
                        "https://forum.example/latest.json",
                        Pages.fixture("platforms/discourse-latest.json"));

        assertThat(extraction.failures()).isEmpty();
        assertThat(extraction.postings()).isEmpty();
        assertThat(urls(extraction, PageLink.Kind.ITEM))
                .containsExactly("https://forum.example/t/41.json");
        assertThat(extraction.links().getFirst().changedAt())
                .contains(Instant.parse("2026-11-04T00:00:00Z"));
        assertThat(urls(extraction, PageLink.Kind.NEXT))
                .containsExactly("https://forum.example/latest.json?no_definitions=true&page=1");
    }

    @Test
    void readsATopicOfDiscourse() {
        Extraction extraction =
                read(
                        "https://forum.example/t/41.json",
                        Pages.fixture("platforms/discourse-topic.json"));

        assertThat(extraction.postings()).hasSize(2);
        JobPosting first = extraction.postings().getFirst();
        assertThat(first.url()).isEqualTo("https://forum.example/t/jobs-abroad/41/1");
        assertThat(first.title()).isEqualTo("Jobs abroad");
        assertThat(first.author()).contains("sample_hr");
        assertThat(Pages.text(first, Block.Kind.BODY)).isEqualTo("Free flight.\nWrite here");
        assertThat(Pages.targets(first)).containsExactly("https://t.me/sample_forum");
        assertThat(extraction.postings().get(1).title()).isEqualTo("Jobs abroad");
        assertThat(Pages.text(extraction.postings().get(1), Block.Kind.TITLE)).isEmpty();
        assertThat(urls(extraction, PageLink.Kind.NEXT))
                .containsExactly("https://forum.example/t/41.json?page=2");
    }

    /// Everything may be missing or of another sort; whatever it is, nothing is thrown.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"Listing\",\"data\":{\"children\":[1,null,{\"kind\":\"t3\"},{\"kind\":\"t1\",\"data\":{\"replies\":\"\"}}],\"after\":7}}",
                "[{\"kind\":\"Listing\",\"data\":{\"children\":[]}},5]",
                "[{\"content\":\"\",\"created_at\":\"\",\"account\":{\"acct\":\"a\"}},null,3]",
                "{\"posts\":[{\"uri\":\"at://\",\"record\":{\"text\":\"\",\"facets\":5}}],\"cursor\":[]}",
                "{\"post_stream\":{\"posts\":[null,{\"post_number\":\"x\",\"cooked\":null}]},\"chunk_size\":0,\"highest_post_number\":9}",
                "{\"topic_list\":{\"topics\":[null,{}],\"more_topics_url\":\"?\"}}"
            })
    void bearsAnything(String json) {
        Extraction extraction = read("https://social.example/api", json);

        assertThat(extraction.failures()).isEmpty();
        assertThat(extraction.postings()).isEmpty();
    }

    @Test
    void readsAnswersAsDeepAsTheyAreNested() {
        StringBuilder json = new StringBuilder();
        int depth = 150;
        for (int i = 0; i < depth; i++) {
            json.append("{\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t1\",\"data\":")
                    .append("{\"body\":\"answer ")
                    .append(i)
                    .append("\",\"permalink\":\"/c/")
                    .append(i)
                    .append("/\",\"replies\":");
        }
        json.append("\"\"").append("}}]}}".repeat(depth));

        assertThat(read("https://www.reddit.com/comments/a.json", json.toString()).postings())
                .hasSize(depth);
    }
}
