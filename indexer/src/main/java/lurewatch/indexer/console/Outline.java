package lurewatch.indexer.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.PicocliException;

/// A program's commands and options as lines, by which the other program knows them: completion
/// speaks of both, and neither has the other's classes.
///
/// ```
/// command	check site	Try a site's file on pages
/// option	--format,-f	1	table,jsonl	How to print it.
/// ```
///
/// A command is named by its whole path; options stand behind theirs, with how many values they
/// take (0 or 1) and, where these are known, which.
public final class Outline {
    /// Our own commands come to a tenth of it.
    private static final int LONGEST = 1 << 20;

    private static final String COMMAND = "command";
    private static final String OPTION = "option";
    private static final String BETWEEN = "\t";
    private static final String LISTED = ",";

    private Outline() {}

    /// All that stands below the root and is not hidden.
    static String of(CommandLine root) {
        StringBuilder lines = new StringBuilder();
        add(lines, "", root);
        return lines.toString();
    }

    private static void add(StringBuilder lines, String above, CommandLine command) {
        command.getSubcommands()
                .forEach((name, below) -> {
                    CommandSpec spec = below.getCommandSpec();
                    if (!spec.usageMessage().hidden()) {
                        String path = above + name;
                        line(lines, COMMAND, path, first(spec.usageMessage().header()));
                        spec.options().stream()
                                .filter(option -> !option.hidden())
                                .forEach(option -> add(lines, option));
                        add(lines, path + " ", below);
                    }
                });
    }

    private static void add(StringBuilder lines, OptionSpec option) {
        List<String> values = new ArrayList<>();
        if (option.completionCandidates() != null) {
            option.completionCandidates().forEach(values::add);
        }
        line(
                lines,
                OPTION,
                String.join(LISTED, option.names()),
                option.arity().max() == 0 ? "0" : "1",
                String.join(LISTED, values),
                first(option.description()));
    }

    private static String first(String[] lines) {
        return lines.length == 0 ? "" : lines[0];
    }

    private static void line(StringBuilder lines, String... parts) {
        List<String> flat = new ArrayList<>();
        for (String part : parts) {
            flat.add(part.replaceAll("\\s+", " "));
        }
        lines.append(String.join(BETWEEN, flat)).append('\n');
    }

    /// Reads what the other program's `outline` printed.
    ///
    /// @throws CommandFailure if it printed nothing
    public static String read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST);
        if (bytes.length == 0) {
            throw new CommandFailure(
                    ExitCode.USAGE, "the outline is empty: the other program has failed");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Adds the outlined commands to those below the root.
    ///
    /// @throws CommandFailure if these are not lines of an outline, or name what the root has
    public static void add(CommandLine root, String outline) {
        Map<String, CommandSpec> commands = new HashMap<>();
        commands.put("", root.getCommandSpec());
        CommandSpec last = root.getCommandSpec();
        int number = 0;
        for (String line : outline.lines().toList()) {
            number++;
            String[] parts = line.split(BETWEEN, -1);
            try {
                switch (parts[0] + parts.length) {
                    case COMMAND + 3 -> last = command(commands, parts[1], parts[2]);
                    case OPTION + 5 -> add(last, option(parts));
                    default -> throw wrong(number, "neither a command nor an option");
                }
            } catch (PicocliException e) {
                throw wrong(number, String.valueOf(e.getMessage()));
            }
        }
    }

    private static CommandSpec command(
            Map<String, CommandSpec> commands, String path, String header) {
        int cut = path.lastIndexOf(' ');
        CommandSpec above = commands.get(cut < 0 ? "" : path.substring(0, cut));
        if (above == null) {
            throw new PicocliException("nothing stands above '" + path + "'");
        }
        CommandSpec command = CommandSpec.create();
        command.usageMessage().header(header);
        above.addSubcommand(path.substring(cut + 1), command);
        commands.put(path, command);
        return command;
    }

    /// What a command has from the root already (`--help`) is not added again.
    private static void add(CommandSpec command, OptionSpec option) {
        if (Stream.of(option.names()).noneMatch(command.optionsMap()::containsKey)) {
            command.addOption(option);
        }
    }

    private static OptionSpec option(String[] parts) {
        OptionSpec.Builder option =
                OptionSpec.builder(parts[1].split(LISTED, -1))
                        .arity(parts[2])
                        .description(parts[4]);
        if (!parts[3].isEmpty()) {
            option.completionCandidates(List.of(parts[3].split(LISTED, -1)));
        }
        return option.type(parts[2].equals("0") ? boolean.class : String.class).build();
    }

    private static CommandFailure wrong(int line, String what) {
        return new CommandFailure(
                ExitCode.USAGE,
                String.format(Locale.ROOT, "the outline is not one, line %d: %s", line, what));
    }
}
