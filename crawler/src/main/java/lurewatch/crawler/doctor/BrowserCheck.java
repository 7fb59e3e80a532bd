package lurewatch.crawler.doctor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether there is a Chromium, which only pages need that are empty without JavaScript.
final class BrowserCheck implements Check {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final String searchPath;

    BrowserCheck(String searchPath) {
        this.searchPath = searchPath;
    }

    @Override
    public List<Finding> look() {
        return List.of(
                found().map(program -> Finding.ok("browser", program.toString()))
                        .orElse(
                                Finding.ok(
                                        "browser",
                                        "not installed; only pages that need JavaScript would want"
                                                + " one")));
    }

    private Optional<Path> found() {
        return Stream.of(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(BrowserCheck::programs)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> programs(String folder) {
        try {
            Path path = Path.of(folder);
            return NAMES.stream().map(path::resolve);
        } catch (InvalidPathException _) {
            return Stream.empty(); // PATH is anybody's text
        }
    }
}
