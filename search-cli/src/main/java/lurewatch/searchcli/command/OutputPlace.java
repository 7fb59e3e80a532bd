package lurewatch.searchcli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;

/// Where something is to be written, as somebody typed it.
final class OutputPlace {
    private OutputPlace() {}

    /// The path that an option names. `-` is none: what is written is read again, which a pipe
    /// cannot be.
    static Path named(String written, String option) {
        if (written.isBlank()) {
            throw new CommandFailure(ExitCode.USAGE, option + ": name a place to write to");
        }
        if (written.equals("-")) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    option
                            + ": what is written is read again, so it goes to a file, not to a pipe;"
                            + " 'lurewatch search --format jsonl' prints, and './-' is a file");
        }
        return Folders.typed(written, option);
    }

    /// The directory that something new will stand in, which must be there.
    static Path parentOf(Path place) {
        Path parent = place.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE, "there is no directory " + parent + " to write to");
        }
        if (!Files.isWritable(parent)) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE, parent + " may not be written by this user");
        }
        return parent;
    }
}
