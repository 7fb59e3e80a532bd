package lurewatch.crawler.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Sites;
import lurewatch.indexer.learned.FraudModel;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.settings.SettingsException;

/// Whether a crawl would start with these settings. `lurewatch check` looks closer: it tries the
/// sentences of the signals too.
final class ConfigCheck implements Check {
    private static final String REMEDY = "mend it; 'lurewatch check' names every fault";

    private final Path config;

    ConfigCheck(Path config) {
        this.config = config;
    }

    @Override
    public List<Finding> look() {
        if (!Files.isDirectory(config)) {
            return List.of(
                    Finding.fail(
                            "config",
                            "there is no folder " + config,
                            "name another with --config DIR"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(read(this::settings));
        findings.add(read(this::sites));
        findings.add(read(this::signals));
        return findings;
    }

    private static Finding read(Supplier<Finding> part) {
        try {
            return part.get();
        } catch (SettingsException e) {
            return Finding.fail("config", String.valueOf(e.getMessage()), REMEDY);
        }
    }

    private Finding settings() {
        Path file = config.resolve("lurewatch.yaml");
        return Settings.read(file).identity().isComplete()
                ? Finding.ok("config", file + " is in order")
                : Finding.warn(
                        "config",
                        file + " names no identity, so a crawl would not start",
                        "set identity.user_agent and identity.contact");
    }

    private Finding sites() {
        Sites.Report report = Sites.check(config.resolve("sites"));
        if (!report.faults().isEmpty()) {
            return Finding.fail(
                    "config", String.valueOf(report.faults().getFirst().getMessage()), REMEDY);
        }
        int enabled = report.sites().enabled().size();
        String what = report.sites().all().size() + " sites, " + enabled + " enabled";
        return enabled == 0
                ? Finding.warn(
                        "config",
                        what + ", so a crawl has nothing to visit",
                        "set 'enabled: true' in one of the files in " + config.resolve("sites"))
                : Finding.ok("config", what);
    }

    private Finding signals() {
        Rules rules = Rules.read(config.resolve("signals"));
        String model =
                FraudModel.read(config.resolve("models"))
                        .map(read -> ", text model " + read.version())
                        .orElse(", no text model");
        return Finding.ok("config", rules.summary() + model);
    }
}
