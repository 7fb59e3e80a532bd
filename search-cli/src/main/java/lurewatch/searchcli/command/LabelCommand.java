package lurewatch.searchcli.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.casework.Label;
import lurewatch.searchcli.casework.Labels;
import lurewatch.searchcli.casework.StandingLabel;
import lurewatch.searchcli.render.CaseJson;
import lurewatch.searchcli.render.CaseText;
import lurewatch.searchcli.render.LeadText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `label`: what analysts say that postings are.
@Command(
        name = "label",
        synopsisSubcommandLabel = "[COMMAND]",
        header = "Say what postings are: lure, benign, victim, warning, …",
        description = {
            "",
            "A label stands beside what the detector found and counts: a posting that somebody labelled"
                    + " benign, victim, warning, news, discussion, lawful-process or fiction never stands"
                    + " in a list of suspects, and one labelled victim may stand in a list for"
                    + " victim-urgent. 'search label:benign' finds them.",
            "",
            "Your label takes the place of your earlier one, never of a colleague's. Where two disagree both"
                    + " stand, and the one that protects counts, until it is lifted: 'label lift'.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch label p984944794045856f --as benign --reason 'licensed, called the employer'",
            "  lurewatch label p984944794045856f benign --reason 'the same, shorter'",
            "  lurewatch search 'site:harbour-times' --format ids | \\",
            "      lurewatch label - --as news --reason 'a newspaper'",
            "  lurewatch label list",
            "  lurewatch label lift p984944794045856f --reason 'the licence was forged'",
            "",
            "Exit: 0 done, 1 nothing there or nothing changed, 2 usage, 3 data not usable",
        })
final class LabelCommand implements Callable<ExitCode> {
    private static final int LONGEST_REASON = 2000;

    private final Session session;

    @Parameters(
            paramLabel = "POSTING",
            arity = "0..*",
            description =
                    "Ids or how they start, or - for a list from standard input. Without --as the"
                            + " last word is the label.")
    private List<String> postings = List.of();

    private List<String> named = List.of();

    @Option(
            names = "--as",
            paramLabel = "LABEL",
            description =
                    "lure, benign, victim, warning, news, discussion, lawful-process, fiction or"
                            + " unsure.")
    private @Nullable String label;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why; required, at most 2,000 characters; recorded.")
    private @Nullable String reason;

    @Mixin private Casework casework = new Casework();

    LabelCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        takeLabel();
        if (label == null || reason == null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "say what they are with --as LABEL ("
                            + Label.allowed()
                            + ") and why with"
                            + " --reason TEXT");
        }
        Label as = read(label);
        String why = Written.checked(reason, LONGEST_REASON, "a reason");
        List<String> ids = PostingIds.known(named, session, casework.data(session));
        String name = casework.analyst(session);
        casework.changed(session, log -> new Labels(log).set(ids, as, name, why));
        session.tell(
                String.format(
                        Locale.ROOT,
                        "%s labelled %s by %s",
                        LeadText.counted(ids.size(), "posting"),
                        as.label(),
                        name));
        return ExitCode.FOUND;
    }

    /// `label ID VERDICT`, as it is said, too.
    private void takeLabel() {
        named = postings;
        if (label == null
                && postings.size() > 1
                && Label.labelled(postings.getLast()).isPresent()) {
            label = postings.getLast();
            named = postings.subList(0, postings.size() - 1);
        }
    }

    private static Label read(String written) {
        return Label.labelled(written)
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.USAGE,
                                "--as: '" + written + "' is not one of " + Label.allowed()));
    }

    @Command(name = "list", header = "List the labels that stand.")
    ExitCode list(
            @Option(names = "--as", paramLabel = "LABEL", description = "Only this label.")
                    @Nullable String only,
            @Option(names = "--disputed", description = "Only where analysts disagree.")
                    boolean disputed,
            @Mixin ListFormat format,
            @Mixin Folders place) {
        List<Label> wanted = only == null ? List.of(Label.values()) : List.of(read(only));
        try (EventLog log = EventLog.openToRead(place.dataToRead(session))) {
            long shown = 0;
            ListFormat.Printer printer = format.printer(session, CaseJson.OF_LABELS);
            for (Map.Entry<String, List<StandingLabel>> entry : new Labels(log).all().entrySet()) {
                List<StandingLabel> standing = entry.getValue();
                boolean isDisputed =
                        standing.stream().map(StandingLabel::name).distinct().count() > 1;
                if (disputed && !isDisputed) {
                    continue;
                }
                for (StandingLabel one : standing) {
                    if (only == null || one.label().filter(wanted::contains).isPresent()) {
                        shown++;
                        printer.print(() -> CaseText.label(one), () -> CaseJson.of(one));
                    }
                }
            }
            printer.end();
            if (shown == 0) {
                session.tell("no label stands");
            }
            return shown == 0 ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
        }
    }

    @Command(
            name = "lift",
            header = "Lift every label that stands at postings; their history keeps them.")
    ExitCode lift(
            @Parameters(
                            paramLabel = "POSTING",
                            arity = "1..*",
                            description = "Ids, or - for a list from standard input.")
                    List<String> some,
            @Mixin ReasonOption because,
            @Mixin Casework work)
            throws IOException {
        String why = because.text(LONGEST_REASON);
        List<String> ids = PostingIds.known(some, session, work.data(session));
        return work.changed(
                session,
                log -> {
                    List<String> lifted = new Labels(log).lift(ids, why);
                    session.tell(
                            String.format(
                                    Locale.ROOT,
                                    "labels of %s lifted, %d had none",
                                    LeadText.counted(lifted.size(), "posting"),
                                    ids.size() - lifted.size()));
                    return lifted.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
                });
    }
}
