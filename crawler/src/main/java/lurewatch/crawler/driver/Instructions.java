package lurewatch.crawler.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import lurewatch.crawler.discovery.Dismissed;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Sites;
import lurewatch.indexer.detect.Detector;
import lurewatch.indexer.learned.FraudModel;
import lurewatch.indexer.rules.GonePhrases;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.Thresholds;

/// All that a crawl goes by, read and checked as a whole.
///
/// @param sites those that are visited are enabled
/// @param thresholds where the detector's classes begin
/// @param gonePhrases what pages say in place of an offer that is no longer there
/// @param dismissed discoveries that the operator does not want
record Instructions(
        Settings settings,
        Sites sites,
        Detector detector,
        Thresholds thresholds,
        List<String> gonePhrases,
        Set<String> dismissed) {
    Instructions {
        gonePhrases = List.copyOf(gonePhrases);
        dismissed = Set.copyOf(dismissed);
    }

    /// What stands in a configuration folder; any fault of any file is thrown.
    static Instructions read(Path config) {
        return read(
                config,
                Settings.read(config.resolve("lurewatch.yaml")),
                Sites.read(config.resolve("sites")));
    }

    /// The same where settings and sites were read already.
    static Instructions read(Path config, Settings settings, Sites sites) {
        Path signals = config.resolve("signals");
        Rules rules = Rules.read(signals);
        return new Instructions(
                settings,
                sites,
                Detector.of(rules, FraudModel.read(config.resolve("models"))),
                rules.thresholds(),
                GonePhrases.read(signals),
                Dismissed.read(config));
    }

    Instructions with(Sites others) {
        return new Instructions(settings, others, detector, thresholds, gonePhrases, dismissed);
    }
}
