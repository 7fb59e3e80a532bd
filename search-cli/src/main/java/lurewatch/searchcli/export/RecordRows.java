package lurewatch.searchcli.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Records that are lines of JSON, as rows of a table for other programs: a column for each member
/// that is named, lists joined by blanks.
public final class RecordRows {
    private static final JsonMapper JSON = new JsonMapper();

    private final RowForm form;
    private final List<String> columns;

    /// @param columns the names of members
    public RecordRows(RowForm form, List<String> columns) {
        this.form = form;
        this.columns = List.copyOf(columns);
    }

    /// The names of the columns, with the end of the row.
    public String names() {
        return form.row(columns);
    }

    /// A record, with the end of the row.
    public String of(String json) {
        try {
            JsonNode record = JSON.readTree(json);
            return form.row(columns.stream().map(name -> cell(record.path(name))).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no record: " + json, e);
        }
    }

    /// Of an object, its first member, which names it.
    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(RecordRows::cell)
                    .collect(Collectors.joining(" "));
        }
        return value.isObject() ? cell(value.elements().next()) : value.asText();
    }
}
