package lurewatch.crawler.doctor;

import java.util.Locale;

/// Numbers of bytes as a person says them.
final class Sizes {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    private Sizes() {}

    /// `512 B`, `3.2 MB`, `118 GB`, by powers of 1024 as in the settings.
    static String written(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        String form = unit == 0 || size >= 10 ? "%.0f %s" : "%.1f %s";
        return String.format(Locale.ROOT, form, size, UNITS[unit]);
    }
}
