package lurewatch.searchcli.command;

import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.console.WrappedText;
import lurewatch.indexer.search.FieldGroup;
import lurewatch.indexer.search.QueryLanguage.FieldHelp;

/// The fields of queries and what they mean, as help lists them: by what they are about.
final class FieldsText {
    private static final String INDENT = "  ";

    /// Of a name in front of its meaning; no field that stands alone has a longer one.
    private static final int NAME = 13;

    /// Fields that mean the same, as those of the kinds of contact do.
    record Row(List<String> names, String about) {
        Row {
            names = List.copyOf(names);
        }

        private Row with(String name) {
            List<String> more = new ArrayList<>(names);
            more.add(name);
            return new Row(more, about);
        }
    }

    private FieldsText() {}

    /// A heading for each group, and below it its fields, in lines of at most so many columns.
    static List<String> lines(List<FieldHelp> fields, int columns) {
        List<String> lines = new ArrayList<>();
        for (FieldGroup group : FieldGroup.values()) {
            List<FieldHelp> inGroup =
                    fields.stream().filter(field -> field.group() == group).toList();
            if (!inGroup.isEmpty()) {
                lines.add(group.heading() + ":");
                rows(inGroup).forEach(row -> lines.addAll(lines(row, columns)));
            }
        }
        return lines;
    }

    /// Neighbours that mean the same stand in one row.
    static List<Row> rows(List<FieldHelp> fields) {
        List<Row> rows = new ArrayList<>();
        for (FieldHelp field : fields) {
            if (!rows.isEmpty() && rows.getLast().about().equals(field.about())) {
                rows.add(rows.removeLast().with(field.name()));
            } else {
                rows.add(new Row(List.of(field.name()), field.about()));
            }
        }
        return rows;
    }

    private static List<String> lines(Row row, int columns) {
        String behindNames = INDENT + " ".repeat(NAME);
        List<String> about = WrappedText.lines(row.about(), columns - behindNames.length());
        List<String> lines = new ArrayList<>();
        if (row.names().size() == 1) {
            String name = row.names().getFirst();
            String padded = name + " ".repeat(Math.max(1, NAME - name.length()));
            lines.add(INDENT + padded + about.removeFirst());
        } else {
            WrappedText.lines(String.join(" ", row.names()), columns - INDENT.length())
                    .forEach(line -> lines.add(INDENT + line));
        }
        about.forEach(line -> lines.add(behindNames + line));
        return lines;
    }
}
