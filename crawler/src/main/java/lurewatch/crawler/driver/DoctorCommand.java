package lurewatch.crawler.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lurewatch.crawler.doctor.Doctor;
import lurewatch.crawler.doctor.Finding;
import lurewatch.crawler.frontier.Clocks;
import lurewatch.crawler.settings.Settings;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.console.WrappedText;
import lurewatch.indexer.settings.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Looks at everything around a crawl that could go wrong.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Check machine, settings and data for what would keep a crawl from running.",
        footer = {
            "",
            "One line per check: ok, warn or fail, what was seen and, below it, what to do. Looked at are",
            "Java, memory, limit of open files, settings, the data directory and who may read it, disk,",
            "file system (fsync, locks, local), who writes it now, the end of the archive, the clock, the",
            "stores, and whether there is a browser. Works beside a running crawler, connects to nothing",
            "and changes nothing; 'verify' reads every byte of the archive, which this does not.",
            "",
            "Exit code 0 when nothing failed (warnings are no failure), 3 when something would keep a",
            "crawl from running, 4 when the archive is damaged.",
            "",
            "Examples:",
            "  lurewatch doctor",
            "  lurewatch doctor --data /srv/lurewatch --config /etc/lurewatch",
            "  lurewatch doctor --format jsonl | jq 'select(.level != \"ok\")'"
        })
final class DoctorCommand implements Callable<ExitCode> {
    private static final int INDENT = 19;
    private static final int LEAST_TEXT = 40;

    private final Session session;

    @Mixin private Folders folders = new Folders();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "plain",
            description = "${COMPLETION-CANDIDATES}; jsonl prints {v,check,level,what,remedy}.")
    private Format format = Format.PLAIN;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        Path config = folders.namedConfig(session);
        Doctor doctor =
                Doctor.of(
                        folders.namedData(session),
                        config,
                        settings(config),
                        new Clocks(session.clock(), System::nanoTime),
                        session.variable("PATH").orElse(""));
        List<Finding> findings = doctor.examine(this::print);
        long trouble = findings.stream().filter(finding -> finding.level().isTrouble()).count();
        long warnings =
                findings.stream().filter(finding -> finding.level() == Finding.Level.WARN).count();
        if (format == Format.PLAIN) {
            session.tell(
                    findings.size()
                            + " looks, "
                            + warnings
                            + (warnings == 1 ? " warning, " : " warnings, ")
                            + trouble
                            + " failed");
        }
        return ending(findings);
    }

    private static ExitCode ending(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.level() == Finding.Level.DAMAGED)) {
            return ExitCode.INTEGRITY;
        }
        return findings.stream().anyMatch(finding -> finding.level().isTrouble())
                ? ExitCode.NOT_USABLE
                : ExitCode.FOUND;
    }

    /// Where the settings are broken, another look says so.
    private static Optional<Settings> settings(Path config) {
        try {
            return Optional.of(Settings.read(config.resolve("lurewatch.yaml")));
        } catch (SettingsException _) {
            return Optional.empty();
        }
    }

    private void print(Finding finding) {
        if (format == Format.JSONL) {
            session.out()
                    .println(
                            JsonLine.versioned()
                                    .put("check", finding.check())
                                    .put("level", level(finding))
                                    .put("what", finding.what())
                                    .put("remedy", finding.remedy()));
            return;
        }
        String head = String.format(Locale.ROOT, "%-5s %-12s ", level(finding), finding.check());
        wrapped(head, finding.what());
        if (!finding.remedy().isEmpty()) {
            wrapped(" ".repeat(INDENT - 2) + "> ", finding.remedy());
        }
        session.out().flush();
    }

    private void wrapped(String head, String text) {
        String before = head;
        for (String line : lines(TerminalText.line(text))) {
            session.out().println(before + line);
            before = " ".repeat(INDENT);
        }
    }

    private List<String> lines(String text) {
        return WrappedText.lines(text, Math.max(LEAST_TEXT, session.width() - INDENT));
    }

    private static String level(Finding finding) {
        return switch (finding.level()) {
            case DAMAGED -> "fail";
            case OK, WARN, FAIL -> finding.level().name().toLowerCase(Locale.ROOT);
        };
    }
}
