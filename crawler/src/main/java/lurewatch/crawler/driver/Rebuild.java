package lurewatch.crawler.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Facts and index made anew in a folder beside those in use, which stay whole until the new ones
/// are complete.
///
/// Life: made in `replay/`; complete when the file `replay/complete` stands; then moved into place.
/// A kill before that leaves the old ones, a kill after it is finished by the next writer.
final class Rebuild {
    private static final List<String> SQLITE_COMPANIONS = List.of("-wal", "-shm");

    private Rebuild() {}

    /// An empty folder to build in.
    static Path begin(Path data) throws IOException {
        Path folder = data.resolve("replay");
        delete(folder);
        return Files.createDirectories(folder);
    }

    /// Says that what was built is whole, and puts it in the place of the old.
    static void complete(Path data) throws IOException {
        Files.createFile(data.resolve("replay").resolve("complete"));
        moveIntoPlace(data);
    }

    /// Ends what a killed replay has left: moves it into place where it was complete, and throws it
    /// away where it was not.
    static void finishInterrupted(Path data) {
        Path folder = data.resolve("replay");
        try {
            if (Files.exists(folder.resolve("complete"))) {
                moveIntoPlace(data);
            } else {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot finish the interrupted replay: " + e, e);
        }
    }

    private static void moveIntoPlace(Path data) throws IOException {
        Path folder = data.resolve("replay");
        Derived fresh = Derived.at(folder);
        Derived inUse = Derived.at(data);
        if (Files.exists(fresh.index())) {
            delete(inUse.index());
            Files.move(fresh.index(), inUse.index(), StandardCopyOption.ATOMIC_MOVE);
        }
        if (Files.exists(fresh.facts())) {
            for (String companion : SQLITE_COMPANIONS) {
                Files.deleteIfExists(data.resolve("facts.db" + companion));
            }
            Files.move(fresh.facts(), inUse.facts(), StandardCopyOption.ATOMIC_MOVE);
        }
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
