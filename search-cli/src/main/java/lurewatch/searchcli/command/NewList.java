package lurewatch.searchcli.command;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Writing;
import org.jspecify.annotations.Nullable;

/// A file that a command begins and puts lines into, if one was named.
final class NewList implements Closeable {
    private final Optional<Path> file;
    private final Optional<BufferedWriter> lines;

    private NewList(Optional<Path> file, Optional<BufferedWriter> lines) {
        this.file = file;
        this.lines = lines;
    }

    /// @param typed as the option has it, which may be missing
    static NewList named(@Nullable String typed, String option) throws IOException {
        if (typed == null) {
            return new NewList(Optional.empty(), Optional.empty());
        }
        Path file = OutputPlace.named(typed, option);
        if (Files.exists(file)) {
            throw new CommandFailure(
                    ExitCode.USAGE, option + ": " + file + " exists; name a new file");
        }
        OutputPlace.parentOf(file);
        return new NewList(
                Optional.of(file),
                Optional.of(Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)));
    }

    void add(String line) throws IOException {
        if (lines.isPresent()) {
            BufferedWriter writer = lines.get();
            Writing.to(file.orElseThrow(), () -> writer.append(line).append('\n'));
        }
    }

    @Override
    public void close() throws IOException {
        if (lines.isPresent()) {
            BufferedWriter writer = lines.get();
            Writing.to(
                    file.orElseThrow(),
                    () -> {
                        writer.close();
                        return writer;
                    });
        }
    }
}
