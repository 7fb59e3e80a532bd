package lurewatch.crawler.service;

import java.util.List;
import java.util.OptionalLong;
import lurewatch.indexer.Block;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.extract.PageLink;
import lurewatch.indexer.text.Ticking;

/// Sixty-four bits of what a page says to a reader, to tell whether it changed. Banners around a
/// posting, and clocks, ages and counters in it, are no change of it, so the bytes of the page will
/// not do.
final class ContentHash {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private ContentHash() {}

    /// Of its postings, of its main text where it has none, or of the links of what is nothing but
    /// links; empty where it has none of these.
    static OptionalLong of(Extraction extraction) {
        if (extraction.postings().isEmpty()) {
            return extraction.mainText().isPresent() || extraction.links().isEmpty()
                    ? extraction.mainText().stream()
                            .mapToLong(text -> with(BASIS, Ticking.still(text)))
                            .findFirst()
                    : OptionalLong.of(ofLinks(extraction.links()));
        }
        long hash = BASIS;
        for (JobPosting posting : extraction.postings()) {
            hash = with(hash, Ticking.still(posting.title()));
            for (Block block : posting.blocks()) {
                hash = with(hash, Ticking.still(block.text()));
            }
        }
        return OptionalLong.of(hash);
    }

    private static long ofLinks(List<PageLink> links) {
        long hash = BASIS;
        for (PageLink link : links) {
            hash = with(hash, link.url());
            hash = with(hash, link.changedAt().map(Object::toString).orElse(""));
        }
        return hash;
    }

    /// FNV-1a over the characters and their number.
    private static long with(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return (hash ^ text.length()) * PRIME;
    }
}
