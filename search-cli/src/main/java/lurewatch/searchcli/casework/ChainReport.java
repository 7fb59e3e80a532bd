package lurewatch.searchcli.casework;

import java.util.List;
import java.util.Map;

/// What a look at every event came to.
///
/// @param events how many there are
/// @param withheld how many of them stand here with their digest alone
/// @param heads how far each log has come, `number hash` by its name
/// @param problems the first of each log, and what else does not fit
public record ChainReport(
        long events, long withheld, Map<String, String> heads, List<Problem> problems) {
    /// What is wrong.
    ///
    /// @param number the first event of the log that is not as it was written
    public record Problem(String log, long number, String what) {
        @Override
        public String toString() {
            return "casework.db: log " + log + ", event " + number + ": " + what;
        }
    }

    public ChainReport {
        heads = Map.copyOf(heads);
        problems = List.copyOf(problems);
    }

    public boolean isClean() {
        return problems.isEmpty();
    }
}
