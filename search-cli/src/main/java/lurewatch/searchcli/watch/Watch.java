package lurewatch.searchcli.watch;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;

/// A standing question.
///
/// @param id for good, on every machine; a name may be used again after `rm`
/// @param query as it was typed
/// @param command what is run for each event, program and arguments; empty where nothing is
/// @param since the last capture that was recorded when the watch was made: what it told is known
public record Watch(
        String id,
        String name,
        String query,
        Trigger trigger,
        List<String> command,
        long since,
        Instant made) {
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_.-]{0,63}");

    public Watch {
        command = List.copyOf(command);
    }

    /// The name, where it is one.
    public static String checkedName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "'"
                            + name
                            + "' is no name for a watch; use letters, digits, '.', '-' and '_', at"
                            + " most 64, a letter or digit first");
        }
        return name;
    }

    /// The same as if it had been made when that capture was recorded.
    Watch madeAt(long sequence) {
        return new Watch(id, name, query, trigger, command, sequence, made);
    }
}
