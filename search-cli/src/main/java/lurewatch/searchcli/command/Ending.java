package lurewatch.searchcli.command;

import java.util.Collection;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;

/// How a command ends that had something to show or to change, or nothing.
final class Ending {
    private Ending() {}

    /// Nothing found, with a word about it, where there is nothing.
    static ExitCode of(Session session, Collection<?> something, String ifNothing) {
        return something.isEmpty() ? nothing(session, ifNothing) : ExitCode.FOUND;
    }

    static ExitCode nothing(Session session, String message) {
        session.tell(message);
        return ExitCode.NOTHING_FOUND;
    }
}
