package lurewatch.searchcli.export;

import java.io.IOException;
import java.nio.file.Path;

/// A writer that needs nothing but the list: what it writes can stand without a pack.
public interface ListWriter extends PackWriter {
    /// Writes its files into that folder.
    void write(HitList list, Path folder) throws IOException;

    @Override
    default void write(HitList list, Cover cover, Path folder) throws IOException {
        write(list, folder);
    }
}
