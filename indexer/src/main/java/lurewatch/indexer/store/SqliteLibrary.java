package lurewatch.indexer.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        try {
            if (!isWhole(file)) {
                unpack(file);
            }
        } catch (IOException e) {
            return; // a folder that cannot be written to: each process has its own, then
        }
        System.setProperty("org.sqlite.lib.path", String.valueOf(file.getParent()));
        System.setProperty("org.sqlite.lib.name", String.valueOf(file.getFileName()));
        System.setProperty("org.sqlite.tmpdir", String.valueOf(file.getParent()));
    }

    /// A machine that dies can leave half a file, which would end the process that loads it.
    private static boolean isWhole(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) == packed().getContentLengthLong();
    }

    private static void unpack(Path file) throws IOException {
        Path written =
                file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
        try (InputStream library = packed().getInputStream()) {
            Files.copy(library, written, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static URLConnection packed() throws IOException {
        String name =
                LibraryLoaderUtil.getNativeLibResourcePath()
                        + "/"
                        + LibraryLoaderUtil.getNativeLibName();
        URL library = SQLiteJDBCLoader.class.getResource(name);
        if (library == null) {
            throw new FileNotFoundException(name + " is not in SQLite's jar");
        }
        return library.openConnection();
    }
}
