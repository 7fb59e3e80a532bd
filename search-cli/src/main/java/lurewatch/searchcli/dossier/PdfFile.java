package lurewatch.searchcli.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.PackWriter;

/// The dossier as PDF, printed by a Chromium that is installed: no Java library draws Khmer,
/// Burmese and Thai right and keeps their text.
public final class PdfFile implements PackWriter {
    private static final String NAME = "dossier.pdf";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final long LONGEST_MINUTES = 10;
    private static final int LEAST_BYTES = 1000;

    private final Path chromium;
    private final Dossier dossier;

    private PdfFile(Path chromium, Path data) {
        this.chromium = chromium;
        this.dossier = new Dossier(data);
    }

    /// Where Chromium is: what `LUREWATCH_CHROMIUM` names, else on the path.
    public static Optional<Path> chromium(Session session) {
        Optional<String> named = session.variable("LUREWATCH_CHROMIUM");
        Stream<Path> onPath =
                Stream.of(session.variable("PATH").orElse("").split(":", -1))
                        .filter(folder -> !folder.isEmpty())
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return named.map(name -> Stream.of(Path.of(name)))
                .orElse(onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// One that prints with the Chromium of this machine.
    ///
    /// @param data the data directory that the list is from
    public static PdfFile of(Session session, Path data) {
        return new PdfFile(
                chromium(session)
                        .orElseThrow(() ->
                                new CommandFailure(
                                        ExitCode.NOT_USABLE,
                                        "pdf needs Chromium and none was found: install it, name it in"
                                                + " LUREWATCH_CHROMIUM, or take html, which prints the same")),
                data);
    }

    @Override
    public List<String> files() {
        return List.of(NAME);
    }

    @Override
    public void write(HitList list, Cover cover, Path folder) throws IOException {
        Path work = Files.createTempDirectory("lurewatch-pdf");
        try {
            dossier.write(list, cover, work);
            print(work, folder.resolve(NAME));
        } finally {
            delete(work);
        }
    }

    private void print(Path work, Path pdf) throws IOException {
        Path log = work.resolve("chromium.log");
        List<String> command = new ArrayList<>();
        command.add(chromium.toString());
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
        command.add(work.resolve(Dossier.NAME).toUri().toString());
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("Chromium did not print the dossier in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Chromium printed", e);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0 || !Files.exists(pdf)) {
            throw new IOException(
                    "Chromium could not print the dossier and ended with "
                            + process.exitValue()
                            + "; it needs at least one font of the system's own, whatever the dossier brings."
                            + " It said: "
                            + lastLine(log));
        }
    }

    private static String lastLine(Path log) throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .reduce((_, later) -> later)
                .orElse("it said nothing");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /// That it is a whole PDF with pages; what stands on them was checked as HTML.
    @Override
    public void check(HitList list, Path folder) throws IOException {
        String pdf =
                new String(Files.readAllBytes(folder.resolve(NAME)), StandardCharsets.ISO_8859_1);
        if (pdf.length() < LEAST_BYTES
                || !pdf.startsWith("%PDF-")
                || !pdf.stripTrailing().endsWith("%%EOF")) {
            throw new IOException(NAME + " does not read back as a whole PDF");
        }
    }
}
