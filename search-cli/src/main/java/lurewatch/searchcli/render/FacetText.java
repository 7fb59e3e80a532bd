package lurewatch.searchcli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.search.ValueCounts;
import lurewatch.indexer.search.ValueCounts.ValueCount;

/// Counts of values, field by field.
public final class FacetText {
    /// Of tables for programs.
    public static final List<String> COLUMNS = List.of("field", "value", "postings");

    private final Style style;
    private final LinkForm links;

    public FacetText(Style style, LinkForm links) {
        this.style = style;
        this.links = links;
    }

    /// One line for each value.
    ///
    /// @param most values per field; how many more there are is said
    public List<String> of(ValueCounts counts, List<String> fields, int most) {
        List<String> lines = new ArrayList<>();
        for (String field : fields) {
            List<ValueCount> values = counts.of(field);
            values.stream().limit(most).forEach(count -> lines.add(row(field, count)));
            if (values.size() > most) {
                lines.add(
                        style.faint(
                                String.format(
                                        Locale.ROOT,
                                        "%7s  %s: %d more values; --limit N shows them",
                                        "",
                                        field,
                                        values.size() - most)));
            }
        }
        return lines;
    }

    private String row(String field, ValueCount count) {
        String value =
                field.equals(IndexSchema.CONTACT) ? links.contactKey(count.value()) : count.value();
        return String.format(
                Locale.ROOT, "%7d  %s  %s", count.postings(), field, TerminalText.line(value));
    }

    public static List<String> json(ValueCounts counts, List<String> fields, int most) {
        List<String> lines = new ArrayList<>();
        for (String field : fields) {
            counts.of(field).stream()
                    .limit(most)
                    .forEach(count ->
                            lines.add(
                                    JsonLine.versioned()
                                            .put("field", field)
                                            .put("value", count.value())
                                            .put("postings", count.postings())
                                            .toString()));
        }
        return lines;
    }
}
