package lurewatch.searchcli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.JsonText;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.detect.Detector;
import lurewatch.indexer.extract.Extractor;
import lurewatch.indexer.learned.FraudModel;
import lurewatch.indexer.rules.Rules;
import lurewatch.searchcli.intake.Input;
import lurewatch.searchcli.intake.Intake;
import lurewatch.searchcli.render.AssessmentJson;
import lurewatch.searchcli.render.AssessmentText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assess`: what fires on a text, where and why, without any data directory.
@Command(
        name = "assess",
        header = "Assess a text, a page or a list of texts; needs no data directory.",
        description = {
            "",
            "Reads FILE, or standard input, and prints what fired, where, why, score and class. An"
                    + " input is one text, one HTML page, or JSON Lines of {\"id\":…,\"lang\":…,\"text\":…}"
                    + " (id and lang may be missing).",
            "",
            "--format jsonl prints one object per input, in order: id, lang, score (0 to 100), class"
                    + " (lure, review, low), context, signals[] {id, weight, reason, quote, start,"
                    + " end}, contacts[] {kind, value, raw, start, end, confidence}, places[] {id, name,"
                    + " role}, pay[] {low, high, currency, period, usd_month, usd_month_high}, and more."
                    + " usd_month is what low comes to in US dollars a month at the rates of"
                    + " config/signals/pay.yaml, reason by how much pay is too high. start and end count UTF-16 units of the text, as Java and JavaScript"
                    + " do (Python: text.encode('utf-16-le')[2*start:2*end]); a contact that only a link"
                    + " carries has -1. For a page, which may hold several postings, there is one object"
                    + " per posting with the text that the offsets count in. read_as stands beside a"
                    + " quote that is not legible as it was written, as in Zawgyi.",
            "",
            "fraud_score (0 to 1) stands beside score: how much an English ad reads like fraudulent job"
                    + " ads of any kind, in a set of which four in ten are; fraud_model names the model and"
                    + " fraud_words[] {words, log_odds} what moved it most; [logo]"
                    + " and its like stand for what a page's markup gives beside the text. It is no part"
                    + " of score and class, knows nothing of compounds, and is null for other languages, for fewer"
                    + " than 8 words and where config/models has no model.",
            "",
            "A line that cannot be read gives an object with line and error, and exit code 6 at the"
                    + " end; all other lines are assessed.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch assess ad.txt",
            "  echo '캄보디아 TM 직원 모집 월 1500만 텔레 @name' | lurewatch assess",
            "  curl -s https://board.example/ad/1 | lurewatch assess --input html",
            "  lurewatch assess ads.jsonl --format jsonl | jq 'select(.class==\"lure\") | .id'",
            "",
            "Exit: 0 assessed, 2 usage, 3 rules or file not usable, 6 some lines could not be read",
        })
final class AssessCommand implements Callable<ExitCode> {
    enum Format {
        TABLE,
        JSONL,
        IDS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether whoever reads the answer knows the text that its offsets count in.
    private enum HasText {
        ALREADY,
        NOT_YET
    }

    private static final String STANDARD_INPUT = "-";

    private final Session session;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The file to read; '-' or nothing is standard input.")
    private String file = STANDARD_INPUT;

    @Option(
            names = "--input",
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES}. Default: what the input looks like.")
    private Intake.Form form = Intake.Form.AUTO;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES}. Default: table. ids prints the ids of lures only.")
    private @Nullable Format format;

    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();

    private boolean isPartial;

    AssessCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        try (InputStream in = open()) {
            Intake intake = Intake.of(in, file, form);
            Path config = folders.config(session);
            Detector detector =
                    Detector.of(
                            Rules.read(config.resolve("signals")),
                            FraudModel.read(config.resolve("models")));
            AssessmentText text =
                    new AssessmentText(display.style(session), display.links(), session.width());
            for (Optional<Input> input = intake.next();
                    input.isPresent() && !session.out().checkError();
                    input = intake.next()) {
                assess(input.get(), detector, text);
            }
        }
        return isPartial ? ExitCode.PARTIAL : ExitCode.FOUND;
    }

    private InputStream open() throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return session.in();
        }
        Path path = Folders.typed(file, "FILE");
        if (Files.isDirectory(path)) {
            throw new CommandFailure(ExitCode.USAGE, path + " is a directory, not a file");
        }
        if (!Files.exists(path)) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE,
                    TerminalText.line(
                            "no such file: "
                                    + path
                                    + "; a text itself goes to standard input: echo 'TEXT' | lurewatch assess"));
        }
        return Files.newInputStream(path);
    }

    private void assess(Input input, Detector detector, AssessmentText text) {
        switch (input) {
            case Input.Text(String id, String name, Optional<String> language, String raw) ->
                    print(id, name, raw, detector.assess(raw, language), HasText.ALREADY, text);
            case Input.Page(String name, byte[] html) -> assess(name, html, detector, text);
            case Input.Unreadable(String id, long line, String reason) -> refuse(id, line, reason);
        }
    }

    private void assess(String name, byte[] html, Detector detector, AssessmentText text) {
        List<JobPosting> postings = new Extractor().html(html, "text/html", "");
        if (postings.isEmpty()) {
            refuse(JsonText.quoted(name), 1, "no text was found in this page");
        }
        for (int i = 0; i < postings.size(); i++) {
            JobPosting posting = postings.get(i);
            String id = postings.size() == 1 ? name : name + "#" + (i + 1);
            print(
                    JsonText.quoted(id),
                    id,
                    posting.text(),
                    detector.assess(posting),
                    HasText.NOT_YET,
                    text);
        }
    }

    private void print(
            String idLiteral,
            String name,
            String raw,
            Assessment assessment,
            HasText reader,
            AssessmentText text) {
        switch (format == null ? Format.TABLE : format) {
            case TABLE -> session.out().println(text.of(name, raw, assessment) + "\n");
            case JSONL ->
                    session.out()
                            .println(
                                    switch (reader) {
                                        case ALREADY ->
                                                AssessmentJson.of(idLiteral, raw, assessment);
                                        case NOT_YET ->
                                                AssessmentJson.withText(idLiteral, raw, assessment);
                                    });
            case IDS -> {
                if (assessment.assessmentClass() == AssessmentClass.LURE) {
                    session.out().println(TerminalText.line(name));
                }
            }
        }
    }

    private void refuse(String idLiteral, long line, String reason) {
        isPartial = true;
        session.tell(
                TerminalText.line(String.format(Locale.ROOT, "%s:%d: %s", file, line, reason)));
        if (format == Format.JSONL) {
            session.out().println(AssessmentJson.failure(idLiteral, line, reason));
        }
    }
}
