package lurewatch.crawler.settings;

import java.time.Duration;
import lurewatch.indexer.settings.ByteSize;

/// What one fetch, page or host may cost. Everything is finite.
public record Limits(
        ByteSize bodyWire,
        ByteSize bodyDecoded,
        int decodedRatio,
        ByteSize headers,
        int headerCount,
        int redirects,
        int cookies,
        Duration connect,
        Duration firstByte,
        Duration total,
        ByteSize minimumRatePerSecond,
        int linksPerPage,
        int linksPerSitemap,
        int urlLength,
        int pagesPerHost,
        ByteSize bytesPerHostDaily,
        int depth,
        int fetches) {
    public static final Limits DEFAULTS =
            new Limits(
                    ByteSize.parse("4MB"),
                    ByteSize.parse("16MB"),
                    200,
                    ByteSize.parse("64KB"),
                    256,
                    5,
                    50,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(60),
                    ByteSize.parse("256"),
                    2000,
                    50_000,
                    2048,
                    200_000,
                    ByteSize.parse("4GB"),
                    12,
                    256);

    public Limits {
        require(bodyWire.bytes() > 0, "body_wire");
        require(bodyWire.bytes() <= 1L << 30, "body_wire (at most 1GB)");
        require(bodyDecoded.bytes() > 0 && bodyDecoded.bytes() <= 1L << 30, "body_decoded");
        require(decodedRatio > 0, "decoded_ratio");
        require(headers.bytes() > 0, "headers");
        require(headerCount > 0, "header_count");
        require(redirects >= 0 && redirects <= 20, "redirects (0 to 20)");
        require(cookies >= 0 && cookies <= 50, "cookies (0 to 50)");
        require(connect.isPositive(), "connect");
        require(firstByte.isPositive(), "first_byte");
        require(total.isPositive(), "total");
        // A reader takes no more of any page.
        require(linksPerPage > 0 && linksPerPage <= 2000, "links_per_page (1 to 2000)");
        require(linksPerSitemap > 0 && linksPerSitemap <= 50_000, "links_per_sitemap (1 to 50000)");
        require(urlLength >= 64 && urlLength <= 16384, "url_length (64 to 16384)");
        require(pagesPerHost > 0, "pages_per_host");
        require(bytesPerHostDaily.bytes() > 0, "bytes_per_host_daily");
        require(depth > 0, "depth");
        require(fetches > 0 && fetches <= 4096, "fetches (1 to 4096)");
    }

    /// Bytes that one host may send in a day.
    public long hostBytesDaily() {
        return bytesPerHostDaily.bytes();
    }

    private static void require(boolean holds, String key) {
        if (!holds) {
            throw new IllegalArgumentException("value out of range for " + key);
        }
    }
}
