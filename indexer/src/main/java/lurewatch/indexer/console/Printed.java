package lurewatch.indexer.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Standard output that knows whether all of it arrived. A [PrintStream] alone swallows that the
/// disk was full, and half a list looks like a whole one.
public final class Printed extends PrintStream {
    private final Kept kept;

    private final BooleanSupplier isPipe;

    private Printed(Kept kept, BooleanSupplier isPipe) {
        super(kept, false, StandardCharsets.UTF_8);
        this.kept = kept;
        this.isPipe = isPipe;
    }

    /// In UTF-8, whatever the locale; to be flushed at the end.
    public static Printed to(OutputStream out) {
        return new Printed(new Kept(out), () -> false);
    }

    /// The process's own standard output.
    static Printed standard() {
        return new Printed(new Kept(new FileOutputStream(FileDescriptor.out)), Printed::isPipe);
    }

    /// Why some of it was not written. A reader who has seen enough (`| head`) loses nothing.
    Optional<String> loss() {
        IOException failure = kept.failure;
        return failure == null || isClosedPipe(failure)
                ? Optional.empty()
                : Optional.of(String.valueOf(failure.getMessage()));
    }

    /// Whether nobody reads any more. Asked of the system too, where it tells what standard output
    /// is, as its words for a failed write depend on the language.
    private boolean isClosedPipe(IOException failure) {
        String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("pipe") || words.contains("reset") || isPipe.getAsBoolean();
    }

    private static boolean isPipe() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException _) {
            return false; // a system without such links: the words decide
        }
    }

    /// Keeps the first failure.
    private static final class Kept extends FilterOutputStream {
        private @Nullable IOException failure;

        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw kept(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw kept(e);
            }
        }

        private IOException kept(IOException e) {
            failure = failure == null ? e : failure;
            return e;
        }
    }
}
