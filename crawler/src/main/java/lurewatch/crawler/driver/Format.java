package lurewatch.crawler.driver;

import java.util.Locale;

/// `--format` of commands that print as they go: lines for people or objects for programs.
enum Format {
    PLAIN,
    JSONL;

    /// As it is typed.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
