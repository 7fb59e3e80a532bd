package lurewatch.searchcli.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// A directory that appears whole or not at all: filled beside its place, forced to disk file by
/// file, and only then renamed into place. What was not published is deleted.
final class Draft implements Closeable {
    private final Path place;
    private final Path folder;

    private Draft(Path place, Path folder) {
        this.place = place;
        this.folder = folder;
    }

    /// A draft of the directory at `place`, which must not exist; its parent must.
    static Draft of(Path place) throws IOException {
        Path absolute = place.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        Path name = absolute.getFileName();
        if (parent == null || name == null) {
            throw new IOException("not a place for a directory: " + place);
        }
        return new Draft(absolute, Leftovers.draft(parent, name.toString()));
    }

    /// Where it will stand.
    Path place() {
        return place;
    }

    Path folder() {
        return folder;
    }

    void publish() throws IOException {
        Files.walkFileTree(folder, new Forcing());
        if (Files.exists(place)) {
            throw new FileAlreadyExistsException(place.toString());
        }
        Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
        Leftovers.forget(folder);
        // The name is durable when its directory is.
        force(parentOf(place), StandardOpenOption.READ);
    }

    private static Path parentOf(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("not in a directory: " + path);
        }
        return parent;
    }

    static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new Deleting());
        }
        Leftovers.forget(folder);
    }

    private static final class Forcing extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            force(file, StandardOpenOption.WRITE);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure)
                throws IOException {
            force(dir, StandardOpenOption.READ);
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure)
                throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
        }
    }
}
