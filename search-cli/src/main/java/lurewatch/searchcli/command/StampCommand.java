package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.stamp.Authorities;
import lurewatch.indexer.stamp.Stamps;
import lurewatch.searchcli.custody.Seal;
import lurewatch.searchcli.custody.StampCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `stamp`: has authorities say when the ledger was as it is.
///
/// This program makes the checkpoint and the requests; the launcher then runs the crawler, which
/// alone connects to anybody.
@Command(
        name = "stamp",
        header = "Have time-stamping authorities say when the archive was as it is.",
        description = {
            "",
            "Makes a checkpoint over the whole ledger, signed where there is a key, and asks each authority of"
                    + " config/timestamps.yaml for a time stamp of it (RFC 3161): they get its SHA-256 and"
                    + " nothing else. Answers are checked against the authority's certificate and kept in"
                    + " stamps/ of the data directory; what got none is asked again the next time. Every pack"
                    + " has the newest stamped checkpoint with it, and its captures' way to it.",
            "",
            "A stamp proves that the captures were there then, even to who does not trust you or your clock."
                    + " Run it from time to time, as after each crawl.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch stamp",
            "  lurewatch stamp --list          what was stamped, checked anew",
            "",
            "Exit: 0 all stamped, 1 nothing to stamp, 2 no authority is named, 4 a stamp does not hold,",
            "      6 some authority gave none",
        })
final class StampCommand implements Callable<ExitCode> {
    private final Session session;

    @Option(names = "--list", description = "Check and list the stamps that there are.")
    private boolean list;

    @Mixin private Folders folders = new Folders();

    StampCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        Path data = folders.dataToRead(session);
        if (list) {
            return listed(data);
        }
        List<String> authorities =
                Authorities.read(folders.config(session)).authorities().stream()
                        .map(Authorities.Authority::name)
                        .toList();
        if (authorities.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "no authority is named: config/README.md says how, under timestamps.yaml");
        }
        Optional<Stamps.Checkpoint> made =
                Seal.of(data).checkpoint(authorities, session.clock().instant());
        made.ifPresent(checkpoint -> session.tell("made " + checkpoint.file().getFileName()));
        if (Stamps.in(data).waiting(authorities).isEmpty()) {
            session.tell("nothing to stamp: no capture is new since the last time");
            return ExitCode.NOTHING_FOUND;
        }
        return ExitCode.GOES_ON;
    }

    private ExitCode listed(Path data) throws IOException {
        StampCheck.Result result = StampCheck.of(data);
        result.lines().forEach(this::line);
        result.problems().forEach(this::line);
        if (result.waiting() > 0) {
            session.tell(
                    result.waiting()
                            + (result.waiting() == 1 ? " request waits" : " requests wait"));
        }
        if (!result.problems().isEmpty()) {
            return ExitCode.INTEGRITY;
        }
        return result.lines().isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
    }

    private void line(String text) {
        session.out().println(TerminalText.line(text));
    }
}
