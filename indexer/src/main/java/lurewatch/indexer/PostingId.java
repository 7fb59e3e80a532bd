package lurewatch.indexer;

/// Names one posting for as long as it stands at its address: derived from site and URL, so that a
/// replay gives the same name.
public record PostingId(String value) implements Comparable<PostingId> {
    private static final int HEX_DIGITS = 16;

    public PostingId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("empty posting id");
        }
    }

    /// The id of the posting at this URL of this site. A page with several postings that have no
    /// URL of their own tells them apart by a fragment in `url`.
    public static PostingId of(String site, String url) {
        return new PostingId("p" + Digest.of(site + "\n" + url).prefix(HEX_DIGITS));
    }

    @Override
    public int compareTo(PostingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
