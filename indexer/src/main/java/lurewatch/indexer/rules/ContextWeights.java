package lurewatch.indexer.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How much each cue speaks for each kind of text, in log-odds for each unit of the cue. Learned.
///
/// @param byCue in the order of [TextKind]
public record ContextWeights(Map<String, List<Double>> byCue) {
    public ContextWeights {
        byCue = Collections.unmodifiableMap(new LinkedHashMap<>(byCue));
    }

    /// As they lie in their file: a header, then a line for each cue.
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(String.join("\t", header())));
        byCue.forEach((cue, weights) -> {
            List<String> fields = new ArrayList<>(List.of(cue));
            weights.forEach(weight -> fields.add(String.format(Locale.ROOT, "%.3f", weight)));
            lines.add(String.join("\t", fields));
        });
        return lines;
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of("cue"));
        Arrays.stream(TextKind.values()).map(TextKind::label).forEach(header::add);
        return header;
    }

    static ContextWeights read(Path file, Set<String> signals, List<ContextWord> words) {
        Set<String> known = new HashSet<>(signals);
        words.forEach(word -> known.add(word.cue()));
        Arrays.stream(TextTrait.values()).map(TextTrait::cue).forEach(known::add);
        Map<String, List<Double>> byCue = new LinkedHashMap<>();
        for (TsvFile.Row row : TsvFile.read(file, header())) {
            String cue = row.field(0);
            if (!known.contains(cue)) {
                throw row.error(
                        0,
                        "unknown cue '"
                                + cue
                                + "'; allowed are the ids of signals.yaml, words:GROUP of"
                                + " context-words.tsv, and text: with its names");
            }
            List<Double> weights = new ArrayList<>();
            for (int i = 1; i < row.fields().size(); i++) {
                weights.add(number(row, i));
            }
            if (byCue.put(cue, List.copyOf(weights)) != null) {
                throw row.error(0, "cue '" + cue + "' stands twice");
            }
        }
        return new ContextWeights(byCue);
    }

    private static double number(TsvFile.Row row, int field) {
        try {
            double number = Double.parseDouble(row.field(field));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw row.error(field, "'" + row.field(field) + "' is no number");
    }
}
