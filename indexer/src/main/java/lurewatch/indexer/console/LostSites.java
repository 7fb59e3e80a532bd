package lurewatch.indexer.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// Whether captures may be read anew with a configuration that does not know their sites.
///
/// A site's kind and recipe stand in its file alone: with another folder's, the messages of a
/// channel become one page, and postings are gone without a word.
public final class LostSites {
    private static final String OPTION = "--without-recipes";
    private static final String ENDING = ".yaml";
    private static final int NAMED = 5;

    @Option(
            names = OPTION,
            description =
                    "Captures of sites that have no file any more are read as any page, not by a"
                            + " recipe.")
    private boolean accepted;

    /// Refuses where one of those sites has no file.
    ///
    /// @param crawled the sites whose captures will be read anew
    public void check(Set<String> crawled, Path data, Path config) {
        Set<String> lost = new TreeSet<>(crawled);
        lost.removeAll(namesIn(config.resolve("sites")));
        if (!accepted && !lost.isEmpty()) {
            throw new CommandFailure(ExitCode.NOT_USABLE, said(lost, data, config));
        }
    }

    /// A site's file has its name.
    private static Set<String> namesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE, "cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String said(Set<String> lost, Path data, Path config) {
        Path own = data.resolve("config");
        return config.resolve("sites")
                + " has no file for "
                + (lost.size() == 1 ? "a site that was" : lost.size() + " sites that were")
                + " crawled here: "
                + lost.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (lost.size() > NAMED ? ", …" : "")
                + "; what only their recipes find would be lost. Name the configuration of the"
                + " crawl with --config "
                + (Files.isDirectory(own.resolve("sites")) ? own : "DIR")
                + ", or say "
                + OPTION
                + " where there is none any more";
    }
}
