package lurewatch.indexer.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// A database file as the system gives it to us: how it is opened where nothing may be written
/// beside it, and what somebody can do where it cannot be.
public final class SqliteFile {
    private SqliteFile() {}

    /// The address by which it is read. SQLite wants two files beside a database, `-wal` and
    /// `-shm`, by which it goes along with whoever writes. They are gone when nobody does, and who
    /// may not make them anew reads the file by itself.
    public static String urlToRead(Path file) {
        Path path = file.toAbsolutePath();
        Path folder = path.getParent();
        boolean isAlone =
                Files.exists(path)
                        && folder != null
                        && !Files.isWritable(folder)
                        && !Files.exists(path.resolveSibling(path.getFileName() + "-shm"))
                        && size(path.resolveSibling(path.getFileName() + "-wal")) == 0;
        return "jdbc:sqlite:" + (isAlone ? path.toUri() + "?immutable=1" : path);
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What to do about a failure.
    ///
    /// @param otherwise where neither the disk nor a permission is to blame
    public static String advice(SQLException failure, String otherwise) {
        SQLiteErrorCode code =
                failure instanceof SQLiteException known
                        ? known.getResultCode()
                        : SQLiteErrorCode.SQLITE_ERROR;
        // The lower byte is the kind, what is above it the circumstance.
        return switch (code.code & 0xff) {
            case 8, 3, 23, 14 ->
                    "this user may not write it or its folder: give the right to, or name a copy"
                            + " with --data";
            case 13, 10 -> "the disk is full or failing: make room and try again";
            case 5, 6 -> "another process holds it: try again";
            default -> otherwise;
        };
    }
}
