package lurewatch.searchcli.command;

import java.util.Locale;
import lurewatch.indexer.index.IndexSchema;

/// Which time of a posting counts.
enum WhichTime {
    FIRST(IndexSchema.FIRST_SEEN),
    LAST(IndexSchema.LAST_SEEN),
    POSTED(IndexSchema.POSTED);

    private final String field;

    WhichTime(String field) {
        this.field = field;
    }

    /// The index's field that has it.
    String field() {
        return field;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
