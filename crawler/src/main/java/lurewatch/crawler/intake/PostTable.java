package lurewatch.crawler.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.extract.Extractor;
import lurewatch.indexer.extract.TableText;

/// Posts, one a row of a CSV file with a first row of column names. A record's bytes are the first
/// row's and its own, so that each says by itself what its cells mean.
final class PostTable {
    private static final int SNIFFED = 1 << 18;

    private final byte[] names;
    private final String type;
    private final IntakeSink sink;

    private PostTable(byte[] names, String type, IntakeSink sink) {
        this.names = names;
        this.type = type;
        this.sink = sink;
    }

    static void read(Path file, IntakeOptions options, IntakeSink sink)
            throws IOException, InterruptedException, IntakeRefusedException {
        String type = "text/csv; header=present; charset=" + encoding(file);
        try (Lines lines = Lines.of(file, options.mostBytes(), Lines.Quotes.HOLD_LINES)) {
            Optional<Lines.Line> first = lines.next();
            byte[] names = first.map(Lines.Line::bytes).orElse(new byte[0]);
            requireColumns(names, type);
            PostTable table = new PostTable(names, type, sink);
            for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                sink.progress(lines.position(), lines.size());
                table.take(line.get());
            }
        }
    }

    private static String encoding(Path file) throws IOException, IntakeRefusedException {
        try (InputStream in = Files.newInputStream(file)) {
            String encoding = Extractor.encodingOf(in.readNBytes(SNIFFED));
            if (encoding.startsWith("utf-16")) {
                throw IntakeRefusedException.unusable("it is in UTF-16; save it as CSV in UTF-8");
            }
            return encoding;
        }
    }

    private static void requireColumns(byte[] names, String type) throws IntakeRefusedException {
        Map<String, String> columns = columns(names, type);
        if (!columns.containsKey("text") && !columns.containsKey("title")) {
            throw IntakeRefusedException.unusable(
                    "its first row must name the columns, 'text' or 'title' among them; read are"
                            + " url, text, title, author, time and site, and it has "
                            + columns.keySet());
        }
    }

    /// The names stand for the cells below them.
    private static Map<String, String> columns(byte[] names, String type)
            throws IntakeRefusedException {
        try {
            return TableText.of(joined(names, names), type).row();
        } catch (CsvParseException | IllegalArgumentException e) {
            throw IntakeRefusedException.unusable("no row of column names: " + e.getMessage());
        }
    }

    private void take(Lines.Line line) throws IOException, InterruptedException {
        String place = "line " + line.number();
        if (line.isTooLong()) {
            sink.broken(
                    place,
                    "a row of more than "
                            + line.bytes().length
                            + " bytes: is a quotation mark missing?");
            return;
        }
        if (line.isBlank()) {
            return;
        }
        byte[] bytes = joined(names, line.bytes());
        Post post;
        try {
            post = new Post(TableText.of(bytes, type).row());
        } catch (CsvParseException | IllegalArgumentException e) {
            sink.broken(place, String.valueOf(e.getMessage()));
            return;
        }
        if (post.saysSomething()) {
            sink.take(post.record(place, type, bytes));
        } else {
            sink.broken(place, "neither 'text' nor 'title' says anything");
        }
    }

    private static byte[] joined(byte[] names, byte[] row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(names.length + row.length + 2);
        bytes.writeBytes(names);
        bytes.write('\n');
        bytes.writeBytes(row);
        bytes.write('\n');
        return bytes.toByteArray();
    }
}
