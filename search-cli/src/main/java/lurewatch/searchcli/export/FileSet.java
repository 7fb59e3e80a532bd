package lurewatch.searchcli.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import lurewatch.indexer.console.Writing;

/// The files of a list that no pack is made of. They are written beside their place, forced to disk
/// and read again, and appear whole or not at all, the main one last.
public final class FileSet implements Closeable {
    private final Path directory;
    private final ListWriter writer;
    private final Draft draft;

    private FileSet(Path directory, ListWriter writer, Draft draft) {
        this.directory = directory;
        this.writer = writer;
        this.draft = draft;
    }

    /// Where a writer's files will stand, the main one first.
    public static List<Path> places(Path directory, ListWriter writer) {
        return writer.files().stream().map(directory::resolve).toList();
    }

    /// Files that will stand in that directory, which must exist.
    public static FileSet begin(Path directory, ListWriter writer) throws IOException {
        Draft draft = Draft.of(directory.resolve(writer.files().getFirst()));
        return new FileSet(directory, writer, draft);
    }

    /// Where the list is drawn into.
    public Path spool() {
        return draft.folder().resolve("spool.jsonl");
    }

    /// Writes the list and reads it again.
    public void fill(HitList list) throws IOException {
        Writing.to(
                draft.place(),
                () -> {
                    Path files = Files.createDirectory(draft.folder().resolve("files"));
                    writer.write(list, files);
                    writer.check(list, files);
                    return files;
                });
    }

    /// Makes the files appear.
    public void publish() throws IOException {
        Path files = draft.folder().resolve("files");
        for (String name : writer.files().reversed()) {
            Draft.force(files.resolve(name), StandardOpenOption.WRITE);
            Files.move(
                    files.resolve(name),
                    directory.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Draft.force(directory, StandardOpenOption.READ);
    }

    @Override
    public void close() throws IOException {
        draft.close();
    }
}
