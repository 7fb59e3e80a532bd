package lurewatch.searchcli.casework;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import lurewatch.indexer.store.Sql;

/// The log that is written in a file: the one that was begun where the file lies.
///
/// @param key of its row; 0 where nothing is written
/// @param origin its name, which no other log has
record OwnLog(long key, String origin) {
    /// Where nothing was written yet.
    static final OwnLog NONE = new OwnLog(0, "");

    private static final int ORIGIN_BYTES = 8;

    /// What tells a file from its copy: where it lies, and which file that is.
    static String place(Path file) throws IOException {
        Path real = file.toRealPath();
        Object inode =
                FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
                        ? Files.getAttribute(real, "unix:ino")
                        : Files.getAttribute(real, "creationTime");
        return real + " " + inode;
    }

    static Optional<OwnLog> at(String place, Sql sql) throws SQLException {
        return sql.first(
                "SELECT log, origin FROM logs WHERE place = ?",
                row -> new OwnLog(row.getLong(1), row.getString(2)),
                place);
    }

    /// Makes the row of a log that begins there.
    static OwnLog begun(String place, Sql sql) throws SQLException {
        byte[] random = new byte[ORIGIN_BYTES];
        new SecureRandom().nextBytes(random);
        String origin = HexFormat.of().formatHex(random);
        return new OwnLog(
                sql.insert("INSERT INTO logs (origin, place) VALUES (?, ?)", origin, place),
                origin);
    }
}
