package lurewatch.crawler.driver;

import java.nio.file.Path;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Sites;
import lurewatch.indexer.detect.Detector;
import lurewatch.indexer.fraud.FraudModel;
import lurewatch.indexer.rules.Rules;

/// All that a crawl goes by, read and checked as a whole.
///
/// @param sites those that are visited are enabled
record Instructions(Settings settings, Sites sites, Detector detector) {
    /// What stands in a configuration folder; any fault of any file is thrown.
    static Instructions read(Path config) {
        return new Instructions(
                Settings.read(config.resolve("lurewatch.yaml")),
                Sites.read(config.resolve("sites")),
                Detector.of(
                        Rules.read(config.resolve("signals")),
                        FraudModel.read(config.resolve("models"))));
    }

    Instructions with(Sites others) {
        return new Instructions(settings, others, detector);
    }
}
