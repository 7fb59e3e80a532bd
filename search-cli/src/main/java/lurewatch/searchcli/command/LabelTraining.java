package lurewatch.searchcli.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.detect.ContextTrainer;
import lurewatch.indexer.detect.Detector;
import lurewatch.indexer.rules.ContextWeights;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.TextKind;
import lurewatch.searchcli.command.LabelledPostings.Labelled;
import lurewatch.searchcli.evaluate.Evaluation;
import lurewatch.searchcli.evaluate.Figure;
import lurewatch.searchcli.evaluate.Outcome;

/// Learns from what analysts labelled, going on from the weights that are in use, and judges what
/// it learned on postings that it did not learn from: no campaign is split between the two.
final class LabelTraining {
    /// Fewer campaigns of a kind teach nothing about it.
    private static final int FEWEST_OF_KIND = 10;

    private static final int FEWEST_KINDS = 2;
    private static final int FOLDS = 5;

    private final Rules rules;
    private final Detector detector;
    private final List<Labelled> texts;
    private final Map<String, Integer> foldOf = new HashMap<>();
    private final long seed;
    private final List<Map<String, Double>> cues;

    /// @param postings copies of one text with one label count once
    LabelTraining(Rules rules, Detector detector, LabelledPostings postings, long seed) {
        this.rules = rules;
        this.detector = detector;
        this.seed = seed;
        this.texts = distinct(postings);
        this.cues =
                texts.stream()
                        .map(labelled -> detector.contextCues(labelled.known().text()))
                        .toList();
        deal();
    }

    private static List<Labelled> distinct(LabelledPostings postings) {
        Set<String> seen = new HashSet<>();
        return postings.all().stream()
                .filter(labelled -> seen.add(labelled.wording() + " " + labelled.known().label()))
                .toList();
    }

    private static Map<TextKind, Long> campaignsOfKind(List<Labelled> texts) {
        Map<TextKind, Set<String>> campaigns = new EnumMap<>(TextKind.class);
        texts.forEach(labelled ->
                campaigns
                        .computeIfAbsent(kind(labelled), _ -> new HashSet<>())
                        .add(labelled.campaign()));
        Map<TextKind, Long> counts = new EnumMap<>(TextKind.class);
        for (TextKind kind : TextKind.values()) {
            counts.put(kind, (long) campaigns.getOrDefault(kind, Set.of()).size());
        }
        return counts;
    }

    private static TextKind kind(Labelled labelled) {
        return labelled.known().label().kind().orElseThrow();
    }

    /// Refuses where so little is labelled that nothing could be learned or judged.
    static void requireEnough(LabelledPostings postings) {
        Map<TextKind, Long> counts = campaignsOfKind(distinct(postings));
        long enough = counts.values().stream().filter(count -> count >= FEWEST_OF_KIND).count();
        if (enough < FEWEST_KINDS) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE,
                    String.format(
                            Locale.ROOT,
                            "too few labels: %d of one kind and %d of another are needed, postings of"
                                    + " one campaign counted once; there are %s; 'lurewatch search"
                                    + " class:lure -label:*' finds what nobody labelled",
                            FEWEST_OF_KIND,
                            FEWEST_OF_KIND,
                            missing(counts)));
        }
    }

    private static String missing(Map<TextKind, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0 || isOffer(count.getKey()))
                .map(count ->
                        String.format(
                                Locale.ROOT,
                                "%s %d%s",
                                count.getKey().label(),
                                count.getValue(),
                                count.getValue() < FEWEST_OF_KIND
                                        ? " (" + (FEWEST_OF_KIND - count.getValue()) + " missing)"
                                        : ""))
                .collect(Collectors.joining(", "));
    }

    private static boolean isOffer(TextKind kind) {
        return EnumSet.of(TextKind.LURE, TextKind.BENIGN).contains(kind);
    }

    /// Deals campaigns to folds, in turn, after they were shuffled by the seed.
    private void deal() {
        List<String> campaigns =
                new ArrayList<>(
                        texts.stream().map(Labelled::campaign).distinct().sorted().toList());
        Collections.shuffle(campaigns, new Random(seed));
        for (int i = 0; i < campaigns.size(); i++) {
            foldOf.put(campaigns.get(i), i % FOLDS);
        }
    }

    private int fold(Labelled labelled) {
        return foldOf.getOrDefault(labelled.campaign(), 0);
    }

    /// How the weights in use and those learned without a posting judge that posting.
    record Comparison(Evaluation before, Evaluation after, int wrongBefore, int wrongAfter) {
        boolean isWorse() {
            return wrongAfter > wrongBefore;
        }

        /// The figures that both have, side by side.
        List<Figure> figures() {
            List<Figure> figures = new ArrayList<>(named("in use", before));
            figures.addAll(named("learned", after));
            return figures;
        }

        private static List<Figure> named(String row, Evaluation evaluation) {
            return evaluation.figures().stream()
                    .filter(figure ->
                            figure.row().equals("all") && !figure.section().equals("calibration"))
                    .map(figure ->
                            new Figure(figure.section(), row, figure.measure(), figure.value()))
                    .toList();
        }
    }

    Comparison compared() {
        Evaluation before = new Evaluation(0);
        Evaluation after = new Evaluation(0);
        int wrongBefore = 0;
        int wrongAfter = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            Detector learned = detector.with(learned(fold));
            for (Labelled labelled : texts) {
                if (fold(labelled) == fold) {
                    Outcome was = judged(labelled, detector);
                    Outcome is = judged(labelled, learned);
                    before.add(was);
                    after.add(is);
                    wrongBefore += was.isDecidedRight() ? 0 : 1;
                    wrongAfter += is.isDecidedRight() ? 0 : 1;
                }
            }
        }
        return new Comparison(before, after, wrongBefore, wrongAfter);
    }

    private static Outcome judged(Labelled labelled, Detector by) {
        return new Outcome(labelled.known(), by.assess(labelled.posting().current().posting()));
    }

    private ContextWeights learned(int without) {
        ContextTrainer trainer = ContextTrainer.from(rules.contextWeights());
        for (int i = 0; i < texts.size(); i++) {
            if (fold(texts.get(i)) != without) {
                trainer.add(kind(texts.get(i)), cues.get(i));
            }
        }
        return trainer.weights();
    }

    int texts() {
        return texts.size();
    }

    /// The weights that all texts teach, as the rules read them.
    byte[] weights() {
        StringBuilder file = new StringBuilder();
        file.append(
                        "# How much each cue speaks for each kind of text, in log-odds for each unit of the")
                .append(" cue. Learned by\n# 'lurewatch train --labels' from ")
                .append(texts.size())
                .append(" labelled postings, going on from the weights of rules ")
                .append(rules.version())
                .append('\n');
        learned(-1).lines().forEach(line -> file.append(line).append('\n'));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
