package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.console.Writing;
import lurewatch.indexer.detect.Detector;
import lurewatch.indexer.learned.FraudModel;
import lurewatch.indexer.learned.FraudTrainer;
import lurewatch.indexer.learned.WordingTrainer;
import lurewatch.indexer.rules.Rules;
import lurewatch.searchcli.evaluate.Figure;
import lurewatch.searchcli.evaluate.FraudEvaluation;
import lurewatch.searchcli.evaluate.FraudFile;
import lurewatch.searchcli.evaluate.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `train`: makes the models of general job fraud and of wording, or the weights of the cues to
/// contexts.
@Command(
        name = "train",
        header =
                "Make a model of general job fraud or of wording, or the weights of contexts, from labelled texts.",
        description = {
            "",
            "With --emscad: learns from labelled ads what fraudulent ones have in common and writes the model that"
                    + " 'assess' gives as fraud_score. FILE is a CSV, plain or gzipped, with the columns"
                    + " title, company_profile, description, requirements, benefits, fraudulent (0 or 1)"
                    + " and group_id (the same for ads that copy one another), as the Employment Scam"
                    + " Aegean Dataset has them. Where it also has salary_range, employment_type,"
                    + " required_experience, required_education, industry, function, has_company_logo and"
                    + " telecommuting (the last two 0 or 1), the model learns what it means that an ad"
                    + " gives these or not, and what the kinds named in them mean; it is told so by a page's"
                    + " schema.org markup. A second one in the same file does without.",
            "",
            "Prints how well such a model does on ads it has not seen: five folds, no group split"
                    + " between training and test. The model itself is made of all ads. The same file"
                    + " and seed give the same bytes; the model names the digest of the file, unpacked,"
                    + " and the seed.",
            "",
            "With --contexts: learns how much each cue (a group of context-words.tsv, a signal, a sign"
                    + " such as a question mark) speaks for a lure, an ordinary offer, a warning, news, a"
                    + " victim's report, a discussion, a guide to the lawful way, or fiction, and writes"
                    + " config/signals/context-weights.tsv anew. FILE is a table or JSON Lines, as"
                    + " 'evaluate --cases' reads them; texts that are only known to be a warning or news"
                    + " are passed over. Texts whose very phrases are in the lexicon belong to --familiar:"
                    + " of these, signals are left out by chance, or they would be trusted too much. Keep"
                    + " some texts aside and measure them with 'evaluate --cases'.",
            "",
            "With --wording: learns how lures and the other kinds of text are put, in whatever language, and writes the model"
                    + " that raises lure_wording and speaks beside the cues to contexts (config/signals/wording.bin). FILE is"
                    + " as for --contexts; the texts of a file count as of one hand. Prints how a model does with lures on"
                    + " files that it has not learned from (six folds, no file split)."
                    + " Names that begin with sample, as in the shipped texts, stand for names and are not learned.",
            "",
            "With --labels: learns these weights from what analysts labelled in --data ('label'), going on from the"
                    + " weights in use, so that few labels move little. It prints how both judge postings that they did"
                    + " not learn from (five folds, no campaign split, copies counted once), refuses with fewer than"
                    + " ten campaigns of each of two kinds, and writes nothing where what it learned is wrong more"
                    + " often than what is in use. 'evaluate --labels' shows what there is to gain.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch train --emscad emscad.csv.gz --out config/models/fraud.bin",
            "  lurewatch train --emscad emscad.csv.gz --out other.bin --seed 2",
            "  lurewatch train --contexts texts.jsonl --familiar cases.tsv --out weights.tsv",
            "  lurewatch train --wording texts-1.jsonl texts-2.jsonl --out config/signals/wording.bin",
            "  lurewatch train --labels --out weights.tsv      then config/signals/context-weights.tsv",
            "",
            "Exit: 0 made, 1 not written as it would be worse, 2 usage, 3 the file cannot be used or the model not be written",
        })
final class TrainCommand implements Callable<ExitCode> {
    /// Both kinds must stand in every fold.
    private static final int FEWEST_GROUPS = 10;

    private final Session session;

    @Option(names = "--emscad", paramLabel = "FILE", description = "The labelled ads.")
    private @Nullable String emscad;

    @Option(
            names = "--contexts",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Labelled texts that the lexicon was not written with.")
    private List<String> contexts = List.of();

    @Option(
            names = "--familiar",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Beside --contexts: labelled texts that the lexicon was written with.")
    private List<String> familiar = List.of();

    @Option(
            names = "--wording",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Labelled texts, each file by one hand.")
    private List<String> wording = List.of();

    @Option(names = "--labels", description = "Learn from what analysts labelled in --data.")
    private boolean labels;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where the model goes; replaced as a whole.")
    private String out = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Which groups stand in which fold; which signals are left out. Default:"
                            + " ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin private ReportFormat format = new ReportFormat();
    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();

    TrainCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        int sources =
                (emscad == null ? 0 : 1)
                        + (contexts.isEmpty() ? 0 : 1)
                        + (wording.isEmpty() ? 0 : 1)
                        + (labels ? 1 : 0);
        if (sources != 1 || (contexts.isEmpty() && !familiar.isEmpty())) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "name one of --emscad, --contexts (with or without --familiar), --wording and --labels");
        }
        Path target = Folders.typed(out, "--out");
        if (labels) {
            return trainLabels(target);
        }
        if (!wording.isEmpty()) {
            return trainWording(target);
        }
        return emscad == null ? trainContexts(target) : trainFraud(target, emscad);
    }

    private ExitCode trainLabels(Path target) throws IOException {
        LabelledPostings postings = LabelledPostings.in(folders.dataToRead(session));
        LabelTraining.requireEnough(postings);
        Path config = folders.config(session);
        Rules rules = Rules.read(config.resolve("signals"));
        Detector detector = Detector.of(rules, FraudModel.read(config.resolve("models")));
        LabelTraining training = new LabelTraining(rules, detector, postings, seed);
        session.tell(postings.summary());
        LabelTraining.Comparison comparison = training.compared();
        switch (format.chosen()) {
            case TABLE, PLAIN -> {
                session.out()
                        .println(
                                String.format(
                                        Locale.ROOT,
                                        "On postings not learned from (%d, five folds), wrong of eight"
                                                + " answers: %d with the weights in use, %d as learned",
                                        training.texts(),
                                        comparison.wrongBefore(),
                                        comparison.wrongAfter()));
                Report.tables(display.style(session), comparison.figures())
                        .forEach(session.out()::println);
            }
            case JSONL -> comparison.figures().forEach(f -> session.out().println(Report.json(f)));
        }
        if (comparison.isWorse()) {
            session.tell("what was learned is wrong more often: nothing was written");
            return ExitCode.NOTHING_FOUND;
        }
        write(target, training.weights());
        session.tell(
                TerminalText.line(
                        target
                                + " written; in use once it is config/signals/context-weights.tsv,"
                                + " and 'lurewatch replay' assesses what is known anew"));
        return ExitCode.FOUND;
    }

    private ExitCode trainContexts(Path target) throws IOException {
        Rules rules = Rules.read(folders.config(session).resolve("signals"));
        ContextTraining training = new ContextTraining(rules, seed);
        training.read(contexts);
        training.readFamiliar(familiar);
        write(target, training.weights());
        session.out()
                .println(
                        TerminalText.line(
                                String.format(
                                        Locale.ROOT,
                                        "weights of contexts from %s; rules %s, seed %d: %s",
                                        training.summary(),
                                        rules.version(),
                                        seed,
                                        target)));
        return ExitCode.FOUND;
    }

    private ExitCode trainWording(Path target) throws IOException {
        Rules rules = Rules.read(folders.config(session).resolve("signals"));
        WordingTraining training = new WordingTraining(rules);
        training.read(wording);
        WordingTrainer trainer = training.trainer(seed);
        write(target, trainer.train().bytes());
        print(
                String.format(
                        Locale.ROOT, "model of %s, seed %d: %s", training.summary(), seed, target),
                "On files not learned from (six folds):",
                training.figures(trainer.outOfFold()));
        session.tell(
                "in use once it is config/signals/wording.bin; 'lurewatch replay' assesses what is known anew");
        return ExitCode.FOUND;
    }

    private ExitCode trainFraud(Path target, String ads) throws IOException {
        FraudFile file = FraudFile.read(Folders.typed(ads, "--emscad"));
        requireEnough(file);
        FraudTrainer trainer = new FraudTrainer(file.ads(), seed);
        FraudModel model = trainer.train(file.digest());
        write(target, model.bytes());
        FraudEvaluation evaluation = new FraudEvaluation();
        FraudTrainer.Unseen unseen = trainer.outOfFold();
        for (int i = 0; i < file.ads().size(); i++) {
            evaluation.add(
                    new FraudEvaluation.Answer(
                            file.ads().get(i), unseen.known()[i], unseen.textAlone()[i]));
        }
        print(
                String.format(
                        Locale.ROOT,
                        "model %s of %s, data %s, seed %d: %s",
                        model.version(),
                        trainer.summary(),
                        file.digest().substring(0, 12),
                        seed,
                        target),
                "On unseen groups (five folds):",
                evaluation.figures());
        return ExitCode.FOUND;
    }

    private void print(String made, String measuredOn, List<Figure> figures) {
        switch (format.chosen()) {
            case TABLE, PLAIN -> {
                session.out().println(TerminalText.line(made));
                session.out().println(measuredOn);
                Report.tables(display.style(session), figures).forEach(session.out()::println);
            }
            case JSONL -> figures.forEach(f -> session.out().println(Report.json(f)));
        }
    }

    private static void requireEnough(FraudFile file) {
        for (boolean isFraud : new boolean[] {true, false}) {
            long groups =
                    file.ads().stream()
                            .filter(ad -> ad.isFraud() == isFraud)
                            .map(ad -> ad.group())
                            .distinct()
                            .count();
            if (groups < FEWEST_GROUPS) {
                throw new CommandFailure(
                        ExitCode.NOT_USABLE,
                        String.format(
                                Locale.ROOT,
                                "%d groups of %s ads; at least %d of each kind are needed",
                                groups,
                                isFraud ? "fraudulent" : "other",
                                FEWEST_GROUPS));
            }
        }
    }

    /// Beside the target first: what reads the model meanwhile sees the old one or the new one.
    private static void write(Path target, byte[] bytes) throws IOException {
        Path beside = target.resolveSibling(target.getFileName() + ".new");
        Writing.to(target, () -> Files.write(beside, bytes));
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
