package lurewatch.indexer.archive;

/// How far the content coding of an archived body is undone.
///
/// @param bytes most bytes of a decoded body
/// @param ratio how many times larger than encoded a body may be, beyond its first megabyte
public record DecodeLimits(long bytes, int ratio) {
    public static final DecodeLimits DEFAULTS = new DecodeLimits(16L << 20, 200);

    /// Small pages may be as repetitive as they like; the ratio is asked for beyond this.
    private static final long FREE_OF_RATIO = 1 << 20;

    /// The same for who needs no more than so many bytes.
    DecodeLimits upTo(long most) {
        return new DecodeLimits(Math.min(bytes, most), ratio);
    }

    /// What a body of this encoded length may become.
    long allowed(int encoded) {
        return Math.min(bytes, Math.max(FREE_OF_RATIO, (long) encoded * ratio));
    }

    /// The limit that such a body has met, in the words of the fetch log.
    String met(int encoded) {
        long allowed = allowed(encoded);
        return allowed == bytes
                ? "limit body_decoded=" + bytes + " observed=" + (bytes + 1)
                : "limit decoded_ratio=" + ratio + " observed=" + (allowed / encoded + 1);
    }
}
