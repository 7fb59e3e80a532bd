package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.detect.ContextTrainer;
import lurewatch.indexer.detect.Detector;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.TextKind;
import lurewatch.searchcli.evaluate.CaseFile;
import lurewatch.searchcli.evaluate.PlaceNames;

/// Learns the weights of the cues to what kind of text one is.
final class ContextTraining {
    private static final int FEWEST_OF_KIND = 3;

    private final Detector detector;
    private final CaseFile files;
    private final ContextTrainer trainer;
    private final long seed;
    private final int[] texts = new int[TextKind.values().length];
    private final List<String> sources = new ArrayList<>();

    ContextTraining(Rules rules, long seed) {
        this.detector = Detector.of(rules);
        this.files = new CaseFile(new PlaceNames(rules.places()));
        this.trainer = new ContextTrainer(seed);
        this.seed = seed;
    }

    /// Texts that nobody looked at while writing the lexicon.
    void read(List<String> names) throws IOException {
        for (String name : names) {
            read(name, "", trainer::add);
        }
    }

    /// Texts that the lexicon was completed with.
    void readFamiliar(List<String> names) throws IOException {
        for (String name : names) {
            read(name, " (familiar)", trainer::addFamiliar);
        }
    }

    private void read(String name, String remark, ContextTrainer.Sink to) throws IOException {
        Path file = Folders.typed(name, "--contexts");
        int[] count = new int[1];
        files.read(
                file,
                known -> {
                    Optional<TextKind> kind = known.label().kind();
                    if (kind.isPresent()) {
                        to.add(kind.get(), detector.contextCues(known.text()));
                        texts[kind.get().place()]++;
                        count[0]++;
                    }
                });
        sources.add(file.getFileName() + ": " + count[0] + remark);
    }

    /// The weights as the rules read them.
    byte[] weights() {
        for (TextKind kind : TextKind.values()) {
            if (texts[kind.place()] < FEWEST_OF_KIND) {
                throw new CommandFailure(
                        ExitCode.NOT_USABLE,
                        String.format(
                                Locale.ROOT,
                                "%d texts of kind %s; at least %d of each kind are needed",
                                texts[kind.place()],
                                kind.label(),
                                FEWEST_OF_KIND));
            }
        }
        StringBuilder file = new StringBuilder();
        file.append(
                        "# How much each cue speaks for each kind of text, in log-odds for each unit of")
                .append(
                        " the cue. Learned by\n# 'lurewatch train --contexts' (README.md); texts of")
                .append(" ")
                .append(String.join(", ", sources))
                .append("; seed ")
                .append(seed)
                .append('\n');
        trainer.weights().lines().forEach(line -> file.append(line).append('\n'));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    String summary() {
        return String.join(", ", sources);
    }
}
