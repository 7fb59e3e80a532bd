package lurewatch.indexer.settings;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number of bytes, written `65536`, `512KB`, `8MB` or `1GB` (powers of 1024).
public record ByteSize(long bytes) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,12})\\s*(|B|KB|MB|GB)");

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size cannot be negative: " + bytes);
        }
    }

    /// The size so written; [IllegalArgumentException] where it is none.
    public static ByteSize parse(String written) {
        Matcher m = WRITTEN.matcher(written.strip().toUpperCase(Locale.ROOT));
        if (!m.matches()) {
            throw new IllegalArgumentException("'" + written + "' is no size");
        }
        int shift =
                switch (m.group(2)) {
                    case "KB" -> 10;
                    case "MB" -> 20;
                    case "GB" -> 30;
                    default -> 0;
                };
        return new ByteSize(Math.multiplyExact(Long.parseLong(m.group(1)), 1L << shift));
    }

    /// The size where an array must hold it.
    public int toInt() {
        return Math.toIntExact(bytes);
    }
}
