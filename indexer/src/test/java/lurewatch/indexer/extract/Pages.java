package lurewatch.indexer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.Block;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Header;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.SiteKind;
import lurewatch.indexer.WarcPosition;

/// Captured pages made of test data.
final class Pages {
    static final String URL = "https://jobs.example/ads/17";

    private Pages() {}

    static CapturedPage page(String url, String contentType, byte[] payload) {
        return page(url, List.of(new Header("Content-Type", contentType)), payload);
    }

    static CapturedPage page(String url, List<Header> headers, byte[] payload) {
        Capture capture =
                new Capture(
                        new CaptureId(1),
                        "site",
                        url,
                        Instant.parse("2026-11-01T00:00:00Z"),
                        200,
                        headers,
                        Digest.of(payload),
                        payload.length,
                        Optional.empty(),
                        Digest.of(payload),
                        new WarcPosition("a.warc.gz", 0, 1),
                        Provenance.CRAWLED,
                        Optional.empty());
        return new CapturedPage(capture, payload);
    }

    static Extraction extract(String html) {
        return extract(html, SitePlan.GENERIC);
    }

    static Extraction extract(String html, SitePlan plan) {
        return extract(URL, html, plan);
    }

    static Extraction extract(String url, String html, SitePlan plan) {
        byte[] payload = html.getBytes(StandardCharsets.UTF_8);
        return new Extractor().extract(page(url, "text/html; charset=utf-8", payload), plan);
    }

    static Extraction feed(String xml, SiteKind kind) {
        byte[] payload = xml.getBytes(StandardCharsets.UTF_8);
        return new Extractor()
                .extract(page("https://jobs.example/feed", "application/xml", payload), plan(kind));
    }

    static SitePlan plan(SiteKind kind) {
        return new SitePlan(kind, Optional.empty());
    }

    /// A fixture of `extract/`.
    static String fixture(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String name) {
        try (InputStream in = Pages.class.getResourceAsStream("/extract/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(JobPosting posting, Block.Kind kind) {
        return posting.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(Block::text)
                .collect(Collectors.joining("\n"));
    }

    static List<String> targets(JobPosting posting) {
        return posting.links().stream().map(link -> link.target()).toList();
    }
}
