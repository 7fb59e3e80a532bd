package lurewatch.searchcli.shell;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;

/// The launcher, for commands that are not this program's alone: it starts what they belong to, on
/// the same terminal.
///
/// @param file the launcher itself; empty where this program was started without it
/// @param commands what it is asked for
public record Launcher(Optional<Path> file, Set<String> commands) {
    private static final String FILE = "LUREWATCH_LAUNCHER";
    private static final String ELSEWHERE = "LUREWATCH_ELSEWHERE";

    /// Both programs do a part of the first two; the others are the launcher's own.
    private static final Set<String> SHARED = Set.of("erase", "stamp", "man", "help");

    public Launcher {
        commands = Set.copyOf(commands);
    }

    /// As the launcher says of itself.
    public static Launcher of(Session session) {
        Set<String> commands = new HashSet<>(SHARED);
        session.variable(ELSEWHERE)
                .ifPresent(names -> commands.addAll(List.of(names.strip().split(" +"))));
        return new Launcher(session.variable(FILE).map(Path::of), commands);
    }

    /// Whether it is needed: what our own part of a shared command says of itself is said at once.
    boolean isFor(List<String> arguments) {
        String command = arguments.getFirst();
        boolean isOurHelp = SHARED.contains(command) && arguments.contains("--help");
        return commands.contains(command) && !isOurHelp;
    }

    /// Runs a command to its end; what it writes goes where our own standard streams go.
    ///
    /// @param session gives the environment
    /// @param in what the command reads: inherited, or a pipe that is closed at once
    int run(Session session, List<String> arguments, Redirect in) throws InterruptedException {
        if (file.isEmpty()) {
            String command = arguments.getFirst();
            session.tell(
                    "'"
                            + command
                            + "' needs the crawler, too; leave the shell and run 'lurewatch "
                            + command
                            + "'");
            return ExitCode.USAGE.number();
        }
        session.out().flush();
        List<String> line = new ArrayList<>();
        line.add(file.get().toString());
        line.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectInput(in)
                        .redirectOutput(Redirect.INHERIT)
                        .redirectError(Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(session.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return awaited(process);
        } catch (IOException e) {
            session.tell(TerminalText.line("the launcher does not start: " + e.getMessage()));
            return ExitCode.NOT_USABLE.number();
        }
    }

    private static int awaited(Process process) throws InterruptedException {
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }
}
