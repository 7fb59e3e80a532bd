package lurewatch.searchcli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Outline;
import lurewatch.indexer.console.Session;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `completion`: a script that makes a shell complete commands and options.
@Command(
        name = "completion",
        header = "Print a completion script for bash, zsh or fish.",
        footer = {
            "",
            "Examples:",
            "  lurewatch completion bash > ~/.local/share/bash-completion/completions/lurewatch",
            "  source <(lurewatch completion zsh)",
            "  lurewatch completion fish > ~/.config/fish/completions/lurewatch.fish",
        })
final class CompletionCommand implements Callable<ExitCode> {
    enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Map<String, String> LAUNCHERS =
            new TreeMap<>(
                    Map.of(
                            "help", "Explain Lurewatch or a command.",
                            "man", "Show a command's manual page."));

    private final Session session;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell = Shell.BASH;

    @Option(
            names = "--outline",
            hidden = true,
            paramLabel = "FILE",
            description =
                    "Complete the commands of this outline, too: what the other program's"
                            + " 'outline' prints; - reads it from standard input.")
    private @Nullable String outline;

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("not made by picocli");
        }
        CommandLine root = spec.root().commandLine();
        if (outline == null) {
            session.tell("the crawler's commands are left out, as this program does not know them");
        } else {
            Outline.add(root, read(outline));
        }
        addLaunchers(root);
        session.out()
                .print(
                        switch (shell) {
                            // zsh runs the bash script through its bashcompinit.
                            case BASH, ZSH -> AutoComplete.bash("lurewatch", root);
                            case FISH -> fish(root);
                        });
        return ExitCode.FOUND;
    }

    /// What the launcher understands before either program is started.
    private static void addLaunchers(CommandLine root) {
        LAUNCHERS.forEach((name, header) -> {
            CommandSpec command = CommandSpec.create();
            command.usageMessage().header(header);
            root.addSubcommand(name, command);
        });
        root.getCommandSpec()
                .addOption(
                        OptionSpec.builder("--no-pager")
                                .description("Print what would be paged.")
                                .build());
    }

    private String read(String file) throws IOException {
        try (InputStream in =
                file.equals("-")
                        ? session.in()
                        : Files.newInputStream(Folders.typed(file, "--outline"))) {
            return Outline.read(in);
        }
    }

    private static String fish(CommandLine root) {
        StringBuilder script = new StringBuilder("complete -c lurewatch -f\n");
        root.getCommandSpec().options().stream()
                .filter(option -> !option.hidden() && option.longestName().startsWith("--"))
                .forEach(option -> option(script, "__fish_use_subcommand", option));
        commands(script, "__fish_use_subcommand", "", root);
        return script.toString();
    }

    /// @param when the condition under which these commands may stand
    /// @param seen the condition that holds behind the command above; empty at the top
    private static void commands(
            StringBuilder script, String when, String seen, CommandLine above) {
        above.getSubcommands()
                .forEach((name, command) -> {
                    if (command.getCommandSpec().usageMessage().hidden()) {
                        return;
                    }
                    line(script, when, " -a " + name, header(command));
                    String here = seen + "__fish_seen_subcommand_from " + name;
                    command.getCommandSpec().options().stream()
                            .filter(option -> !option.hidden())
                            .forEach(option -> option(script, here, option));
                    Set<String> below = command.getSubcommands().keySet();
                    if (!below.isEmpty()) {
                        String none = "not __fish_seen_subcommand_from " + String.join(" ", below);
                        commands(script, here + "; and " + none, here + "; and ", command);
                    }
                });
    }

    private static void option(StringBuilder script, String when, OptionSpec option) {
        String longName = option.longestName().replaceFirst("^--", "");
        StringBuilder how = new StringBuilder(" -l " + longName);
        if (option.completionCandidates() == null) {
            how.append(option.arity().max() > 0 ? " -r" : "");
        } else {
            // -x keeps files out.
            how.append(" -x -a '")
                    .append(String.join(" ", option.completionCandidates()))
                    .append('\'');
        }
        String about = option.description().length == 0 ? "" : option.description()[0];
        line(script, when, how.toString(), about);
    }

    private static void line(StringBuilder script, String when, String how, String about) {
        String firstSentence = about.split("[.\n]", 2)[0].replace("${COMPLETION-CANDIDATES}", "");
        script.append("complete -c lurewatch -n '")
                .append(when)
                .append('\'')
                .append(how)
                .append(" -d '")
                .append(firstSentence.replace("'", ""))
                .append("'\n");
    }

    private static String header(CommandLine command) {
        String[] header = command.getCommandSpec().usageMessage().header();
        return header.length == 0 ? "" : header[0];
    }
}
