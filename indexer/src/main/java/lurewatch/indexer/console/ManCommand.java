package lurewatch.indexer.console;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `man-pages`: writes the manual pages of a program's commands; for the build.
@Command(
        name = "man-pages",
        hidden = true,
        mixinStandardHelpOptions = true,
        header = "Write the manual pages of these commands.")
final class ManCommand implements Callable<ExitCode> {
    private final Session session;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder; pages of the other program in it are listed as well.")
    private String out = "";

    ManCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("not made by picocli");
        }
        int pages =
                new ManPages(Version.number())
                        .write(spec.root().commandLine(), Folders.typed(out, "--out"));
        session.tell(pages + " manual pages");
        return ExitCode.FOUND;
    }
}
