package lurewatch.searchcli.evaluate;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.searchcli.intake.BoundedLines;

/// A file's lines, plain or gzipped, each of which knows where it stands. A wrong line ends the
/// reading: a figure that leaves out what it could not read would look like a better one.
final class LabelledLines implements Closeable {
    /// Bytes of one line; the longest ad of a job board has a hundredth of that.
    private static final int LONGEST_LINE = 8 << 20;

    /// A line without its end.
    record Line(Path file, long number, String text) {
        String origin() {
            return file + ":" + number;
        }

        CommandFailure error(String what) {
            return wrong(file, number, what);
        }
    }

    private final Path file;
    private final InputStream in;
    private final BoundedLines lines;

    private LabelledLines(Path file, InputStream in) {
        this.file = file;
        this.in = in;
        this.lines = new BoundedLines(in, LONGEST_LINE);
    }

    static LabelledLines open(Path file) throws IOException {
        return new LabelledLines(file, stream(file));
    }

    /// The file's bytes, unpacked where they are packed.
    static InputStream stream(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new CommandFailure(ExitCode.USAGE, file + " is a directory, not a file");
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        boolean isPacked = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return isPacked ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /// The next line that is not empty.
    Optional<Line> next() throws IOException {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            Line decoded = decoded(line.get());
            if (!decoded.text().isBlank()) {
                return Optional.of(decoded);
            }
        }
        return Optional.empty();
    }

    private Line decoded(BoundedLines.Line line) {
        if (line.isTooLong()) {
            throw wrong(file, line.number(), "longer than " + LONGEST_LINE + " bytes");
        }
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(line.bytes()))
                            .toString();
            boolean isMarked = line.number() == 1 && text.startsWith("\uFEFF");
            String bare = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            return new Line(file, line.number(), isMarked ? bare.substring(1) : bare);
        } catch (CharacterCodingException e) {
            throw wrong(file, line.number(), "not UTF-8");
        }
    }

    static CommandFailure wrong(Path file, long line, String what) {
        return new CommandFailure(ExitCode.NOT_USABLE, file + ":" + line + ": " + what);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
