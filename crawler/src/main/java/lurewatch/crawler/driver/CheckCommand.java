package lurewatch.crawler.driver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.Sites;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.detect.Detector;
import lurewatch.indexer.detect.Sentences;
import lurewatch.indexer.learned.FraudModel;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.settings.SettingsException;
import lurewatch.indexer.settings.SettingsPlace;
import lurewatch.indexer.stamp.Authorities;
import lurewatch.indexer.stamp.Authorities.Authority;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Reads the settings that this program uses as a crawl would, and changes nothing. Those of
/// search-cli it cannot know.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check the crawler's settings without crawling.",
        footer = {
            "",
            "Reads lurewatch.yaml, sites/*.yaml, signals/, models/ and timestamps.yaml strictly and"
                    + " names every fault with file,",
            "line and column. Tries the sentences of every signal (raised_by and not_by in",
            "signals/signals.yaml).",
            "It does not read what other commands do: casework.yaml (search and what is recorded"
                    + " like it),",
            "handling.yaml (export, retract, erase --expired), redaction/ (export, retract),"
                    + " agencies/ and platforms.yaml (export).",
            "'lurewatch export QUERY --for PROFILE --reason TEXT --dry-run' reads those that this"
                    + " profile needs.",
            "'check site NAME' fetches one page of a site and shows what its recipe finds.",
            "",
            "Examples:",
            "  lurewatch check",
            "  lurewatch check --config /etc/lurewatch",
            "  lurewatch check site my-board",
            "",
            "Exit: 0 all is well, 2 usage, 3 something is not"
        })
final class CheckCommand implements Callable<ExitCode> {
    private final Session session;
    private final List<String> faults = new ArrayList<>();

    @Mixin private Folders folders = new Folders();

    /// `check`, and below it `check site`.
    static CommandLine withSubcommands(Session session) {
        return new CommandLine(new CheckCommand(session))
                .addSubcommand(new CheckSiteCommand(session));
    }

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        Path config = folders.config(session);
        check(() -> checkSettings(config.resolve("lurewatch.yaml")));
        check(() -> checkSites(config.resolve("sites")));
        check(() -> checkSignals(config.resolve("signals")));
        check(() -> checkModel(config.resolve("models")));
        check(() -> checkAuthorities(config));
        faults.forEach(fault -> session.tell(TerminalText.line(fault)));
        if (!faults.isEmpty()) {
            session.tell(faults.size() == 1 ? "1 fault" : faults.size() + " faults");
            return ExitCode.NOT_USABLE;
        }
        return ExitCode.FOUND;
    }

    private void check(Runnable part) {
        try {
            part.run();
        } catch (SettingsException e) {
            faults.add(e.getMessage());
        }
    }

    private void checkSettings(Path file) {
        Settings settings = Settings.read(file);
        inOrder(
                file,
                settings.identity().isComplete()
                        ? "identity " + settings.identity().header()
                        : "identity is not set, so a crawl would not start");
    }

    private void checkSites(Path folder) {
        Sites.Report report = Sites.check(folder);
        report.faults().forEach(fault -> faults.add(fault.getMessage()));
        for (Site site : report.sites().all()) {
            inOrder(
                    folder.resolve(site.name() + ".yaml"),
                    site.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
                            + (site.enabled() ? ", enabled" : ", disabled"));
        }
    }

    private void checkSignals(Path folder) {
        Rules rules = Rules.read(folder);
        List<Sentences.Broken> broken = Sentences.broken(rules, Detector.of(rules));
        broken.forEach(fault -> faults.add(at(folder, rules, fault).getMessage()));
        if (broken.isEmpty()) {
            inOrder(folder, rules.summary() + ", version " + rules.version());
        }
    }

    private static SettingsException at(Path folder, Rules rules, Sentences.Broken broken) {
        int signal = List.copyOf(rules.signals().keySet()).indexOf(broken.rule().id());
        String pointer = "/signals/" + signal;
        if (broken.number() >= 0) {
            pointer += "/" + broken.key() + "/" + broken.number();
        }
        return SettingsPlace.fault(folder.resolve("signals.yaml"), pointer, broken.what());
    }

    private void checkModel(Path folder) {
        inOrder(
                folder.resolve(FraudModel.FILE),
                FraudModel.read(folder)
                        .map(model ->
                                String.format(
                                        Locale.ROOT,
                                        "learned from %d ads, version %s",
                                        model.card().ads(),
                                        model.version()))
                        .orElse("there is none, so no posting gets a fraud score"));
    }

    private void checkAuthorities(Path config) {
        Path file = config.resolve(Authorities.FILE);
        if (!Files.exists(file)) {
            return;
        }
        List<Authority> authorities = Authorities.read(config).authorities();
        authorities.forEach(authority -> checkCertificate(file, config, authority));
        inOrder(
                file,
                authorities.size() == 1
                        ? "1 authority is asked for time stamps"
                        : authorities.size() + " authorities are asked for time stamps");
    }

    private static void checkCertificate(Path file, Path config, Authority authority) {
        Path certificate = Authorities.certificate(config, authority);
        if (!Files.isReadable(certificate)) {
            throw new SettingsException(
                    file
                            + ": there is no readable certificate "
                            + certificate
                            + " of the authority "
                            + authority.name());
        }
    }

    private void inOrder(Path file, String what) {
        session.out().println(TerminalText.line(file + ": in order; " + what));
    }
}
