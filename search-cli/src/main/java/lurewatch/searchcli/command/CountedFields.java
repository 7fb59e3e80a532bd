package lurewatch.searchcli.command;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.text.Nearest;
import lurewatch.searchcli.leads.Trends;

/// The fields whose values may be counted, as options name them.
final class CountedFields {
    private static final List<String> RISING =
            Stream.concat(IndexSchema.COUNTED.stream(), Stream.of(Trends.PHRASE)).toList();

    private CountedFields() {}

    /// To be completed.
    static final class OfFacets implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return IndexSchema.COUNTED.iterator();
        }
    }

    /// The same of what may rise.
    static final class OfTrends implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return RISING.iterator();
        }
    }

    /// Refuses what cannot be counted.
    static void check(String field) {
        check(field, IndexSchema.COUNTED);
    }

    /// Refuses what cannot be looked at for whether it rises.
    static void checkRising(String field) {
        check(field, RISING);
    }

    private static void check(String field, List<String> known) {
        if (!known.contains(field)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "'"
                            + field
                            + "' cannot be counted; "
                            + Nearest.to(field, known)
                                    .map(meant -> "did you mean '" + meant + "'? ")
                                    .orElse("")
                            + "these can: "
                            + String.join(", ", known));
        }
    }
}
