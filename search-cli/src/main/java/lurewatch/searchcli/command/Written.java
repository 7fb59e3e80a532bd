package lurewatch.searchcli.command;

import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;

/// What analysts write into casework.
final class Written {
    private Written() {}

    /// The text without the blanks around it, if it says something and is no longer than that.
    static String checked(String text, int longest, String what) {
        String said = text.strip();
        if (said.isEmpty() || said.length() > longest) {
            throw new CommandFailure(ExitCode.USAGE, what + " has 1 to " + longest + " characters");
        }
        return said;
    }
}
