package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Block;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
    private static final String RSS =
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><title>Jobs</title><link>https://jobs.example/</link>
            <item><title>Agents &amp; typists</title><link>/ads/1?a=1&amp;b=2</link><dc:creator>HR</dc:creator>
            <pubDate>Tue, 03 Nov 2026 14:22:05 +0900</pubDate><description>Short.</description>
            <content:encoded><![CDATA[<p>High pay.</p><p>Write <a href="https://t.me/example_hr">us</a></p>]]></content:encoded></item>
            </channel></rss>\
            """;

    private static final String RDF =
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="x"><title>Jobs</title></channel>
            <item rdf:about="https://jobs.example/ads/1"><title>Agents &amp; typists</title><link>/ads/1?a=1&amp;b=2</link>
            <dc:creator>HR</dc:creator><dc:date>2026-11-03T14:22:05+09:00</dc:date>
            <description>&lt;p&gt;High pay.&lt;/p&gt;&lt;p&gt;Write &lt;a href="https://t.me/example_hr"&gt;us&lt;/a&gt;&lt;/p&gt;</description></item></rdf:RDF>\
            """;

    private static final String ATOM =
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Jobs</title><link rel="next" href="/feed?p=2"/>
            <entry><title type="html">Agents &amp;amp; typists</title><id>urn:1</id><link rel="edit" href="/x"/><link href="/ads/1?a=1&amp;b=2"/>
            <author><name>HR</name></author><published>2026-11-03T14:22:05+09:00</published>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>High pay.</p><p>Write <a href="https://t.me/example_hr">us</a></p></div></content></entry></feed>\
            """;

    @ParameterizedTest
    @ValueSource(strings = {RSS, RDF, ATOM})
    void readsTheSameEntryInEveryFormat(String xml) {
        Extraction extraction = Pages.feed(xml, SiteKind.FEED);

        assertThat(extraction.failures()).isEmpty();
        assertThat(extraction.postings()).hasSize(1);
        JobPosting posting = extraction.postings().getFirst();
        assertThat(posting.url()).isEqualTo("https://jobs.example/ads/1?a=1&b=2");
        assertThat(posting.title()).isEqualTo("Agents & typists");
        assertThat(posting.author()).contains("HR");
        assertThat(posting.postedAt()).contains(Instant.parse("2026-11-03T05:22:05Z"));
        assertThat(Pages.text(posting, Block.Kind.BODY)).isEqualTo("High pay.\nWrite us");
        assertThat(Pages.targets(posting)).containsExactly("https://t.me/example_hr");
        assertThat(extraction.links())
                .contains(
                        new PageLink(
                                posting.url(),
                                "Agents & typists",
                                PageLink.Kind.ITEM,
                                posting.postedAt()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/feed+json", "application/json", "text/plain", ""})
    void readsFeedsInJson(String contentType) {
        String json =
                """
                {"version":"https://jsonfeed.org/version/1.1","title":"Jobs","next_url":"/feed?p=2","items":[
                {"id":"https://jobs.example/ads/1","title":"Agents & typists","authors":[{"name":"HR"}],
                "date_published":"2026-11-03T14:22:05+09:00","date_modified":"2026-11-04T00:00:00Z",
                "content_html":"<p>High pay.</p><p>Write <a href='https://t.me/example_hr'>us</a></p>"}]}\
                """;
        Extraction extraction =
                new Extractor()
                        .extract(
                                Pages.page(
                                        "https://jobs.example/feed",
                                        contentType,
                                        json.getBytes(StandardCharsets.UTF_8)),
                                Pages.plan(SiteKind.FEED));

        assertThat(extraction.failures()).isEmpty();
        JobPosting posting = extraction.postings().getFirst();
        assertThat(posting.url()).isEqualTo("https://jobs.example/ads/1");
        assertThat(posting.author()).contains("HR");
        assertThat(posting.postedAt()).contains(Instant.parse("2026-11-03T05:22:05Z"));
        assertThat(Pages.text(posting, Block.Kind.BODY)).isEqualTo("High pay.\nWrite us");
        assertThat(Pages.targets(posting)).containsExactly("https://t.me/example_hr");
        assertThat(extraction.links())
                .containsExactly(
                        new PageLink(
                                posting.url(),
                                "Agents & typists",
                                PageLink.Kind.ITEM,
                                Optional.of(Instant.parse("2026-11-04T00:00:00Z"))),
                        new PageLink("https://jobs.example/feed?p=2", "", PageLink.Kind.NEXT));
    }

    /// A feed says what it likes of other hosts' pages; that is kept as told by the feed.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    https://jobs.example/ads/5      | true
                    https://www.jobs.example/ads/5  | true
                    https://de.jobs.example/ads/5   | true
                    /ads/5                          | true
                    http://ctl.test/ad/5            | false
                    https://example/5               | false
                    https://notjobs.example/5       | false
                    http://127.0.0.1/m              | false
                    """)
    void speaksForNoOtherHost(String claimed, boolean isOwn) {
        String rss =
                "<rss version='2.0'><channel><item><title>Agents</title><link>"
                        + claimed
                        + "</link><description>TEXT</description></item></channel></rss>";
        String json =
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"url\":\""
                        + claimed
                        + "\",\"title\":\"Agents\",\"content_text\":\"TEXT\"}]}";
        for (String feed : List.of(rss, json)) {
            JobPosting first = posting(feed.replace("TEXT", "High pay."));
            JobPosting later = posting(feed.replace("TEXT", "Higher pay."));

            assertThat(later.id()).isEqualTo(first.id());
            assertThat(first.url().startsWith("https://jobs.example/feed#")).isEqualTo(!isOwn);
            assertThat(Pages.targets(first)).isEqualTo(isOwn ? List.of() : List.of(claimed));
        }
    }

    private static JobPosting posting(String feed) {
        Extraction extraction =
                new Extractor()
                        .extract(
                                Pages.page(
                                        "https://jobs.example/feed",
                                        "",
                                        feed.getBytes(StandardCharsets.UTF_8)),
                                Pages.plan(SiteKind.FEED));
        assertThat(extraction.links()).hasSize(1);
        return extraction.postings().getFirst();
    }

    @Test
    void onlyLeadsToPagesWhereTheSiteIsNoFeed() {
        Extraction extraction = Pages.feed(ATOM, SiteKind.JOB_BOARD);

        assertThat(extraction.postings()).isEmpty();
        assertThat(extraction.links())
                .extracting(PageLink::kind)
                .containsExactlyInAnyOrder(PageLink.Kind.NEXT, PageLink.Kind.ITEM);
    }

    @Test
    void expandsAndFetchesNoEntity() {
        String bomb =
                "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a SYSTEM"
                        + " \"file:///etc/hostname\"><!ENTITY b"
                        + " \"&a;&a;\">]><rss><channel><item><title>&b;</title><description>text"
                        + " &b;</description></item></channel></rss>";

        assertThat(Pages.feed(bomb, SiteKind.FEED).postings())
                .singleElement()
                .returns("&b;", JobPosting::title);
    }
}
