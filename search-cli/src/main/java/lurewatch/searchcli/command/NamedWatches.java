package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.util.List;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.watch.Watch;
import lurewatch.searchcli.watch.WatchLog;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Watches of a data directory that a command line names, or all of them.
final class NamedWatches {
    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Watches, by name or id. Default: all.")
    private List<String> names = List.of();

    @Mixin private Folders folders = new Folders();

    boolean isEmpty() {
        return names.isEmpty();
    }

    List<Watch> in(WatchLog watches) {
        return watches.named(names);
    }

    Path data(Session session) {
        return folders.dataToRead(session);
    }
}
