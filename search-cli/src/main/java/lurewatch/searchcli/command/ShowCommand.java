package lurewatch.searchcli.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.StoredPosting;
import lurewatch.searchcli.render.PostingJson;
import lurewatch.searchcli.render.PostingText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `show`: everything known about one posting.
@Command(
        name = "show",
        header = "Show one posting: why it was assessed so, its contacts and captures.",
        description = {
            "",
            "Prints the score with every signal, its points and its quote in context; contacts, places"
                    + " and pay; the text with the quotes marked; and each capture with its SHA-256 digests"
                    + " and where it lies in the archive.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch show p0123456789abcdef",
            "  lurewatch show p0123                     the start of an id, if only one begins so",
            "  lurewatch search 'score>=90' --format ids | head -1 | xargs lurewatch show",
            "  lurewatch show p0123 --format jsonl | jq '.signals[] | {id, quote}'",
            "",
            "Exit: 0 shown, 1 no such posting, 2 several begin so, 3 no usable facts",
        })
final class ShowCommand implements Callable<ExitCode> {
    private static final int LISTED = 10;

    private final Session session;

    @Parameters(paramLabel = "ID", description = "The posting's id, or how it starts.")
    private String id = "";

    @Mixin private RecordFormat format = new RecordFormat();
    @Mixin private Folders folders = new Folders();
    @Mixin private Looks looks = new Looks();

    ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        try (FactsReader facts =
                FactsReader.open(folders.dataToRead(session).resolve("facts.db"))) {
            Optional<StoredPosting> found = find(facts);
            if (found.isEmpty()) {
                session.tell("there is no posting '" + id + "'; 'lurewatch search' prints ids");
                return ExitCode.NOTHING_FOUND;
            }
            session.out().println(shown(found.get()));
            return ExitCode.FOUND;
        }
    }

    private String shown(StoredPosting posting) {
        return switch (format.chosen()) {
            case TABLE ->
                    new PostingText(looks.style(session), looks.links(), session.width())
                            .of(posting);
            case JSONL -> PostingJson.of(posting);
        };
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
