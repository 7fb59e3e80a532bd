package lurewatch.searchcli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.stream.Stream;

/// Folders, copied and thrown away as a whole.
final class Folders {
    private static final Set<String> KEPT_WORDS = Set.of("en.tsv", "und.tsv", "README.md");

    private Folders() {}

    /// The settings that are shipped.
    static Path shippedConfig() {
        return Path.of(System.getProperty("lurewatch.root", "..")).resolve("config");
    }

    /// The same with few words, for what does not depend on them: reading some sixteen thousand
    /// phrases is most of what a command on a small world does.
    static Path configOfFewWords(Path to) throws IOException {
        Path config = copy(shippedConfig(), to);
        try (Stream<Path> lexica = Files.list(config.resolve("signals/lexicon"))) {
            for (Path lexicon : lexica.toList()) {
                if (!KEPT_WORDS.contains(lexicon.getFileName().toString())) {
                    Files.delete(lexicon);
                }
            }
        }
        return config;
    }

    static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        return to;
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path dir, IOException failure)
                            throws IOException {
                        Files.delete(dir);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
