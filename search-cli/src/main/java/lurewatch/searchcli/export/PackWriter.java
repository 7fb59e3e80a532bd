package lurewatch.searchcli.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Writes a hit list in one format.
public interface PackWriter {
    /// The names of the files it writes, the main one first.
    List<String> files();

    /// Writes them into that folder.
    void write(HitList list, Cover cover, Path folder) throws IOException;

    /// What the recipient should know of what is not in the files.
    default List<String> remarks(HitList list) {
        return List.of();
    }

    /// Reads them again; throws where they do not hold exactly the list's postings.
    void check(HitList list, Path folder) throws IOException;
}
