package lurewatch.indexer;

/// Where a record stands: a file's name inside `archive/`, and its compressed bytes there.
public record WarcPosition(String file, long offset, long length) {
    public WarcPosition {
        if (file.isEmpty() || offset < 0 || length <= 0) {
            throw new IllegalArgumentException(
                    "impossible position: " + file + " offset " + offset + " length " + length);
        }
    }
}
