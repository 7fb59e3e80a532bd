package lurewatch.searchcli.custody;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.archive.LedgerLines;
import lurewatch.indexer.stamp.StampException;
import lurewatch.indexer.stamp.StampToken;
import lurewatch.indexer.stamp.Stamps;

/// Looks at the checkpoints and time stamps of a data directory: each stamp offline, and each
/// checkpoint against the ledger as it is now.
public final class StampCheck {
    private StampCheck() {}

    /// What was found.
    ///
    /// @param lines one for each stamp that is good
    /// @param waiting requests without an answer
    public record Result(List<String> lines, List<String> problems, int waiting) {}

    /// Looks at those of that data directory.
    public static Result of(Path data) throws IOException {
        Stamps stamps = Stamps.in(data);
        List<Stamps.Checkpoint> checkpoints = stamps.checkpoints();
        List<String> lines = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        if (checkpoints.isEmpty()) {
            return new Result(lines, problems, 0);
        }
        MerkleTree tree = new MerkleTree();
        checkpoints.forEach(checkpoint -> tree.keep(checkpoint.size() - 1));
        LedgerLines.forEach(
                data.resolve("archive"),
                line -> tree.add(HexFormat.of().parseHex(line.leaf().hex())));
        int waiting = 0;
        for (Stamps.Checkpoint checkpoint : checkpoints) {
            String name = checkpoint.file().getFileName().toString();
            Optional<CheckpointText> said = CheckpointText.of(checkpoint.text());
            if (said.isEmpty() || said.get().size() != checkpoint.size()) {
                problems.add(name + " is no checkpoint over " + checkpoint.size() + " lines");
                continue;
            }
            if (!said.get().isOf(tree)) {
                problems.add(
                        "the ledger does not begin with the lines that " + name + " was made of");
            }
            for (Stamps.Stamp stamp : stamps.of(checkpoint)) {
                try {
                    StampToken token = stamp.of(checkpoint);
                    lines.add(name + " stamped by " + stamp.authority() + " at " + token.time());
                } catch (StampException e) {
                    problems.add(
                            stamp.answer().getFileName() + " is no stamp of it: " + e.getMessage());
                }
            }
            waiting += stamps.waitingOf(checkpoint);
        }
        return new Result(lines, problems, waiting);
    }
}
