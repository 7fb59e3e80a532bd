package lurewatch.indexer.console;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Paragraphs of help that stand on several lines in the source, as one line each: they are wrapped
/// to the terminal, and would be broken twice.
final class Paragraphs {
    private Paragraphs() {}

    /// In all that a command and those below it say of themselves.
    static void join(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.description(joined(usage.description()));
        usage.footer(joined(usage.footer()));
        command.getSubcommands().values().forEach(Paragraphs::join);
    }

    /// A line goes on in the next where it ends no sentence and the next is neither empty nor
    /// indented, as examples are.
    static String[] joined(String[] lines) {
        List<String> joined = new ArrayList<>();
        for (String line : lines) {
            boolean goesOn =
                    !joined.isEmpty()
                            && !line.isBlank()
                            && !line.startsWith(" ")
                            && joined.getLast().matches("[^ ].*[^.:!?]");
            if (goesOn) {
                joined.set(joined.size() - 1, joined.getLast() + " " + line);
            } else {
                joined.add(line);
            }
        }
        return joined.toArray(String[]::new);
    }
}
