package lurewatch.searchcli.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.searchcli.intake.BoundedLines;
import lurewatch.searchcli.intake.Utf8Input;
import lurewatch.searchcli.leads.Lookup;
import lurewatch.searchcli.render.AnswerText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `batch`: a pasted list, split into known and unknown.
@Command(
        name = "batch",
        header = "Look up a list of contacts, URLs, ids or texts: what is known, what is not.",
        description = {
            "",
            "Reads one thing per line, in any writing. Contacts and URLs are looked up exactly, also"
                    + " several in a line, with blanks or , ; | between them; a line without any is taken for a posting's id, or for a"
                    + " text, which is known where a posting says much the same (names, numbers and"
                    + " contacts may differ). Empty lines and lines that start with # do not count,"
                    + " and lines of more than 64 KiB are not looked up."
                    + " UTF-8, or UTF-16 that starts with its mark.",
            "",
            "table and plain name the ids of the best five postings, the other formats those of all.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch batch contacts.txt",
            "  pbpaste | lurewatch batch - --only known",
            "  lurewatch batch contacts.txt --unknown to-ask-others-about.txt",
            "  lurewatch batch contacts.txt --ids | lurewatch case add c3f9a2 -",
            "  lurewatch batch contacts.txt --format jsonl | jq -r 'select(.known) | .ids[]'",
            "",
            "Exit: 0 something is known, 1 nothing is, 2 wrong use, 3 no usable index or file, 5 a",
            "      reason is missing that this desk asks for, 6 some lines were too long and not",
            "      looked up, or time ran out",
        })
final class BatchCommand implements Callable<ExitCode> {
    /// Which answers to print.
    enum Only {
        KNOWN,
        UNKNOWN,
        BOTH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean shows(Lookup.Answer answer) {
            return this == BOTH || (this == KNOWN) == answer.isKnown();
        }
    }

    /// Already printed with --ids.
    private final Set<String> named = new HashSet<>();

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LONGEST_ACCOUNT = 16_000;

    private final Session session;
    private long known;
    private long unknown;
    private long tooLong;

    /// An answer that is printed once what was asked is recorded.
    private record Waiting(long line, Lookup.Answer answer) {}

    /// Where answers go, and what completes them.
    private record Output(
            ListFormat.Printer printer, NewList known, NewList unknown, Lookup lookup) {}

    /// What was looked up and is not recorded yet, one line beside the other.
    private final StringBuilder asked = new StringBuilder();

    private final List<Waiting> waiting = new ArrayList<>();

    @Parameters(
            paramLabel = "FILE",
            description = "A file with one thing per line, or - for input.")
    private String file = "";

    @Option(
            names = "--only",
            paramLabel = "WHICH",
            defaultValue = "both",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Only only = Only.BOTH;

    @Option(
            names = "--known",
            paramLabel = "FILE",
            description = "Write what is known into a new file too, as it is written, one a line.")
    private @Nullable String knownFile;

    @Option(names = "--unknown", paramLabel = "FILE", description = "The same of what is unknown.")
    private @Nullable String unknownFile;

    @Option(
            names = "--ids",
            description =
                    "Print nothing but the ids of all postings that have any of it, each once.")
    private boolean ids;

    @Mixin private ListFormat format = new ListFormat();
    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();
    @Mixin private SearchRecord record = new SearchRecord();

    BatchCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws QueryException, IOException {
        try (SearchRecord.Start start = record.start(session, folders);
                PostingSearch search = PostingSearch.open(start.data().resolve("index"));
                InputStream in = Utf8Input.of(input());
                NewList knownList = NewList.named(knownFile, "--known");
                NewList unknownList = NewList.named(unknownFile, "--unknown")) {
            Lookup lookup =
                    new Lookup(
                            search,
                            CaseFields.language(session.clock(), folders.namedData(session)));
            Output output =
                    new Output(
                            format.printer(session, AnswerText.COLUMNS),
                            knownList,
                            unknownList,
                            lookup);
            lookUp(new BoundedLines(in, LONGEST_LINE), start, output);
            if (!ids) {
                output.printer().end();
            }
        }
        session.tell(String.format(Locale.ROOT, "%d known, %d unknown", known, unknown));
        if (tooLong > 0) {
            session.tell(
                    tooLong == 1
                            ? "1 line was too long and not looked up"
                            : tooLong + " lines were too long and not looked up");
            return ExitCode.PARTIAL;
        }
        return known > 0 ? ExitCode.FOUND : ExitCode.NOTHING_FOUND;
    }

    private InputStream input() throws IOException {
        if (file.equals("-")) {
            return session.in();
        }
        Path path = Folders.typed(file, "FILE");
        if (Files.isDirectory(path)) {
            throw new CommandFailure(ExitCode.USAGE, path + " is a directory, not a file");
        }
        return new BufferedInputStream(Files.newInputStream(path));
    }

    private void lookUp(BoundedLines lines, SearchRecord.Start start, Output output)
            throws QueryException, IOException {
        for (Optional<BoundedLines.Line> line = lines.next();
                line.isPresent();
                line = lines.next()) {
            if (line.get().isTooLong()) {
                session.tell(
                        "line "
                                + line.get().number()
                                + " has more than 64 KiB and is not looked up; part it");
                tooLong++;
                continue;
            }
            String text = new String(line.get().bytes(), StandardCharsets.UTF_8).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                if (!asked.isEmpty() && asked.length() + text.length() > LONGEST_ACCOUNT) {
                    tell(start, output);
                }
                asked.append(asked.isEmpty() ? "" : " | ")
                        .append(text, 0, Math.min(text.length(), LONGEST_ACCOUNT));
                for (Lookup.Answer answer : output.lookup().answers(text)) {
                    waiting.add(new Waiting(line.get().number(), answer));
                }
            }
        }
        if (!asked.isEmpty()) {
            tell(start, output);
        }
    }

    /// Records what was asked since the last time, and prints the answers.
    private void tell(SearchRecord.Start start, Output output) throws QueryException, IOException {
        long found = waiting.stream().filter(one -> one.answer().isKnown()).count();
        start.made("batch", asked.toString(), found, waiting.size());
        known += found;
        unknown += waiting.size() - found;
        for (Waiting one : waiting) {
            (one.answer().isKnown() ? output.known() : output.unknown())
                    .add(one.answer().written());
            print(one.line(), one.answer(), output);
        }
        asked.setLength(0);
        waiting.clear();
    }

    /// People get a few ids of each, programs all.
    private void print(long line, Lookup.Answer answer, Output output) throws QueryException {
        if (!only.shows(answer)) {
            return;
        }
        if (ids) {
            output.lookup().complete(answer).ids().stream()
                    .filter(named::add)
                    .forEach(id -> session.out().println(TerminalText.line(id)));
            return;
        }
        Lookup.Answer shown = format.isForPeople() ? answer : output.lookup().complete(answer);
        output.printer()
                .print(
                        () ->
                                new AnswerText(display.links(), DisplayOptions.columns(session))
                                        .of(shown),
                        () -> AnswerText.json(line, shown));
    }
}
