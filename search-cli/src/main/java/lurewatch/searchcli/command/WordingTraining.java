package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.detect.Detector;
import lurewatch.indexer.learned.WordingTrainer;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.TextKind;
import lurewatch.searchcli.evaluate.CaseFile;
import lurewatch.searchcli.evaluate.Figure;
import lurewatch.searchcli.evaluate.Label;
import lurewatch.searchcli.evaluate.PlaceNames;
import lurewatch.searchcli.evaluate.Proportion;

/// Learns how lures are worded.
final class WordingTraining {
    private static final int FEWEST_OF_KIND = 30;
    private static final int FEWEST_FILES = 2;

    /// Probabilities at which the share found is told.
    private static final List<Double> FROM = List.of(0.5, 0.6, 0.7, 0.8, 0.9);

    /// In shipped texts a name, so that nobody's is in them.
    private static final Pattern STAND_IN =
            Pattern.compile("[a-z0-9_.@-]{0,40}sample[a-z0-9_.-]{0,40}", Pattern.CASE_INSENSITIVE);

    private final Detector detector;
    private final CaseFile files;
    private final List<WordingTrainer.Sample> samples = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    WordingTraining(Rules rules) {
        this.detector = Detector.of(rules);
        this.files = new CaseFile(new PlaceNames(rules.places()));
    }

    void read(List<String> names) throws IOException {
        for (String name : names) {
            Path file = Folders.typed(name, "--wording");
            String source = file.getFileName().toString();
            files.read(
                    file,
                    known -> {
                        String text = STAND_IN.matcher(known.text()).replaceAll("@x");
                        samples.add(
                                new WordingTrainer.Sample(
                                        source,
                                        detector.wordingText(text),
                                        known.label().name().toLowerCase(Locale.ROOT)));
                        labels.add(known.label());
                    });
        }
    }

    WordingTrainer trainer(long seed) {
        long lures = samples.stream().filter(WordingTrainer.Sample::isLure).count();
        long sources = samples.stream().map(WordingTrainer.Sample::source).distinct().count();
        if (Math.min(lures, samples.size() - lures) < FEWEST_OF_KIND || sources < FEWEST_FILES) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE,
                    String.format(
                            Locale.ROOT,
                            "%d lures and %d others in %d files; at least %d of each are needed, in %d"
                                    + " files",
                            lures,
                            samples.size() - lures,
                            sources,
                            FEWEST_OF_KIND,
                            FEWEST_FILES));
        }
        return new WordingTrainer(
                samples, Arrays.stream(TextKind.values()).map(TextKind::label).toList(), seed);
    }

    /// Of each label, how many have at least such a probability.
    List<Figure> figures(double[] probabilities) {
        List<Figure> figures = new ArrayList<>();
        for (Label label : new TreeSet<>(labels)) {
            for (double from : FROM) {
                int trials = 0;
                int hits = 0;
                for (int i = 0; i < probabilities.length; i++) {
                    if (labels.get(i) == label) {
                        trials++;
                        hits += probabilities[i] >= from ? 1 : 0;
                    }
                }
                figures.add(
                        Figure.rate(
                                "wording",
                                label.name().toLowerCase(Locale.ROOT),
                                "from " + from,
                                new Proportion(hits, trials)));
            }
        }
        return figures;
    }

    String summary() {
        return String.format(
                Locale.ROOT,
                "%d texts in %d files, %d of them lures",
                samples.size(),
                samples.stream().map(WordingTrainer.Sample::source).distinct().count(),
                samples.stream().filter(WordingTrainer.Sample::isLure).count());
    }
}
