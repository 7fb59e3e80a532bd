package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.detect.Detector;
import lurewatch.indexer.learned.FraudModel;
import lurewatch.indexer.learned.FraudTrainer;
import lurewatch.indexer.learned.TrainingAd;
import lurewatch.indexer.rules.Rules;
import lurewatch.searchcli.evaluate.Case;
import lurewatch.searchcli.evaluate.CaseFile;
import lurewatch.searchcli.evaluate.Evaluation;
import lurewatch.searchcli.evaluate.FraudEvaluation;
import lurewatch.searchcli.evaluate.FraudFile;
import lurewatch.searchcli.evaluate.Outcome;
import lurewatch.searchcli.evaluate.PlaceNames;
import lurewatch.searchcli.evaluate.Report;
import lurewatch.searchcli.render.AssessmentText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `evaluate`: how good the detector is on texts whose answer is known.
@Command(
        name = "evaluate",
        header = "Measure the detector on texts whose answer is known.",
        description = {
            "",
            "Runs the detector that 'assess' runs and prints how often it is right: recall, precision"
                    + " and false alarms per language with 95 %% intervals (Wilson), ROC-AUC and"
                    + " average precision, calibration, what was taken for what, contacts, places, and"
                    + " the worst mistakes with every signal that led to them.",
            "",
            "Cases are a table (id, lang, label, expected_signals, text, between tabs) or JSON Lines of"
                    + " {\"id\", \"lang\", \"label\", \"text\", \"contacts\": [{\"kind\", \"value\"}],"
                    + " \"places\": [id or name]}; without contacts or places these are not measured."
                    + " Labels: lure, benign, warning, news, victim_report, discussion,"
                    + " lawful_process, fiction, or warning_or_news where a file does not tell them"
                    + " apart. Ads are JSON Lines of {\"id\", \"lang\", \"title\", \"company\","
                    + " \"location\", \"salary\", \"text\"}, and none of them is a lure. All may be"
                    + " gzipped. A line that cannot be read ends the evaluation, with its number.",
            "",
            "--emscad measures fraud_score on ads labelled for general job fraud: ROC-AUC, average"
                    + " precision, recall at 5 %% false alarms, calibration; ad by ad, the same"
                    + " without the largest groups of copies, and with each group counted once; by all"
                    + " that the columns say, as a page might, and by the text alone. A model that was trained on this very file is"
                    + " not measured on it: new ones are trained on four fifths of the groups and"
                    + " judge the fifth.",
            "",
            "--labels measures the classes of the postings in --data against what analysts labelled them"
                    + " as ('label'): victim counts as victim_report, unsure is left out, and where labels"
                    + " differ the last one counts and the posting as disputed. The classes are those in"
                    + " facts.db, so no rules are read; 'lurewatch replay' brings them up to date.",
            "",
            "--format jsonl prints one object per case (case, expected, decided, missed, invented,"
                    + " assessment) and then one per figure (section, of, measure, value; low, high,"
                    + " hits, trials where it is a share).",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch evaluate --cases cases.tsv more-cases.jsonl",
            "  lurewatch evaluate --ads ads.jsonl.gz --worst 5",
            "  lurewatch evaluate --emscad emscad.csv.gz",
            "  lurewatch evaluate --labels --data demo-data",
            "  lurewatch evaluate --cases cases.jsonl --format jsonl | jq 'select(.mistake)'",
            "",
            "Exit: 0 measured, 1 there is no case, 2 usage, 3 rules or a file not usable",
        })
final class EvaluateCommand implements Callable<ExitCode> {
    private final Session session;

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Texts with their labels.")
    private List<String> cases = List.of();

    @Option(
            names = "--ads",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Ordinary ads: everything found in them is a false alarm.")
    private List<String> ads = List.of();

    @Option(
            names = "--emscad",
            paramLabel = "FILE",
            description =
                    "Ads with and without fraud, as 'train' reads them: measures fraud_score.")
    private @Nullable String emscad;

    @Option(
            names = "--labels",
            description = "What analysts labelled: measures the classes in facts.db.")
    private boolean labels;

    @Option(
            names = "--worst",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many mistakes are explained. Default: ${DEFAULT-VALUE}.")
    private int worst;

    @Mixin private ReportFormat format = new ReportFormat();
    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();

    EvaluateCommand(Session session) {
        this.session = session;
    }

    private interface Reading {
        void read(Path file, Consumer<Case> to) throws IOException;
    }

    @Override
    public ExitCode call() throws IOException {
        boolean isAboutTexts = !cases.isEmpty() || !ads.isEmpty() || emscad != null;
        if (!isAboutTexts && !labels) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "nothing to measure; name --labels, --cases, --ads or --emscad");
        }
        if (worst < 0) {
            throw new CommandFailure(ExitCode.USAGE, "--worst: a number from 0 on");
        }
        boolean isAnything = labels && measureLabels();
        if (isAboutTexts) {
            isAnything |= measureTexts();
        }
        return isAnything ? ExitCode.FOUND : ExitCode.NOTHING_FOUND;
    }

    private boolean measureLabels() {
        LabelledPostings postings = LabelledPostings.in(folders.dataToRead(session));
        if (postings.all().isEmpty()) {
            session.tell(
                    "no label stands that says what a posting is; 'lurewatch label' sets one ("
                            + postings.summary()
                            + ")");
            return false;
        }
        Evaluation evaluation = new Evaluation(worst);
        for (LabelledPostings.Labelled labelled : postings.all()) {
            add(
                    new Outcome(labelled.known(), labelled.posting().current().assessment()),
                    evaluation);
        }
        print("Labels: " + postings.summary() + "; rules " + postings.rules(), evaluation);
        return true;
    }

    private boolean measureTexts() throws IOException {
        Path config = folders.config(session);
        Rules rules = Rules.read(config.resolve("signals"));
        Optional<FraudModel> model = FraudModel.read(config.resolve("models"));
        Detector detector = Detector.of(rules, model);
        CaseFile files = new CaseFile(new PlaceNames(rules.places()));
        boolean isAnything = false;
        if (!cases.isEmpty()) {
            isAnything |= measure("Cases", cases, files::read, detector);
        }
        if (!ads.isEmpty()) {
            isAnything |= measure("Ads", ads, files::readAds, detector);
        }
        if (emscad != null) {
            isAnything |= measureFraud(Folders.typed(emscad, "--emscad"), detector, model);
        }
        return isAnything;
    }

    private boolean measure(String what, List<String> files, Reading reading, Detector detector)
            throws IOException {
        Evaluation evaluation = new Evaluation(worst);
        for (String file : files) {
            reading.read(
                    Folders.typed(file, "FILE"), known -> measure(known, detector, evaluation));
        }
        print(
                what
                        + ": "
                        + files.stream().collect(Collectors.joining(", "))
                        + "; rules "
                        + detector.rulesVersion(),
                evaluation);
        return !evaluation.isEmpty();
    }

    private void print(String heading, Evaluation evaluation) {
        switch (format.chosen()) {
            case TABLE, PLAIN ->
                    new Report(
                                    display.style(session),
                                    new AssessmentText(
                                            display.style(session),
                                            display.links(),
                                            session.width()))
                            .print(TerminalText.line(heading), evaluation, session.out()::println);
            case JSONL -> evaluation.figures().forEach(f -> session.out().println(Report.json(f)));
        }
    }

    /// The score of the model that ships, unless it was trained on this very file: then what models
    /// of four fifths say of the fifth that they have not seen.
    private boolean measureFraud(Path path, Detector detector, Optional<FraudModel> model)
            throws IOException {
        FraudModel judge =
                model.orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.NOT_USABLE,
                                "there is no model in models/ of the settings; make one with 'train'"));
        FraudFile file = FraudFile.read(path);
        boolean isTrainedOnIt = judge.card().data().equals(file.digest());
        FraudEvaluation evaluation = new FraudEvaluation();
        Optional<FraudTrainer.Unseen> unseen =
                isTrainedOnIt
                        ? Optional.of(new FraudTrainer(file.ads(), judge.card().seed()).outOfFold())
                        : Optional.empty();
        for (int i = 0; i < file.ads().size(); i++) {
            TrainingAd ad = file.ads().get(i);
            Optional<String> language = Optional.of(FraudModel.LANGUAGE);
            Assessment known = detector.assess(ad.text(), language, ad.particulars());
            FraudEvaluation.Answer answer =
                    unseen.isPresent()
                            ? new FraudEvaluation.Answer(
                                    ad, unseen.get().known()[i], unseen.get().textAlone()[i])
                            : FraudEvaluation.Answer.of(
                                    ad, known, detector.assess(ad.text(), language));
            evaluation.add(
                    new FraudEvaluation.Judged(
                            answer,
                            file.ids().get(i),
                            file.origins().get(i),
                            isTrainedOnIt,
                            known));
        }
        String how =
                isTrainedOnIt
                        ? "trained on this data, so every ad is judged by a model of the same making"
                                + " that has not seen its group (five folds)"
                        : "as 'assess' gives it for a page (text alone: for a text)";
        switch (format.chosen()) {
            case TABLE, PLAIN -> {
                session.out()
                        .println(
                                TerminalText.line(
                                        "Fraud: "
                                                + path
                                                + "; model "
                                                + judge.version()
                                                + ", "
                                                + how));
                Report.tables(display.style(session), evaluation.figures())
                        .forEach(session.out()::println);
                Report.mistakes(evaluation.mistakes(worst)).forEach(session.out()::println);
            }
            case JSONL -> {
                evaluation.judged().forEach(ad -> session.out().println(Report.json(ad)));
                evaluation.figures().forEach(f -> session.out().println(Report.json(f)));
            }
        }
        return !file.ads().isEmpty();
    }

    private void measure(Case known, Detector detector, Evaluation evaluation) {
        add(
                new Outcome(known, detector.assess(known.text(), Optional.of(known.language()))),
                evaluation);
    }

    private void add(Outcome outcome, Evaluation evaluation) {
        evaluation.add(outcome);
        if (format.chosen() == ReportFormat.Format.JSONL) {
            session.out().println(Report.json(outcome));
        }
    }
}
