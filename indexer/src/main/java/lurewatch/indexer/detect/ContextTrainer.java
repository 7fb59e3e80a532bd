package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lurewatch.indexer.rules.ContextWeights;
import lurewatch.indexer.rules.TextKind;

/// Learns from texts of known kinds how much each cue speaks for each kind: multinomial logistic
/// regression, its weights held near nothing (ridge), by one bounded Newton step for a cue at a
/// time (Böhning 1992). Same texts, same seed: same weights.
///
/// It can also go on from weights that were learned before: then they are held near those, so that
/// few texts move what they speak of and nothing else.
public final class ContextTrainer {
    /// How strongly weights are held; chosen on the development texts.
    private static final double STIFFNESS = 0.7;

    /// How strongly weights are held near those that were learned from many more texts before.
    private static final double LOYALTY = 2;

    /// A text that the lexicon was written with is seen in this many copies, of which each signal
    /// is left out by chance: its phrases stand in for those that nobody wrote down yet.
    private static final int COPIES = 10;

    private static final double LEFT_OUT = 0.4;
    private static final String WORDS_AND_SIGNS = ":";

    /// The messengers' names are known, whoever wrote the text.
    private static final String ALWAYS_KNOWN = "off_platform_contact";

    private static final int MOST_ROUNDS = 600;

    /// Weights are kept to three places.
    private static final double SMALL = 1e-3;

    private static final int KINDS = TextKind.values().length;

    /// Takes a text of a known kind.
    public interface Sink {
        /// Takes one text.
        ///
        /// @param cues as [Detector#contextCues] gives them
        void add(TextKind kind, Map<String, Double> cues);
    }

    /// A text's cues.
    private record Sample(TextKind kind, Map<String, Double> cues, double weight) {}

    private final List<Sample> samples = new ArrayList<>();
    private final ContextWeights start;
    private final double stiffness;
    private final long seed;

    public ContextTrainer(long seed) {
        this(new ContextWeights(Map.of()), STIFFNESS, seed);
    }

    private ContextTrainer(ContextWeights start, double stiffness, long seed) {
        this.start = start;
        this.stiffness = stiffness;
        this.seed = seed;
    }

    /// One that goes on from what was learned before.
    public static ContextTrainer from(ContextWeights learned) {
        return new ContextTrainer(learned, LOYALTY, 0);
    }

    /// Adds a text that nobody looked at while writing the lexicon.
    ///
    /// @param cues as [Detector#contextCues] gives them
    public void add(TextKind kind, Map<String, Double> cues) {
        samples.add(new Sample(kind, cues, 1));
    }

    /// Adds a text whose phrases the lexicon was completed with.
    public void addFamiliar(TextKind kind, Map<String, Double> cues) {
        for (int copy = 0; copy < COPIES; copy++) {
            Map<String, Double> kept = new LinkedHashMap<>();
            cues.forEach((cue, amount) -> {
                boolean stays = cue.contains(WORDS_AND_SIGNS) || cue.equals(ALWAYS_KNOWN);
                if (stays || !isLeftOut(cue)) {
                    kept.put(cue, amount);
                }
            });
            samples.add(new Sample(kind, kept, 1.0 / COPIES));
        }
    }

    /// By the cue and the copy's number: the finaliser of MurmurHash3, which is in the public
    /// domain.
    private boolean isLeftOut(String cue) {
        long hash = (seed * 31 + samples.size()) * 0x9e3779b97f4a7c15L + cue.hashCode();
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return (hash >>> 11) * 0x1.0p-53 < LEFT_OUT;
    }

    /// What was learned, by cue.
    public ContextWeights weights() {
        List<Column> columns = columns();
        double[][] logits = new double[samples.size()][KINDS];
        columns.forEach(column -> column.begin(logits));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double longest = 0;
            for (Column column : columns) {
                longest = Math.max(longest, column.step(samples, logits, stiffness));
            }
            if (longest < SMALL) {
                break;
            }
        }
        Map<String, List<Double>> byCue = new LinkedHashMap<>(start.byCue());
        for (Column column : columns) {
            List<Double> weights = new ArrayList<>();
            for (double weight : column.weights) {
                weights.add(Math.round(weight * 1000) / 1000.0);
            }
            byCue.put(column.cue, weights);
        }
        return new ContextWeights(byCue);
    }

    private List<Column> columns() {
        TreeSet<String> cues = new TreeSet<>();
        samples.forEach(sample -> cues.addAll(sample.cues().keySet()));
        List<Column> columns = new ArrayList<>();
        for (String cue : cues) {
            columns.add(
                    new Column(
                            cue, samples, start.byCue().getOrDefault(cue, List.of()), stiffness));
        }
        return columns;
    }

    /// One cue: where it stands, and its weights so far.
    private static final class Column {
        private final String cue;
        private final int[] rows;
        private final double[] amounts;
        private final double[] start = new double[KINDS];
        private final double[] weights;
        private final double curvature;

        Column(String cue, List<Sample> samples, List<Double> before, double stiffness) {
            this.cue = cue;
            for (int kind = 0; kind < before.size(); kind++) {
                start[kind] = before.get(kind);
            }
            this.weights = start.clone();
            int[] all = new int[samples.size()];
            int found = 0;
            for (int row = 0; row < all.length; row++) {
                if (samples.get(row).cues().containsKey(cue)) {
                    all[found++] = row;
                }
            }
            this.rows = Arrays.copyOf(all, found);
            this.amounts = new double[found];
            double squares = 0;
            for (int i = 0; i < found; i++) {
                Sample sample = samples.get(rows[i]);
                amounts[i] = sample.cues().getOrDefault(cue, 0.0);
                squares += sample.weight() * amounts[i] * amounts[i];
            }
            // no curvature of a softmax exceeds a half
            this.curvature = squares / 2 + stiffness;
        }

        /// Lets the weights speak that it begins with.
        void begin(double[][] logits) {
            for (int i = 0; i < rows.length; i++) {
                for (int kind = 0; kind < KINDS; kind++) {
                    logits[rows[i]][kind] += start[kind] * amounts[i];
                }
            }
        }

        /// Moves the weights and the logits of the texts that have the cue.
        ///
        /// @return the longest move of a weight
        double step(List<Sample> samples, double[][] logits, double stiffness) {
            double[] gradient = new double[KINDS];
            for (int kind = 0; kind < KINDS; kind++) {
                gradient[kind] = stiffness * (weights[kind] - start[kind]);
            }
            for (int i = 0; i < rows.length; i++) {
                Sample sample = samples.get(rows[i]);
                double[] likely = ContextModel.normalised(logits[rows[i]]);
                likely[sample.kind().place()] -= 1;
                for (int kind = 0; kind < KINDS; kind++) {
                    gradient[kind] += sample.weight() * amounts[i] * likely[kind];
                }
            }
            double longest = 0;
            for (int kind = 0; kind < KINDS; kind++) {
                double move = -gradient[kind] / curvature;
                weights[kind] += move;
                longest = Math.max(longest, Math.abs(move));
                for (int i = 0; i < rows.length; i++) {
                    logits[rows[i]][kind] += move * amounts[i];
                }
            }
            return longest;
        }
    }
}
