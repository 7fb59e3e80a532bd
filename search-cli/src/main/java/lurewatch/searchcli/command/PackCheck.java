package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.custody.BagCheck;
import lurewatch.searchcli.custody.Keys;

/// Says whether a pack is as it was made.
final class PackCheck {
    private final Session session;
    private final Folders folders;
    private final RecordFormat.Format format;

    PackCheck(Session session, Folders folders, RecordFormat.Format format) {
        this.session = session;
        this.folders = folders;
        this.format = format;
    }

    ExitCode check(Path pack) throws IOException {
        if (!Files.isDirectory(pack)) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE, "there is no pack at " + pack + "; a pack is a directory");
        }
        BagCheck.Result result = BagCheck.of(pack.toAbsolutePath().normalize(), keys());
        switch (format) {
            case TABLE -> print(result);
            case JSONL -> printJson(result);
        }
        return result.problems().isEmpty() ? ExitCode.FOUND : ExitCode.INTEGRITY;
    }

    /// Whoever receives a pack has no data directory, and needs none.
    private Keys keys() {
        return Keys.in(folders.namedData(session));
    }

    private void print(BagCheck.Result result) {
        result.problems().forEach(problem -> line(problem.file() + ": " + problem.what()));
        result.notes().forEach(note -> line("note: " + note));
        line(
                String.format(
                        Locale.ROOT,
                        "%s: %d files, %d captures proved to be in the ledger; %s",
                        result.problems().isEmpty() ? "ok" : "DAMAGED",
                        result.files(),
                        result.captures(),
                        result.problems().isEmpty()
                                ? "no problem"
                                : result.problems().size() + " problems"));
        result.signer().ifPresent(name -> line("signed with " + name));
    }

    private void line(String text) {
        session.out().println(TerminalText.line(text));
    }

    private void printJson(BagCheck.Result result) {
        for (BagCheck.Problem problem : result.problems()) {
            session.out()
                    .println(
                            JsonLine.versioned()
                                    .put("problem", problem.what())
                                    .put("file", problem.file()));
        }
        session.out()
                .println(
                        JsonLine.versioned()
                                .put("clean", result.problems().isEmpty())
                                .put("files", result.files())
                                .put("captures", result.captures())
                                .put("signer", result.signer())
                                .put("problems", result.problems().size())
                                .putStrings("notes", result.notes()));
    }
}
