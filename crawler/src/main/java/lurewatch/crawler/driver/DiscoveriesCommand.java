package lurewatch.crawler.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lurewatch.crawler.discovery.Discoveries;
import lurewatch.crawler.discovery.Discovery;
import lurewatch.crawler.discovery.Discovery.Lead;
import lurewatch.crawler.discovery.Dismissed;
import lurewatch.crawler.discovery.Probation;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Sites;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.store.FactsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Where the ads lead that were found: what could be watched next.
@Command(
        name = "discoveries",
        mixinStandardHelpOptions = true,
        description = "Domains and channels that lures lead to and that no site file covers.",
        footer = {
            "",
            "Looks at the links and contacts of every posting assessed as lure or review,"
                    + " warnings",
            "and victims' accounts aside, and proposes what is not watched yet; what most speaks"
                    + " for comes",
            "first: high scores, and several watched sites that lead there. Nothing is visited by"
                    + " this.",
            "A Telegram name counts as a channel where a link shows its preview or one of its"
                    + " messages",
            "(t.me/s/NAME, t.me/NAME/17); a name alone is mostly a person's account.",
            "",
            "  list             all of them (the default)",
            "  show NAME        which postings lead there, and by which link or account",
            "  accept NAME      prints a site file, disabled, to be kept as"
                    + " config/sites/found-….yaml",
            "  dismiss NAME     not to be proposed again; kept in config/dismissed.txt",
            "",
            "With discovery.sites above 0 in lurewatch.yaml a crawl visits so many of them without"
                    + " a site",
            "file, a few pages each; their captures have the site name found-….",
            "",
            "Examples:",
            "  lurewatch discoveries",
            "  lurewatch discoveries show golden-star.example",
            "  lurewatch discoveries accept t.me/sample_channel >"
                    + " config/sites/found-t-me-sample-channel.yaml",
            "  lurewatch discoveries --format jsonl | jq -r .name",
            "",
            "Exit: 0 found or done, 1 nothing found, 2 usage, 3 data or settings not usable"
        })
final class DiscoveriesCommand implements Callable<ExitCode> {
    private static final int USUAL_LIMIT = 50;

    private final Session session;

    @Mixin private Folders folders = new Folders();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACTION",
            defaultValue = "LIST",
            description = "${COMPLETION-CANDIDATES}. Default: list.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "As in the list.")
    private String name = "";

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "" + USUAL_LIMIT,
            description = "Most lines of format plain. Default: ${DEFAULT-VALUE}.")
    private int limit = USUAL_LIMIT;

    @Mixin private FormatOption format = new FormatOption();

    /// What is to be done.
    enum Action {
        LIST,
        SHOW,
        ACCEPT,
        DISMISS;

        /// As it is typed.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    DiscoveriesCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        if (limit < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--limit is at least 1, not " + limit);
        }
        Path config = folders.config(session);
        if (action != Action.LIST && name.isBlank()) {
            throw new CommandFailure(
                    ExitCode.USAGE, action + " takes the name of a discovery, as the list has it");
        }
        List<Discovery> all = all(config);
        return switch (action) {
            case LIST -> list(all);
            case SHOW -> show(named(all));
            case ACCEPT -> {
                session.out().print(Probation.file(named(all)));
                yield ExitCode.FOUND;
            }
            case DISMISS -> {
                String dismissed = named(all).name();
                session.tell(
                        dismissed
                                + " is not proposed again; see "
                                + Dismissed.add(config, dismissed));
                yield ExitCode.FOUND;
            }
        };
    }

    private List<Discovery> all(Path config) {
        Settings settings = Settings.read(config.resolve("lurewatch.yaml"));
        Sites sites = Sites.read(config.resolve("sites"));
        try (FactsReader facts =
                FactsReader.open(folders.dataToRead(session).resolve("facts.db"))) {
            return Discoveries.of(facts, sites.all(), settings.discovery(), Dismissed.read(config));
        }
    }

    private Discovery named(List<Discovery> all) {
        String wanted = name.strip().replace("[.]", ".").toLowerCase(Locale.ROOT);
        Optional<Discovery> found =
                all.stream().filter(discovery -> discovery.name().equals(wanted)).findFirst();
        return found.orElseThrow(() ->
                new CommandFailure(
                        ExitCode.NOTHING_FOUND,
                        "there is no discovery '"
                                + wanted
                                + "'; 'lurewatch discoveries' names all"));
    }

    private ExitCode list(List<Discovery> all) {
        if (format.chosen() == Format.JSONL) {
            all.forEach(discovery -> session.out().println(json(discovery)));
        } else if (!all.isEmpty()) {
            line("postings", "sites", "score", "kind", "name");
            all.stream().limit(limit).forEach(this::line);
            if (all.size() > limit) {
                session.tell((all.size() - limit) + " more; --limit N shows them");
            }
        }
        if (all.isEmpty()) {
            session.tell("no lure leads anywhere that is not watched or dismissed");
            return ExitCode.NOTHING_FOUND;
        }
        return ExitCode.FOUND;
    }

    private void line(Discovery discovery) {
        line(
                Integer.toString(discovery.leads().size()),
                Integer.toString(discovery.watchedSites()),
                Long.toString(Math.round(discovery.leads().getFirst().score())),
                discovery.kind().label(),
                shown(discovery));
    }

    private void line(String postings, String sites, String score, String kind, String shown) {
        session.out()
                .println(
                        String.format(
                                Locale.ROOT,
                                "%8s%7s%7s  %-8s  %s",
                                postings,
                                sites,
                                score,
                                kind,
                                shown));
    }

    private static String shown(Discovery discovery) {
        return TerminalText.line(discovery.name().replace(".", "[.]"));
    }

    private ExitCode show(Discovery discovery) {
        if (format.chosen() == Format.JSONL) {
            session.out().println(json(discovery));
            return ExitCode.FOUND;
        }
        session.out()
                .println(
                        String.format(
                                Locale.ROOT,
                                "%s, a %s: %d postings on %d watched sites lead there",
                                shown(discovery),
                                discovery.kind().label(),
                                discovery.leads().size(),
                                discovery.watchedSites()));
        discovery.leads().stream()
                .limit(limit)
                .forEach(lead ->
                        session.out()
                                .println(
                                        String.format(
                                                Locale.ROOT,
                                                "  %3d  %s  %-24s  %s",
                                                Math.round(lead.score()),
                                                lead.posting(),
                                                TerminalText.line(lead.site()),
                                                TerminalText.line(target(lead)))));
        return ExitCode.FOUND;
    }

    private static String target(Lead lead) {
        return lead.target().contains("://") || lead.target().contains(".")
                ? LinkForm.DEFANGED.url(lead.target())
                : lead.target();
    }

    private static JsonLine json(Discovery discovery) {
        return JsonLine.versioned()
                .put("name", discovery.name())
                .put("kind", discovery.kind().label())
                .put("postings", discovery.leads().size())
                .put("sites", discovery.watchedSites())
                .put("worth", discovery.worth())
                .putObjects("leads", discovery.leads(), DiscoveriesCommand::lead);
    }

    private static String lead(Lead lead) {
        return JsonLine.object(line ->
                line.put("posting", lead.posting().value())
                        .put("site", lead.site())
                        .put("score", lead.score())
                        .put("target", lead.target()));
    }
}
