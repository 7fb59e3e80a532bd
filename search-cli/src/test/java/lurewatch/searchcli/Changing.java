package lurewatch.searchcli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

/// Lines of input between which something happens: one line, then for each step the step and the
/// line again.
final class Changing extends InputStream {
    interface Step {
        void happen() throws IOException;
    }

    private final byte[] line;
    private final Queue<Step> steps = new ArrayDeque<>();
    private InputStream current;

    Changing(String line) {
        this.line = line.getBytes(StandardCharsets.UTF_8);
        this.current = new ByteArrayInputStream(this.line);
    }

    Changing then(Step step) {
        steps.add(step);
        return this;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("read line by line");
    }

    /// Gives a line at a time, as a pipe would whose writer waits.
    @Override
    public int read(byte[] into, int from, int length) {
        try {
            int read = current.read(into, from, length);
            if (read >= 0 || steps.isEmpty()) {
                return read;
            }
            steps.remove().happen();
            current = new ByteArrayInputStream(line);
            return current.read(into, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
