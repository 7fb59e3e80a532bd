package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
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
import lurewatch.searchcli.casework.Event;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.casework.Labels;
import lurewatch.searchcli.render.CaseJson;
import lurewatch.searchcli.render.CaseText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `case`: folders for postings that belong together in somebody's work.
@Command(
        name = "case",
        header = "Keep cases: postings, notes and tags that belong together.",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "",
            "A case holds postings and what analysts wrote about them. Nothing in it is ever overwritten or"
                    + " deleted: what is taken out, untagged or closed stays in its history, with who"
                    + " did it and when. Any number of analysts may work in it at once.",
            "",
            "An ID of a case or a posting may be cut short where it stays the only one that begins so.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch case new 'TM desks in Sihanoukville'          prints the id, such as c3f9a2",
            "  lurewatch search 'signal:tm_callcenter_role country:KH' --format ids | \\",
            "      lurewatch case add c3f -",
            "  lurewatch case next c3f                                 the first that you have not read",
            "  lurewatch case note c3f 'same desk as @sample_tm_kh01' --on p984",
            "  lurewatch export --case c3f --for korean-police --reason 'request 114' --out pack",
            "  lurewatch case export for-bert.jsonl --case c3f         and he: case import for-bert.jsonl",
            "",
            "Exit: 0 done, 1 nothing there or nothing changed, 2 usage, 3 casework.db not usable,",
            "      4 an imported file is not as it was written",
        })
final class CaseCommand implements Callable<ExitCode> {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_NOTE = 100_000;
    private static final Pattern TAG =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._:/-]{0,59}");

    private final Session session;

    @Spec private @Nullable CommandSpec spec;

    CaseCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        if (spec == null) {
            throw new IllegalStateException("not made by picocli");
        }
        throw new ParameterException(
                spec.commandLine(), "case: which command? new, list, show, add, note, next, …");
    }

    @Command(name = "new", header = "Open a case and print its id.")
    ExitCode open(
            @Parameters(paramLabel = "TITLE", description = "What it is about.") String title,
            @Mixin AnalystOption analyst,
            @Mixin Folders folders) {
        String said = checked(title, LONGEST_TITLE, "a title");
        return writing(
                folders,
                analyst,
                log -> {
                    session.out().println(new Cases(log).open(said));
                    return ExitCode.FOUND;
                });
    }

    @Command(name = "list", header = "List the cases that are open, or all.")
    ExitCode list(
            @Option(names = "--all", description = "Closed ones too.") boolean all,
            @Option(names = "--tag", paramLabel = "TAG", description = "Only with this tag.")
                    @Nullable String tag,
            @Mixin RecordFormat format,
            @Mixin AnalystOption analyst,
            @Mixin Folders folders,
            @Mixin Looks looks) {
        try (EventLog log = EventLog.openToRead(folders.dataToRead(session))) {
            List<CaseFolder> cases =
                    new Cases(log)
                            .all().stream()
                                    .filter(folder -> all || !folder.isClosed())
                                    .filter(folder -> tag == null || folder.tags().contains(tag))
                                    .toList();
            String name = analyst.name(session);
            CaseText text = new CaseText(looks.style(session), looks.links());
            for (CaseFolder folder : cases) {
                session.out()
                        .println(
                                switch (format.chosen()) {
                                    case TABLE -> text.line(folder, name);
                                    case JSONL -> CaseJson.of(folder, name);
                                });
            }
            return ending(cases.isEmpty(), "no case; 'lurewatch case new TITLE' opens one");
        }
    }

    @Command(name = "show", header = "Show a case: its postings, labels, notes and tags.")
    ExitCode show(
            @Parameters(paramLabel = "ID", description = "The case.") String id,
            @Option(names = "--ids", description = "Only the ids of its postings, one a line.")
                    boolean ids,
            @Mixin RecordFormat format,
            @Mixin AnalystOption analyst,
            @Mixin Folders folders,
            @Mixin Looks looks) {
        Path data = folders.dataToRead(session);
        try (EventLog log = EventLog.openToRead(data)) {
            CaseFolder folder = CaseChoice.one(new Cases(log), id);
            if (ids) {
                folder.postings().keySet().stream()
                        .map(TerminalText::line)
                        .forEach(session.out()::println);
                return ending(folder.postings().isEmpty(), "the case holds no posting");
            }
            String name = analyst.name(session);
            session.out()
                    .println(
                            switch (format.chosen()) {
                                case TABLE ->
                                        new CaseText(looks.style(session), looks.links())
                                                .of(
                                                        folder,
                                                        name,
                                                        postings(folder, data),
                                                        new Labels(log)::of);
                                case JSONL -> CaseJson.of(folder, name);
                            });
            return ExitCode.FOUND;
        }
    }

    /// The case's postings as they are known; one that is not known any more is missing.
    private static List<StoredPosting> postings(CaseFolder folder, Path data) {
        List<StoredPosting> postings = new ArrayList<>();
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"))) {
            folder.postings()
                    .keySet()
                    .forEach(id -> facts.posting(new PostingId(id)).ifPresent(postings::add));
        }
        return postings;
    }

    @Command(name = "add", header = "Put postings into a case.")
    ExitCode add(
            @Parameters(index = "0", paramLabel = "ID", description = "The case.") String id,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "POSTING",
                            description = "Ids, or - for a list from standard input.")
                    List<String> postings,
            @Mixin AnalystOption analyst,
            @Mixin Folders folders)
            throws IOException {
        List<String> ids = PostingIds.known(postings, session, folders.dataToRead(session));
        return writing(
                folders,
                analyst,
                log -> {
                    Cases cases = new Cases(log);
                    CaseFolder folder = openCase(cases, id);
                    List<String> added = cases.add(folder.id(), ids);
                    return changed(
                            added.size(), ids.size(), "put into " + folder.id(), "in it already");
                });
    }

    @Command(name = "remove", header = "Take postings out of a case; its history keeps them.")
    ExitCode remove(
            @Parameters(index = "0", paramLabel = "ID", description = "The case.") String id,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "POSTING",
                            description = "Ids, or - for a list from standard input.")
                    List<String> postings,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            required = true,
                            description = "Why; recorded.")
                    String reason,
            @Mixin AnalystOption analyst,
            @Mixin Folders folders)
            throws IOException {
        String why = checked(reason, LONGEST_TITLE, "a reason");
        List<String> ids = PostingIds.known(postings, session, folders.dataToRead(session));
        return writing(
                folders,
                analyst,
                log -> {
                    Cases cases = new Cases(log);
                    CaseFolder folder = openCase(cases, id);
                    List<String> removed = cases.remove(folder.id(), ids, why);
                    return changed(
                            removed.size(), ids.size(), "taken out of " + folder.id(), "not in it");
                });
    }

    @Command(
            name = "note",
            header = "Write a note into a case; notes stay as they are written.",
            footer = {
                "",
                "Examples:",
                "  lurewatch case note c3f 'the number is on two more boards' --on p984 --on p8f3",
                "  lurewatch case note c3f - < interview.txt",
            })
    ExitCode note(
            @Parameters(index = "0", paramLabel = "ID", description = "The case.") String id,
            @Parameters(
                            index = "1",
                            paramLabel = "TEXT",
                            description = "The note, or - for standard input.")
                    String text,
            @Option(
                            names = "--on",
                            paramLabel = "POSTING",
                            description = "A posting that it is about; may be repeated.")
                    @Nullable List<String> on,
            @Mixin AnalystOption analyst,
            @Mixin Folders folders)
            throws IOException {
        String said = checked(text.equals("-") ? typed() : text, LONGEST_NOTE, "a note");
        List<String> ids =
                on == null ? List.of() : PostingIds.known(on, session, folders.dataToRead(session));
        return writing(
                folders,
                analyst,
                log -> {
                    Cases cases = new Cases(log);
                    Event note = cases.note(CaseChoice.one(cases, id).id(), ids, said);
                    session.tell("noted as " + note.name());
                    return ExitCode.FOUND;
                });
    }

    private String typed() throws IOException {
        byte[] bytes = session.in().readNBytes(4 * LONGEST_NOTE);
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Command(name = "tag", header = "Tag a case, or with --off take tags from it.")
    ExitCode tag(
            @Parameters(index = "0", paramLabel = "ID", description = "The case.") String id,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "TAG",
                            description = "Letters, digits and . _ : / -")
                    List<String> tags,
            @Option(names = "--off", description = "Take them from it.") boolean off,
            @Mixin AnalystOption analyst,
            @Mixin Folders folders) {
        for (String tag : tags) {
            if (!TAG.matcher(tag).matches()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "'" + tag + "' is no tag: letters, digits and . _ : / -, at most 60");
            }
        }
        return writing(
                folders,
                analyst,
                log -> {
                    Cases cases = new Cases(log);
                    CaseFolder folder = CaseChoice.one(cases, id);
                    List<String> changing =
                            tags.stream()
                                    .distinct()
                                    .filter(tag -> folder.tags().contains(tag) == off)
                                    .toList();
                    changing.forEach(tag -> {
                        if (off) {
                            cases.untag(folder.id(), tag);
                        } else {
                            cases.tag(folder.id(), tag);
                        }
                    });
                    return ending(changing.isEmpty(), "nothing to change");
                });
    }

    @Command(name = "close", header = "Close a case: nothing more is put into it.")
    ExitCode close(
            @Parameters(paramLabel = "ID", description = "The case.") String id,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            required = true,
                            description = "Why; recorded.")
                    String reason,
            @Mixin AnalystOption analyst,
            @Mixin Folders folders) {
        String why = checked(reason, LONGEST_TITLE, "a reason");
        return writing(
                folders,
                analyst,
                log -> {
                    Cases cases = new Cases(log);
                    CaseFolder folder = CaseChoice.one(cases, id);
                    if (folder.isClosed()) {
                        return ending(true, folder.id() + " is closed already");
                    }
                    cases.close(folder.id(), why);
                    session.tell("closed " + folder.id());
                    return ExitCode.FOUND;
                });
    }

    @Command(name = "reopen", header = "Open a closed case again.")
    ExitCode reopen(
            @Parameters(paramLabel = "ID", description = "The case.") String id,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            required = true,
                            description = "Why; recorded.")
                    String reason,
            @Mixin AnalystOption analyst,
            @Mixin Folders folders) {
        String why = checked(reason, LONGEST_TITLE, "a reason");
        return writing(
                folders,
                analyst,
                log -> {
                    Cases cases = new Cases(log);
                    CaseFolder folder = CaseChoice.one(cases, id);
                    if (!folder.isClosed()) {
                        return ending(true, folder.id() + " is open already");
                    }
                    cases.reopen(folder.id(), why);
                    session.tell("opened " + folder.id() + " again");
                    return ExitCode.FOUND;
                });
    }

    @Command(
            name = "next",
            header = "Print the id of the first posting of a case that you have not read.",
            description = {
                "",
                "With --read it is marked as read first, by you and for you alone: run it again for the"
                        + " one after.",
                "",
            },
            footer = {
                "",
                "Examples:",
                "  lurewatch case next c3f                                  what is waiting",
                "  lurewatch case next c3f --read | xargs lurewatch show    work through it",
            })
    ExitCode next(
            @Parameters(paramLabel = "ID", description = "The case.") String id,
            @Option(names = "--read", description = "Mark it as read.") boolean mark,
            @Option(names = "--list", description = "Print all that are unread.") boolean list,
            @Mixin AnalystOption analyst,
            @Mixin Folders folders) {
        if (!mark) {
            try (EventLog log = EventLog.openToRead(folders.dataToRead(session))) {
                CaseFolder folder = CaseChoice.one(new Cases(log), id);
                return waiting(folder.unread(analyst.name(session)), list);
            }
        }
        return writing(
                folders,
                analyst,
                log -> {
                    Cases cases = new Cases(log);
                    CaseFolder folder = CaseChoice.one(cases, id);
                    List<String> unread = folder.unread(analyst.name(session));
                    List<String> shown = list ? unread : unread.stream().limit(1).toList();
                    if (!shown.isEmpty()) {
                        cases.read(folder.id(), shown);
                    }
                    return waiting(unread, list);
                });
    }

    private ExitCode waiting(List<String> unread, boolean list) {
        unread.stream()
                .limit(list ? unread.size() : 1)
                .map(TerminalText::line)
                .forEach(session.out()::println);
        if (!unread.isEmpty()) {
            session.tell(
                    list
                            ? unread.size() + " unread"
                            : unread.size() - 1 + " more unread after this");
        }
        return ending(unread.isEmpty(), "you have read all of it");
    }

    @Command(name = "log", header = "Print everything that was ever done in a case.")
    ExitCode history(
            @Parameters(paramLabel = "ID", description = "The case.") String id,
            @Mixin RecordFormat format,
            @Mixin Folders folders) {
        try (EventLog log = EventLog.openToRead(folders.dataToRead(session))) {
            String whole = CaseChoice.one(new Cases(log), id).id();
            for (Event event : log.about(whole)) {
                session.out()
                        .println(
                                switch (format.chosen()) {
                                    case TABLE -> CaseText.event(event);
                                    case JSONL -> CaseJson.of(event);
                                });
            }
            return ExitCode.FOUND;
        }
    }

    private CaseFolder openCase(Cases cases, String id) {
        CaseFolder folder = CaseChoice.one(cases, id);
        if (folder.isClosed()) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    folder.id() + " is closed; 'lurewatch case reopen' opens it again");
        }
        return folder;
    }

    private ExitCode writing(
            Folders folders, AnalystOption analyst, Function<EventLog, ExitCode> action) {
        Path data = folders.dataToRead(session);
        try (EventLog log = EventLog.openToWrite(data, analyst.name(session), session.clock())) {
            return log.change(() -> action.apply(log));
        }
    }

    private ExitCode changed(int changed, int asked, String what, String rest) {
        String more = changed == asked ? "" : ", " + (asked - changed) + " " + rest;
        session.tell(String.format(Locale.ROOT, "%d %s%s", changed, what, more));
        return changed == 0 ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
    }

    private ExitCode ending(boolean isNothing, String message) {
        if (isNothing) {
            session.tell(message);
        }
        return isNothing ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
    }

    static String checked(String text, int longest, String what) {
        String said = text.strip();
        if (said.isEmpty() || said.length() > longest) {
            throw new CommandFailure(ExitCode.USAGE, what + " has 1 to " + longest + " characters");
        }
        return said;
    }
}
