package lurewatch.searchcli.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Stack;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.indexer.CampaignId;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.StoredPosting;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.casework.Labels;
import lurewatch.searchcli.casework.StandingLabel;
import lurewatch.searchcli.casework.Witness;
import lurewatch.searchcli.casework.Witnesses;
import lurewatch.searchcli.render.CaseJson;
import lurewatch.searchcli.render.CaseText;
import lurewatch.searchcli.render.ChangeJson;
import lurewatch.searchcli.render.ChangeText;
import lurewatch.searchcli.render.PostingChange;
import lurewatch.searchcli.render.PostingJson;
import lurewatch.searchcli.render.PostingText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `show`: everything known about one posting.
@Command(
        name = "show",
        header = "Show one posting: why it was assessed so, its contacts and captures.",
        description = {
            "",
            "Prints the score with every signal, its points and its quote in context; contacts,"
                    + " places and pay; the text with the quotes marked; and each capture with its"
                    + " SHA-256 digests and where it lies in the archive; whether it is still there,"
                    + " what visits missed it, and the ads that are nearly the same under another"
                    + " address; and what analysts said of it: labels, cases, notes.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch show p0123456789abcdef",
            "  lurewatch show p0123                     the start of an id, if only one begins so",
            "  lurewatch search 'score>=90' --format ids | head -1 | xargs lurewatch show",
            "  lurewatch show p0123 --diff               what changed last; 1..3 compares two"
                    + " others",
            "  lurewatch show p0123 --format jsonl | jq '.signals[] | {id, quote}'",
            "",
            "Exit: 0 shown, 1 no such posting, or it never changed (--diff), 2 several begin so, or no",
            "      such version, 3 no usable facts",
        })
final class ShowCommand implements Callable<ExitCode> {
    private static final int LISTED = 10;
    private static final String LAST_TWO = "";
    private static final Pattern VERSIONS = Pattern.compile("(\\d{1,6})\\.\\.(\\d{1,6})");

    /// What is meant for versions, well written or not; no id begins so.
    private static final Pattern LIKE_VERSIONS = Pattern.compile("[0-9.].*");

    private final Session session;

    @Parameters(paramLabel = "ID", description = "The posting's id, or how it starts.")
    private String id = "";

    @Option(
            names = "--diff",
            arity = "0..1",
            paramLabel = "A..B",
            fallbackValue = LAST_TWO,
            parameterConsumer = VersionsAlone.class,
            description =
                    "Only what changed from version A to version B, word by word. Default: the last"
                            + " two.")
    private @Nullable String diff;

    @Mixin private ReportFormat format = new ReportFormat();
    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();

    /// Takes what stands behind `--diff` only where it is no id: both orders are typed.
    static final class VersionsAlone implements IParameterConsumer {
        @Override
        public void consumeParameters(
                Stack<String> words, ArgSpec option, CommandSpec commandSpec) {
            boolean isTaken = !words.isEmpty() && LIKE_VERSIONS.matcher(words.peek()).matches();
            option.setValue(isTaken ? words.pop() : LAST_TWO);
        }
    }

    ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        try (FactsReader facts =
                FactsReader.open(folders.dataToRead(session).resolve("facts.db"))) {
            Optional<StoredPosting> found = find(facts);
            if (found.isEmpty()) {
                session.tell(TerminalText.line("there is no posting '" + id + "'; " + elsewhere()));
                return ExitCode.NOTHING_FOUND;
            }
            if (diff != null) {
                return changed(facts, found.get(), diff);
            }
            show(found.get());
            return ExitCode.FOUND;
        }
    }

    private ExitCode changed(FactsReader facts, StoredPosting posting, String wanted) {
        int last = posting.versions().size();
        if (last < 2) {
            session.tell(posting.id() + " has one version only: it was never seen to change");
            return ExitCode.NOTHING_FOUND;
        }
        PostingChange.Side after = side(facts, posting, wanted, 1, last);
        PostingChange.Side before = side(facts, posting, wanted, 0, last - 1);
        PostingChange change = PostingChange.between(before, after);
        session.out()
                .println(
                        switch (format.chosen()) {
                            case TABLE, PLAIN ->
                                    new ChangeText(display.style(session), display.links())
                                            .of(change);
                            case JSONL -> ChangeJson.of(change);
                        });
        return ExitCode.FOUND;
    }

    private static PostingChange.Side side(
            FactsReader facts, StoredPosting posting, String wanted, int end, int usual) {
        int number = usual;
        if (!wanted.equals(LAST_TWO)) {
            Matcher range = VERSIONS.matcher(wanted);
            if (!range.matches()) {
                throw new CommandFailure(
                        ExitCode.USAGE, "--diff takes two versions, such as 1..3, not " + wanted);
            }
            number = Integer.parseInt(range.group(end + 1));
        }
        int version = number;
        return facts.version(posting.id(), version)
                .map(found -> new PostingChange.Side(version, found))
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.USAGE,
                                String.format(
                                        Locale.ROOT,
                                        "%s has versions 1 to %d, and no %d",
                                        posting.id(),
                                        posting.versions().size(),
                                        version)));
    }

    private void show(StoredPosting posting) {
        String whole = posting.id().value();
        try (EventLog log = EventLog.openToRead(folders.dataToRead(session))) {
            List<StandingLabel> labels = new Labels(log).of(whole);
            Cases cases = new Cases(log);
            List<CaseFolder> folds = cases.with(whole);
            List<CaseFolder.Note> notes = cases.notesOn(whole);
            List<Witness> witnesses = new Witnesses(log).of(whole);
            switch (format.chosen()) {
                case TABLE, PLAIN -> {
                    session.out()
                            .println(
                                    new PostingText(
                                                    display.style(session),
                                                    display.links(),
                                                    session.width())
                                            .of(posting));
                    new CaseText(
                                    display.style(session),
                                    display.links(),
                                    DisplayOptions.columns(session))
                            .about(labels, folds, notes, witnesses)
                            .forEach(session.out()::println);
                }
                case JSONL ->
                        session.out()
                                .println(
                                        CaseJson.with(
                                                PostingJson.of(posting),
                                                labels,
                                                folds,
                                                notes,
                                                witnesses));
            }
        }
    }

    /// What to do with something else that was typed for an id.
    private String elsewhere() {
        if (CampaignId.read(id).isPresent()) {
            return "for a campaign: lurewatch campaign show " + id;
        }
        return id.startsWith("@") || id.contains(":")
                ? "for an address or contact: lurewatch search '" + id + "'"
                : "'lurewatch search' prints ids";
    }

    private Optional<StoredPosting> find(FactsReader facts) {
        if (id.isBlank()) {
            throw new CommandFailure(ExitCode.USAGE, "an id is not empty");
        }
        Optional<StoredPosting> exact = facts.posting(new PostingId(id));
        if (exact.isPresent()) {
            return exact;
        }
        List<PostingId> starting = facts.idsStartingWith(id, LISTED + 1);
        if (starting.size() > 1) {
            String some =
                    starting.stream()
                            .limit(LISTED)
                            .map(PostingId::value)
                            .collect(Collectors.joining(" "));
            throw new CommandFailure(
                    ExitCode.USAGE,
                    String.format(
                            Locale.ROOT,
                            "'%s' begins several ids: %s%s",
                            id,
                            some,
                            starting.size() > LISTED ? " …" : ""));
        }
        return starting.stream().findFirst().flatMap(facts::posting);
    }
}
