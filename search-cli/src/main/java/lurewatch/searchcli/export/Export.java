package lurewatch.searchcli.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A format in which a hit list is handed on.
public sealed interface Export permits CsvExport, JsonlExport {
    /// The files that are written, the list itself first.
    List<Path> files(Path target);

    /// Writes them, each whole or not at all, and reads each again to see that it holds exactly the
    /// list's postings.
    Written write(HitList list, Path target) throws IOException;

    /// What was written.
    ///
    /// @param neutralised cells that would have been formulas
    record Written(int rows, int neutralised) {}
}
