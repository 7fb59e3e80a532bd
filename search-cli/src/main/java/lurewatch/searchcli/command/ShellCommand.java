package lurewatch.searchcli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Outline;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.WarmReaders;
import lurewatch.searchcli.casework.Label;
import lurewatch.searchcli.shell.HistoryFile;
import lurewatch.searchcli.shell.Launcher;
import lurewatch.searchcli.shell.QueryValues;
import lurewatch.searchcli.shell.Shell;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shell`: all commands in one process.
@Command(
        name = "shell",
        header = "Run many commands one after another, with completion and history.",
        description = {
            "",
            "Type commands without 'lurewatch' before them (a pasted one may have it); answers come at"
                    + " once, as nothing is started anew. Each command sees the data as they are when it"
                    + " begins. The crawler's commands (status, why, crawl …) are run here, too; these"
                    + " start a program of their own.",
            "",
            "  Tab        completes commands, options, fields and the values that postings have, with"
                    + " how many have them: search site:<Tab>",
            "  '…' \"…\" \\   as in other shells; a line with an open quote or a \\ at its end goes on",
            "  Up, Ctrl-R earlier lines",
            "  Ctrl-C     stops the running command, or clears the line; Ctrl-D leaves",
            "  help       lists commands; 'help search' explains one; # starts a remark",
            "",
            "Values that hold control or format characters are not offered. Lines are remembered in"
                    + " ~/.local/state/lurewatch/history (or LUREWATCH_HISTORY), readable by you alone;"
                    + " --no-history remembers nothing.",
            "",
            "Where standard input is no terminal, each of its lines is run as a command, and what a"
                    + " command would read from there is empty.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch shell --data demo-data",
            "  printf 'stats\\nsearch class:lure -n 3\\n' | lurewatch shell",
            "",
            "Exit: 0, or in a script what the last command ended with that did not end with 0",
        })
final class ShellCommand implements Callable<Integer> {
    /// Where the launcher keeps what the crawler's `outline` prints.
    private static final String OUTLINE = "LUREWATCH_OUTLINE";

    private final Session session;

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--no-history", description = "Remember no line.")
    private boolean forgets;

    @Mixin private Folders folders = new Folders();

    ShellCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path data = folders.namedData(session);
        Map<String, String> environment = new HashMap<>(session.environment());
        environment.put("LUREWATCH_DATA", data.toString());
        environment.put("LUREWATCH_CONFIG", folders.namedConfig(session).toString());
        Shell shell = new Shell(session, environment, CommandTree::run, Launcher.of(session));
        try (WarmReaders _ = PostingSearch.keepWarm()) {
            boolean isTyped =
                    session.isTerminal()
                            && session.variable("LUREWATCH_TYPED").filter("1"::equals).isPresent();
            if (!isTyped) {
                return shell.script();
            }
            shell.greet();
            shell.prompt(root(), values(data), history());
            return 0;
        }
    }

    /// All commands, for completion; the crawler's as the launcher has noted them.
    private CommandLine root() {
        if (spec == null) {
            throw new IllegalStateException("not made by picocli");
        }
        CommandLine root = spec.root().commandLine();
        session.variable(OUTLINE).ifPresent(file -> addOutline(root, file));
        return root;
    }

    private void addOutline(CommandLine root, String file) {
        try (InputStream in = Files.newInputStream(Folders.typed(file, OUTLINE))) {
            Outline.add(root, Outline.read(in));
        } catch (IOException | CommandFailure e) {
            session.tell(
                    TerminalText.line(
                            "the crawler's commands are not completed: " + e.getMessage()));
        }
    }

    private QueryValues values(Path data) {
        return new QueryValues(
                CaseFields.language(session.clock(), data),
                () -> PostingSearch.open(data.resolve("index")),
                Map.of(
                        "label", Arrays.stream(Label.values()).map(Label::label).toList(),
                        "urgent", List.of("true", "false"),
                        "status", List.of("live", "suspect", "gone")));
    }

    private Optional<Path> history() {
        if (forgets) {
            return Optional.empty();
        }
        try {
            return Optional.of(HistoryFile.prepared(historyFile()));
        } catch (IOException e) {
            session.tell(TerminalText.line("lines are not remembered: " + e.getMessage()));
            return Optional.empty();
        }
    }

    private Path historyFile() {
        return session.variable("LUREWATCH_HISTORY")
                .map(file -> Folders.typed(file, "LUREWATCH_HISTORY"))
                .orElseGet(() ->
                        session.variable("XDG_STATE_HOME")
                                .map(home -> Folders.typed(home, "XDG_STATE_HOME"))
                                .orElseGet(() ->
                                        Path.of(System.getProperty("user.home"), ".local", "state"))
                                .resolve("lurewatch")
                                .resolve("history"));
    }
}
