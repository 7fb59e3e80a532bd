package lurewatch.crawler.doctor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.crawler.browser.Browser;
import lurewatch.crawler.browser.BrowserException;
import lurewatch.crawler.settings.Render;

/// Whether there is a Chromium, for pages that their scripts write, and whether the one that is to
/// be used starts where it can do no harm.
final class BrowserCheck implements Check {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Optional<Render> settings;
    private final String searchPath;

    BrowserCheck(Optional<Render> settings, String searchPath) {
        this.settings = settings;
        this.searchPath = searchPath;
    }

    @Override
    public List<Finding> look() {
        return List.of(
                settings.filter(render -> render.browser().isPresent())
                        .map(BrowserCheck::tried)
                        .orElseGet(this::unused));
    }

    private static Finding tried(Render render) {
        try {
            return Finding.ok(
                    "browser", Browser.trial(render) + " starts, without network and as a guest");
        } catch (BrowserException e) {
            return Finding.warn(
                    "browser",
                    String.valueOf(e.getMessage()),
                    "pages that their scripts write stay empty until then; see"
                            + " docs/operating.md, 'Pages that scripts write'");
        }
    }

    private Finding unused() {
        return Finding.ok(
                "browser",
                found().map(program -> program + "; render.browser does not name it")
                        .orElse(
                                "not installed; only pages that their scripts write would want one"));
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
