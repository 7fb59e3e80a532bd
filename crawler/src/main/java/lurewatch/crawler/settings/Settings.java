package lurewatch.crawler.settings;

import java.nio.file.Path;
import lurewatch.indexer.settings.StrictYaml;

/// All of `config/lurewatch.yaml`. A key that the file leaves out has the value it has in
/// `DEFAULTS` here; what each means is explained in the file itself.
public record Settings(
        Identity identity,
        Net net,
        Limits limits,
        Politeness politeness,
        Schedule schedule,
        Discover discovery,
        Storage storage,
        Alerts alerts,
        Service service,
        Render render,
        SecondLooks secondLooks) {
    public static final Settings DEFAULTS =
            new Settings(
                    Identity.DEFAULTS,
                    Net.DEFAULTS,
                    Limits.DEFAULTS,
                    Politeness.DEFAULTS,
                    Schedule.DEFAULTS,
                    Discover.DEFAULTS,
                    Storage.DEFAULTS,
                    Alerts.DEFAULTS,
                    Service.DEFAULTS,
                    Render.DEFAULTS,
                    SecondLooks.DEFAULTS);

    /// Settings for a crawl that nobody watches, that follows no discovery, renders nothing and
    /// looks at no page twice.
    public Settings(
            Identity identity,
            Net net,
            Limits limits,
            Politeness politeness,
            Schedule schedule,
            Storage storage) {
        this(
                identity,
                net,
                limits,
                politeness,
                schedule,
                Discover.DEFAULTS,
                storage,
                Alerts.DEFAULTS,
                Service.DEFAULTS,
                Render.DEFAULTS,
                SecondLooks.DEFAULTS);
    }

    public static Settings read(Path file) {
        return StrictYaml.read(file, Settings.class);
    }
}
