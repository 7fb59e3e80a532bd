package lurewatch.searchcli.command;

import java.util.List;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.search.PastedPiece;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.searchcli.leads.ContactProfile;
import lurewatch.searchcli.render.ProfileText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `contact`: everything known about one contact.
@Command(
        name = "contact",
        header = "What is known about a contact: its postings, sites, places, company and time.",
        description = {
            "",
            "Paste it as it is. A number or an @name is looked up on every channel; a link says which"
                    + " channel is meant. Only postings that give it as a contact count, not texts"
                    + " that happen to hold the same letters: those finds 'lurewatch search'.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch contact @hr_lucky88",
            "  lurewatch contact '+855 96 123 4567'",
            "  lurewatch contact wechat:zp_888",
            "  lurewatch contact 't[.]me/hr_lucky88' --format jsonl | jq .sites",
            "",
            "Exit: 0 known, 1 not known, 2 this is no contact, 3 no usable index, 5 a reason is",
            "      missing that this desk asks for, 6 time ran out",
        })
final class ContactCommand implements Callable<ExitCode> {
    private final Session session;

    @Parameters(paramLabel = "VALUE", arity = "1..*", description = "A contact in any writing.")
    private List<String> words = List.of();

    @Mixin private ReportFormat format = new ReportFormat();
    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();
    @Mixin private SearchRecord record = new SearchRecord();

    ContactCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws QueryException {
        String value = String.join(" ", words);
        PastedPiece piece =
                CaseFields.language(session.clock(), folders.namedData(session))
                        .pasted(value)
                        .filter(pasted -> pasted.contact().isPresent())
                        .orElseThrow(() ->
                                new CommandFailure(
                                        ExitCode.USAGE,
                                        "'"
                                                + value
                                                + "' is no contact; write @name, t.me/name, a number"
                                                + " with its country code, an address, or kind:value"
                                                + " as in wechat:name"));
        try (SearchRecord.Start start = record.start(session, folders);
                PostingSearch search = PostingSearch.open(start.data().resolve("index"))) {
            List<String> keys = search.keysOf(piece);
            start.made("contact", value, keys.size(), keys.size());
            if (keys.isEmpty()) {
                session.tell(
                        "no posting gives "
                                + TerminalText.line(value)
                                + " as a contact; 'lurewatch search' looks through the texts");
                return ExitCode.NOTHING_FOUND;
            }
            for (String key : keys) {
                print(ContactProfile.of(search, key));
            }
            return ExitCode.FOUND;
        }
    }

    private void print(ContactProfile profile) {
        switch (format.chosen()) {
            case TABLE, PLAIN ->
                    new ProfileText(
                                    display.style(session),
                                    display.links(),
                                    DisplayOptions.columns(session))
                            .of(profile)
                            .forEach(session.out()::println);
            case JSONL -> session.out().println(ProfileText.json(profile));
        }
    }
}
