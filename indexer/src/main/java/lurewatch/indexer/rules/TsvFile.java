package lurewatch.indexer.rules;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.settings.BoundedFile;
import lurewatch.indexer.settings.SettingsException;

/// Tab-separated values without any quoting or escaping. Lines that begin with `#` and empty lines
/// are skipped; the first other line must be the header.
final class TsvFile {
    private static final int MAX_BYTES = 16 << 20;

    private TsvFile() {}

    /// One row, which knows where it stands.
    record Row(Path file, int line, List<String> fields) {
        String field(int index) {
            return fields.get(index);
        }

        /// An error about one field.
        SettingsException error(int field, String what) {
            int column = 1;
            for (int i = 0; i < field; i++) {
                column += fields.get(i).length() + 1;
            }
            return SettingsException.at(file.toString(), line, column, what);
        }
    }

    static List<Row> read(Path file, List<String> header) {
        List<Row> rows = new ArrayList<>();
        boolean headerSeen = false;
        int line = 0;
        for (String text : content(file).split("\n", -1)) {
            line++;
            String bare = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            if (bare.isEmpty() || (bare.startsWith("#") && !headerSeen)) {
                continue;
            }
            Row row = new Row(file, line, List.of(bare.split("\t", -1)));
            if (headerSeen) {
                requireWidth(row, header);
                rows.add(row);
            } else {
                requireHeader(row, header);
                headerSeen = true;
            }
        }
        if (!headerSeen) {
            throw SettingsException.at(file.toString(), 1, 1, "no header; expected " + header);
        }
        return rows;
    }

    private static void requireWidth(Row row, List<String> header) {
        int width = row.fields().size();
        if (width != header.size()) {
            int column = Math.min(width, header.size()) - 1;
            throw row.error(
                    column,
                    width
                            + " columns; allowed are "
                            + header.size()
                            + ": "
                            + String.join(", ", header));
        }
    }

    private static void requireHeader(Row row, List<String> header) {
        if (!row.fields().equals(header)) {
            throw row.error(0, "not the header; expected " + String.join(", ", header));
        }
    }

    static byte[] bytes(Path file) {
        return BoundedFile.bytes(file, MAX_BYTES);
    }

    private static String content(Path file) {
        byte[] bytes = bytes(file);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new SettingsException(file + ": not UTF-8; save it as UTF-8", e);
        }
    }
}
