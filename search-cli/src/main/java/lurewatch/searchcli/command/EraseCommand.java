package lurewatch.searchcli.command;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.SecondLookAddress;
import lurewatch.indexer.archive.ArchiveEraser;
import lurewatch.indexer.archive.ArchiveReader;
import lurewatch.indexer.archive.Erasure;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.LostSites;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.console.TypedUrl;
import lurewatch.indexer.erasure.ErasureChoice;
import lurewatch.indexer.erasure.ErasurePlan;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import lurewatch.searchcli.casework.EventLog;
import lurewatch.searchcli.export.Handling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `erase`: takes content out of everything that the data directory holds.
///
/// In three parts, of which the launcher runs one after the other: this one asks, plans and writes
/// the plan down; the crawler, which owns them, erases in archive, schedule, facts and index; this
/// one erases in casework, looks for what is left, and throws the plan away. Whatever part is cut
/// short, the next run goes on there.
@Command(
        name = "erase",
        header = "Take captures out of everything, for good.",
        description = {
            "",
            "Takes out what is named: postings, captures (c17) or addresses. With a posting go all captures that"
                    + " show it and all of its own address; with a capture what it repeats, what repeats it, and"
                    + " what a browser made of it. Records are never cut: what else such a page shows goes too,"
                    + " and is said before. Say --dry-run first.",
            "",
            "In the archive tombstones of the same length stand in the place of records and ledger lines, and"
                    + " the ledger says who erased what, when and why: 'verify' holds over the whole."
                    + " facts.db and index are made anew from what is left, with today's rules. Notes, searches"
                    + " and fired watches that quote what goes lose their words. In the end every"
                    + " file of the data directory is searched for what was erased, and what was found is printed, and"
                    + " how much was not looked for: names, titles and contacts that are too short for it.",
            "",
            "Erased addresses are not fetched again and erased postings not assessed again, by their digests;"
                    + " with --forget nothing is remembered, and a crawl may bring them back. Packs and backups"
                    + " are not reached: 'retract' what was handed on, best before, and erase in backups by hand.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch erase p984944794045856f --reason 'asked by the person, letter of 3 Nov' --dry-run",
            "  lurewatch erase p984944794045856f --reason 'asked by the person, letter of 3 Nov'",
            "  lurewatch erase https://board.example/ads/17 c204 --reason 'private page' --yes",
            "  lurewatch erase --expired --reason 'kept for a year' --yes     what handling.yaml says",
            "  lurewatch erase --list",
            "",
            "Exit: 0 erased and nothing found any more, 1 nothing to erase, 2 usage, 3 data not usable or in",
            "      use, 4 erased, and the archive is damaged or not all of it could be searched, 5 not",
            "      confirmed, 6 erased, and some of it stands in what stays or was too much to look for",
        })
final class EraseCommand implements Callable<ExitCode> {
    /// Nothing shorter: what begins several ids must not choose what is lost for good.
    private static final Pattern POSTING = Pattern.compile("p[0-9a-f]{16}");

    private static final Pattern CAPTURE = Pattern.compile("c(\\d{1,18})");
    private static final int LONGEST_REASON = 2000;

    private final Session session;

    @Parameters(
            paramLabel = "WHAT",
            arity = "0..*",
            description =
                    "Whole ids of postings, captures, addresses as they were captured, or made"
                            + " harmless as screens show them (hxxps, [.]).")
    private List<String> what = List.of();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description =
                    "Why; required except for --list, at most 2,000 characters. It stays in the ledger for good, so name"
                            + " nobody. LUREWATCH_REASON does not count.")
    private @Nullable String reason;

    @Option(
            names = "--expired",
            description =
                    "What is older than handling.yaml's retention, but for what a case holds; always"
                            + " as with --forget.")
    private boolean expired;

    @Option(names = "--forget", description = "Do not remember what may not come back.")
    private boolean forget;

    @Option(names = "--dry-run", description = "Say what would go, change nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--list", description = "Say what was erased, when, by whom and why.")
    private boolean list;

    @Mixin private AnalystOption analyst = new AnalystOption();
    @Mixin private Folders folders = new Folders();
    @Mixin private LostSites lostSites = new LostSites();

    EraseCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        Path data = folders.dataToRead(session);
        if (list) {
            return listed(data);
        }
        Optional<ErasurePlan> pending = ErasurePlan.pending(data);
        if (pending.isEmpty()) {
            return begin(data);
        }
        if (dryRun) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE,
                    "an erasure is not complete: run 'erase' without --dry-run");
        }
        if (ErasurePlan.areStoresDone(data)) {
            return new ErasureEnd(session, data).finish(pending.get());
        }
        session.tell("an erasure was begun and is completed first; then name what else is to go");
        return ExitCode.GOES_ON;
    }

    private ExitCode listed(Path data) {
        List<Erasure> all = new ArrayList<>();
        ArchiveReader.open(data.resolve("archive")).forEachErasure(all::add);
        for (Erasure erasure : all) {
            String captures =
                    erasure.captures().stream()
                            .map(gone -> gone.capture().toString())
                            .collect(Collectors.joining(" "));
            line(erasure.time() + "  " + erasure.who() + ": " + erasure.why() + "  " + captures);
        }
        if (all.isEmpty()) {
            session.tell("nothing was erased here");
        }
        return all.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
    }

    private ExitCode begin(Path data) throws IOException {
        String why = reason();
        ErasureChoice.Asked asked = asked();
        Duration retention = expired ? retention() : Duration.ZERO;
        Instant now = session.clock().instant();
        ErasureChoice.Chosen chosen = chosen(data, asked, now, retention);
        tellUnknown(data, asked.postings());
        tellUncaptured(asked.urls(), chosen.captures());
        if (chosen.captures().isEmpty()) {
            session.tell("no capture is to be erased");
            return ExitCode.NOTHING_FOUND;
        }
        lostSites.check(
                ArchiveReader.open(data.resolve("archive")).crawledSites(),
                data,
                folders.config(session));
        ErasurePlan plan = plan(data, chosen, why);
        try (EventLog log = EventLog.openToRead(data)) {
            new ErasureText(session, data, log).print(chosen, plan);
        }
        if (dryRun) {
            session.tell("nothing was changed");
            return ExitCode.FOUND;
        }
        if (!yes && !isConfirmed(chosen.captures().size())) {
            session.tell("nothing was changed");
            return ExitCode.REFUSED;
        }
        try (Closeable _ = ArchiveEraser.exclude(data.resolve("archive"), now)) {
            ErasureChoice.Chosen still = chosen(data, asked, now, retention);
            if (!ids(still).equals(ids(chosen))) {
                throw new CommandFailure(
                        ExitCode.NOT_USABLE,
                        "the archive has changed since you looked; look again");
            }
            plan.write(data);
        }
        return ExitCode.GOES_ON;
    }

    private static List<CaptureId> ids(ErasureChoice.Chosen chosen) {
        return chosen.captures().stream().map(Capture::id).toList();
    }

    private String reason() {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "say why with --reason, in at most " + LONGEST_REASON + " characters");
        }
        return reason.strip();
    }

    private ErasureChoice.Asked asked() {
        if (expired != what.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "name postings, captures or addresses, or say --expired and name none");
        }
        List<PostingId> postings = new ArrayList<>();
        List<CaptureId> captures = new ArrayList<>();
        List<String> urls = new ArrayList<>();
        for (String one : what) {
            Matcher capture = CAPTURE.matcher(one);
            if (capture.matches() && Long.parseLong(capture.group(1)) > 0) {
                captures.add(new CaptureId(Long.parseLong(capture.group(1))));
            } else if (one.contains(":")) {
                urls.add(SecondLookAddress.page(TypedUrl.refanged(one)));
            } else if (POSTING.matcher(one.strip()).matches()) {
                postings.add(new PostingId(one.strip()));
            } else {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "'"
                                + TerminalText.line(one)
                                + "' is no whole id of a posting (p and 16 digits), no capture (c17)"
                                + " and no address: an address starts with http:// or https://;"
                                + " nothing was changed");
            }
        }
        return new ErasureChoice.Asked(postings, captures, urls);
    }

    private void tellUnknown(Path data, List<PostingId> postings) {
        Path stored = data.resolve("facts.db");
        if (postings.isEmpty() || !Files.exists(stored)) {
            return;
        }
        try (FactsReader facts = FactsReader.open(stored)) {
            postings.stream()
                    .filter(id -> facts.current(id).isEmpty())
                    .forEach(id -> session.tell("there is no posting '" + id + "' (any more)"));
        }
    }

    private void tellUncaptured(List<String> urls, List<Capture> captures) {
        Set<String> captured =
                captures.stream()
                        .map(capture -> SecondLookAddress.page(capture.url()))
                        .collect(Collectors.toSet());
        urls.stream()
                .filter(url -> !captured.contains(url))
                .forEach(url ->
                        session.tell(
                                TerminalText.line(
                                        "there is no capture of "
                                                + LinkForm.DEFANGED.url(url)
                                                + " (any more); an address is written as it was"
                                                + " captured: 'lurewatch show ID --raw' prints it")));
    }

    private Duration retention() {
        Path config = folders.config(session);
        return Handling.read(config)
                .retention()
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.USAGE,
                                config.resolve("handling.yaml")
                                        + " has no retention, so that nothing expires; add a line"
                                        + " such as 'retention: 365d'"));
    }

    private ErasureChoice.Chosen chosen(
            Path data, ErasureChoice.Asked asked, Instant now, Duration retention) {
        return expired
                ? ErasureChoice.expired(data, now.minus(retention), inCases(data))
                : ErasureChoice.of(data, asked);
    }

    private static Set<PostingId> inCases(Path data) {
        try (EventLog log = EventLog.openToRead(data)) {
            return new Cases(log)
                    .all().stream()
                            .map(CaseFolder::postings)
                            .flatMap(postings -> postings.keySet().stream())
                            .map(PostingId::new)
                            .collect(Collectors.toSet());
        }
    }

    /// What is old is erased as it is old: seen again, it is kept again.
    private ErasurePlan plan(Path data, ErasureChoice.Chosen chosen, String why) {
        ErasureChoice.Memory memory =
                forget || expired ? ErasureChoice.Memory.FORGOTTEN : ErasureChoice.Memory.BARRED;
        return ErasureChoice.plan(data, chosen, analyst.name(session), why, memory);
    }

    private boolean isConfirmed(int captures) throws IOException {
        session.err()
                .print(
                        String.format(
                                Locale.ROOT,
                                "lurewatch: erase %d %s for good? [y/N] ",
                                captures,
                                captures == 1 ? "capture" : "captures"));
        session.err().flush();
        String answer =
                new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8))
                        .readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private void line(String text) {
        session.out().println(TerminalText.line(text));
    }
}
