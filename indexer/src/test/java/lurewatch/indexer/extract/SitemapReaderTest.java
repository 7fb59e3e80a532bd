package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapReaderTest {
    private static final String XML = "application/xml";
    private static final String URLSET =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            <url><loc> https://jobs.example/ad/1?a=1&amp;b=2 </loc><lastmod>2026-11-03T14:22:05+09:00</lastmod>
              <image:image><image:loc>https://jobs.example/1.png</image:loc></image:image></url>
            <url><loc>https://jobs.example/ad/2</loc><lastmod>never</lastmod></url>
            <url><loc>https://jobs.example/ad/2</loc></url>
            <url><loc>javascript:alert(1)</loc></url>
            </urlset>\
            """;

    @Test
    void readsPagesAndWhenTheyChanged() {
        assertThat(read("/sitemap.xml", XML, URLSET))
                .returns(List.of(), Extraction::failures)
                .returns(List.of(), Extraction::postings)
                .extracting(Extraction::links)
                .isEqualTo(
                        List.of(
                                listed("ad/1?a=1&b=2", "2026-11-03T05:22:05Z"),
                                listed("ad/2", "")));
    }

    /// What people call a sitemap, whatever its server calls it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /sitemap.xml       | application/xml
                    /sitemap.xml       | text/html; charset=utf-8
                    /sitemap.xml       | ''
                    /map               | text/plain
                    /map.php?type=site | application/octet-stream
                    """)
    void isKnownByWhatStandsInIt(String path, String contentType) {
        assertThat(read(path, contentType, URLSET).links()).hasSize(2);
    }

    @Test
    void anIndexLeadsToSitemaps() {
        String index =
                "<s:sitemapindex xmlns:s='http://www.sitemaps.org/schemas/sitemap/0.9'><s:sitemap>"
                        + "<s:loc>/sitemap-1.xml.gz</s:loc><s:lastmod>2026-11</s:lastmod></s:sitemap>"
                        + "</s:sitemapindex>";
        assertThat(read("/sitemap.xml", XML, index).links())
                .containsExactly(
                        new PageLink(
                                "https://jobs.example/sitemap-1.xml.gz",
                                "",
                                PageLink.Kind.SITEMAP,
                                Optional.of(Instant.parse("2026-11-01T00:00:00Z"))));
    }

    @Test
    void aPackedSitemapIsUnpacked() {
        byte[] packed = gzip(URLSET);
        assertThat(read("/sitemap.xml.gz", "application/x-gzip", packed).links()).hasSize(2);
        byte[] half = java.util.Arrays.copyOf(packed, packed.length - 12);
        assertThat(read("/sitemap.xml.gz", "application/x-gzip", half).failures())
                .singleElement()
                .asString()
                .startsWith("gzip: ");
    }

    @Test
    void aBombIsCutWhereTheBoundIs() {
        String zeros = "<urlset>" + " ".repeat(Packed.MOST_BYTES) + "<url><loc>/x</loc></url>";
        assertThat(read("/sitemap.xml.gz", "application/gzip", gzip(zeros)))
                .satisfies(extraction -> {
                    assertThat(extraction.links()).isEmpty();
                    assertThat(extraction.failures())
                            .containsExactly("limit unpacked=16777216 observed=16777217");
                });
    }

    @Test
    void moreEntriesThanTheProtocolAllowsAreNotTaken() {
        String entries =
                IntStream.range(0, SitemapReader.MOST_ENTRIES + 3)
                        .mapToObj(n -> "<url><loc>/ad/" + n + "</loc></url>")
                        .collect(Collectors.joining());
        assertThat(read("/sitemap.xml", XML, "<urlset>" + entries + "</urlset>"))
                .satisfies(extraction -> {
                    assertThat(extraction.links()).hasSize(SitemapReader.MOST_ENTRIES);
                    assertThat(extraction.failures())
                            .containsExactly("limit sitemap_entries=50000 observed=50003");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<urlset><url><loc>/a</loc>",
                "<urlset><url><loc>/a",
                "<urlset><url><loc>/a</loc></url></wrong>",
                "<urlset><url> /a </url></urlset>",
                "<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                        + "<urlset><url><loc>/a</loc><lastmod>&x;</lastmod></url></urlset>"
            })
    void whatIsBrokenIsReadAsFarAsItGoes(String xml) {
        assertThat(read("/sitemap.xml", XML, xml).links())
                .extracting(PageLink::url)
                .containsExactly("https://jobs.example/a");
    }

    @Test
    void linesOfAddressesAreASitemapOnlyWhereTheyAreCalledSo() {
        String lines = "\ufeffhttps://jobs.example/ad/1\n\nhttps://jobs.example/ad/2\n";
        assertThat(read("/sitemap.txt", "text/plain", lines).links()).hasSize(2);
        assertThat(read("/accounts.txt", "text/plain", lines).postings()).hasSize(1);
        assertThat(read("/sitemap.txt", "text/plain", lines + "call 012").links()).isEmpty();
    }

    private static PageLink listed(String path, String changedAt) {
        return new PageLink(
                "https://jobs.example/" + path,
                "",
                PageLink.Kind.LISTED,
                Optional.of(changedAt).filter(at -> !at.isEmpty()).map(Instant::parse));
    }

    private static Extraction read(String path, String contentType, String text) {
        return read(path, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Extraction read(String path, String contentType, byte[] payload) {
        return new Extractor()
                .extract(
                        Pages.page("https://jobs.example" + path, contentType, payload),
                        SitePlan.GENERIC);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
