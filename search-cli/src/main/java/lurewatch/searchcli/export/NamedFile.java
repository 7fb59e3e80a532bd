package lurewatch.searchcli.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;

/// A settings file that is chosen by its name on the command line.
final class NamedFile {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String ENDING = ".yaml";

    private NamedFile() {}

    static Path in(Path config, String folder, String name, String option) {
        Path file = config.resolve(folder).resolve(name + ENDING);
        if (!NAME.matcher(name).matches() || !Files.isRegularFile(file)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    option
                            + ": there is no '"
                            + name
                            + "' in "
                            + config.resolve(folder)
                            + "; there are "
                            + names(config.resolve(folder)).stream()
                                    .collect(Collectors.joining(", ")));
        }
        return file;
    }

    static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE, "cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
