package lurewatch.searchcli.export;

import java.util.Locale;

/// A form in which a hit list is handed on.
public enum Format {
    CSV,
    XLSX,
    JSONL,
    STIX,
    MISP,
    FTM,
    HTML,
    PDF,
    WACZ,
    NOTICES,
    STATISTICS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
