package lurewatch.indexer.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite's native part, unpacked once instead of by every process, which costs each start a
/// megabyte of writing and leaves it behind in the folder for temporary files where the process is
/// killed.
public final class SqliteLibrary {
    /// The system property that names the file, as the launcher sets it: of this version's own
    /// name, in a folder that only those may write to who may change the program.
    static final String PROPERTY = "lurewatch.sqlite";

    private SqliteLibrary() {}

    /// Has SQLite loaded from the file that the property names, and makes it where there is none.
    /// Where that cannot be, SQLite unpacks itself as it always does. To be called before anything
    /// is opened.
    public static void settle() {
        String named = System.getProperty(PROPERTY, "");
        if (named.isEmpty()) {
            return;
        }
        Path file = Path.of(named).toAbsolutePath();
        if (Files.exists(file) || unpack(file)) {
            System.setProperty("org.sqlite.lib.path", String.valueOf(file.getParent()));
            System.setProperty("org.sqlite.lib.name", String.valueOf(file.getFileName()));
            System.setProperty("org.sqlite.tmpdir", String.valueOf(file.getParent()));
        }
    }

    /// Forced before it has its name: half a library would end every process that loads it.
    private static boolean unpack(Path file) {
        String name =
                LibraryLoaderUtil.getNativeLibResourcePath()
                        + "/"
                        + LibraryLoaderUtil.getNativeLibName();
        Path written =
                file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(name)) {
            if (library == null) {
                return false;
            }
            Files.copy(library, written, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            return false; // a folder that cannot be written to: each process has its own, then
        }
    }
}
