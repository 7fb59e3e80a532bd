package lurewatch.searchcli.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lurewatch.indexer.console.Session;

/// Prints HTML files as PDF, by a Chromium that is installed: each by a process of its own that
/// ends in time.
///
/// @param longest for one file
record Chromium(Path program, Duration longest) {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /// A volume takes a quiet machine half a minute.
    private static final Duration USUAL_LONGEST = Duration.ofMinutes(10);

    /// What `LUREWATCH_CHROMIUM` names, else what is on the path.
    static Optional<Chromium> of(Session session) {
        Optional<String> named = session.variable("LUREWATCH_CHROMIUM");
        Stream<Path> onPath =
                Stream.of(session.variable("PATH").orElse("").split(":", -1))
                        .filter(folder -> !folder.isEmpty())
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return named.map(name -> Stream.of(Path.of(name)))
                .orElse(onPath)
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Chromium(program, USUAL_LONGEST));
    }

    /// Prints a file.
    ///
    /// @param work a folder for what Chromium writes besides
    void print(Path html, Path pdf, Path work) throws IOException {
        Path log = work.resolve("chromium.log");
        Process process =
                new ProcessBuilder(command(html, pdf, work))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        "Chromium was ended as it had not printed "
                                + pdf.getFileName()
                                + " in "
                                + longest.toSeconds()
                                + " seconds: try again when this machine has less to do, take a narrower"
                                + " query, or take html, which any browser prints");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Chromium printed", e);
        } finally {
            end(process);
        }
        if (process.exitValue() != 0 || !Files.exists(pdf)) {
            throw new IOException(
                    "Chromium ended with "
                            + process.exitValue()
                            + " and left no "
                            + pdf.getFileName()
                            + "; it needs memory, and at least one font of the system's own, whatever the"
                            + " dossier brings. It said: "
                            + lastLine(log));
        }
    }

    private List<String> command(Path html, Path pdf, Path work) {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(
                List.of(
                        "--headless",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--no-pdf-header-footer",
                        // The file names no address; should it, none would be found.
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--user-data-dir=" + work.resolve("profile"),
                        "--print-to-pdf=" + pdf));
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium refuses to run as root otherwise; the page has no script.
            command.add("--no-sandbox");
        }
        command.add(html.toUri().toString());
        return command;
    }

    /// With the processes that it started, which go on for a while without it.
    private static void end(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static String lastLine(Path log) throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .reduce((_, later) -> later)
                .orElse("nothing");
    }
}
