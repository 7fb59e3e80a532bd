package lurewatch.crawler;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// The crawler in a process of its own, started as the launcher does it: from jars, with a cache of
/// classes that one crawl has filled. From folders of classes each start takes seconds of the
/// processor, and tests that kill or stop crawls start many.
public final class RehearsedProgram {
    private static final Duration LONGEST_REHEARSAL = Duration.ofMinutes(10);

    private final String classPath;
    private final Path cache;
    private final Path sqlite;

    private RehearsedProgram(Path folder) throws IOException {
        classPath = inJars(System.getProperty("java.class.path"), folder);
        cache = folder.resolve("crawler.aot");
        sqlite = folder.resolve("sqlite.so");
    }

    /// A command that runs a main class of ours.
    ///
    /// @param options of the JVM, besides those that every such process has
    public static List<String> command(
            List<String> options, Class<?> main, List<String> arguments) {
        return Once.PROGRAM.command("-XX:AOTCache=", options, main, arguments);
    }

    private List<String> command(
            String cacheOption, List<String> options, Class<?> main, List<String> arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                cacheOption + cache,
                                "-Xlog:disable",
                                "-cp",
                                classPath,
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UnlockDiagnosticVMOptions",
                                "-XX:+IgnoreUnrecognizedVMOptions",
                                "-XX:-AOTReplayTraining",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dlurewatch.sqlite=" + sqlite));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    private void rehearse(Path folder) throws IOException, InterruptedException {
        try (PacedWeb web = new PacedWeb(2, 3)) {
            web.writeConfig(folder.resolve("config"), Duration.ofMillis(10));
            Path log = folder.resolve("rehearsal.log");
            Process crawl =
                    new ProcessBuilder(
                                    command(
                                            "-XX:AOTCacheOutput=",
                                            List.of(),
                                            Main.class,
                                            List.of(
                                                    "crawl",
                                                    "--once",
                                                    "--format=jsonl",
                                                    "--data=" + folder.resolve("data"),
                                                    "--config=" + folder.resolve("config"))))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            boolean ended = crawl.waitFor(LONGEST_REHEARSAL.toSeconds(), TimeUnit.SECONDS);
            if (!ended || crawl.exitValue() != 0 || !Files.exists(cache)) {
                crawl.destroyForcibly();
                throw new IllegalStateException("no rehearsal: " + Files.readString(log));
            }
        }
    }

    /// The same class path, with each folder of classes packed, as a cache holds none from folders.
    private static String inJars(String classPath, Path folder) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (Files.isDirectory(Path.of(entry))) {
                Path jar = folder.resolve("classes-" + entries.size() + ".jar");
                pack(Path.of(entry), jar);
                entries.add(jar.toString());
            } else {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            out.setLevel(0);
            for (Path each : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                out.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                Files.copy(each, out);
                out.closeEntry();
            }
        }
    }

    /// Made when the first process is started, and kept for all tests of this JVM.
    private static final class Once {
        static final RehearsedProgram PROGRAM = made();

        private static RehearsedProgram made() {
            try {
                Path folder = Files.createTempDirectory("lurewatch-rehearsal");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                RehearsedProgram program = new RehearsedProgram(folder);
                program.rehearse(folder);
                return program;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
