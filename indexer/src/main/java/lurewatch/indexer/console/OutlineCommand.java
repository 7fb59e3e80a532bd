package lurewatch.indexer.console;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `outline`: a program's commands and options, for the other program's completion.
@Command(
        name = "outline",
        hidden = true,
        mixinStandardHelpOptions = true,
        header = "Print the commands and options of this program as lines.")
final class OutlineCommand implements Callable<ExitCode> {
    private final Session session;

    @Spec private @Nullable CommandSpec spec;

    OutlineCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        if (spec == null) {
            throw new IllegalStateException("not made by picocli");
        }
        session.out().print(Outline.of(spec.root().commandLine()));
        return ExitCode.FOUND;
    }
}
