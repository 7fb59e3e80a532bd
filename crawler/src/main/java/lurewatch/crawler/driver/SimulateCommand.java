package lurewatch.crawler.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.crawler.settings.Schedule;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.simulate.Comparison;
import lurewatch.crawler.simulate.Comparison.Row;
import lurewatch.crawler.simulate.WorldModel;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Compares schedules on a made-up web.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Compare our schedule with three others on a made-up web; no network.",
        footer = {
            "",
            "Each schedule gets the same number of requests a day on the same webs: 10,000 listings of 500",
            "hosts (half of them never get an ad, a few get most), 5,000 other pages, and 2,500 new ads a",
            "day. Ads live for 18 hours at the median and log-normally long; pages change at log-normal",
            "rates, some all the time. All of it follows from the seeds. 28 days, the first 14 uncounted.",
            "",
            "  captured   share of the ads that were fetched before they vanished",
            "  fresh      share of the pages believed to be there whose copy is as they are; one that has",
            "             vanished unnoticed is not",
            "  ours       how many more ads our schedule captured than this one",
            "",
            "fixed: one interval for listings, one for all else. nutch: the rule of Apache Nutch's",
            "AdaptiveFetchSchedule. stormcrawler: that of Apache StormCrawler's AdaptiveScheduler. Each of",
            "them is given, for each budget, the setting that captures most on a smaller web. lurewatch:",
            "the policy that 'crawl' uses, with the schedule of your configuration.",
            "",
            "What it leaves out: failing hosts, politeness, times of day, ads on several listings or coming",
            "back. It says which schedule is better, not how many ads you will see.",
            "",
            "Examples:",
            "  lurewatch simulate                             five budgets, five webs",
            "  lurewatch simulate --scale 0.1 --seeds 2       a quick look",
            "  lurewatch simulate --budgets 12000 --format jsonl",
            "",
            "Exit: 0 compared, 2 usage, 3 lurewatch.yaml is not usable"
        })
final class SimulateCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private Folders folders = new Folders();

    @Option(
            names = "--budgets",
            paramLabel = "N",
            split = ",",
            defaultValue = "8000,12000,16000,24000,32000",
            description = "Requests a day at scale 1. Default: ${DEFAULT-VALUE}.")
    private List<Integer> budgets = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "5",
            description = "So many webs, of the seeds 1 to N. Default: ${DEFAULT-VALUE}.")
    private int seeds = 5;

    @Option(
            names = "--scale",
            paramLabel = "X",
            defaultValue = "1",
            description = "Size of web and budgets, 0.02 to 10. Default: ${DEFAULT-VALUE}.")
    private double scale = 1;

    @Mixin private FormatOption format = new FormatOption();

    SimulateCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        check();
        Schedule schedule =
                Settings.read(folders.config(session).resolve("lurewatch.yaml")).schedule();
        Comparison comparison =
                new Comparison(WorldModel.DEFAULTS, scale, Comparison.seeds(seeds), schedule);
        if (format.chosen() == Format.PLAIN) {
            line("requests/day", "schedule", "captured", "fresh", "ours", "settings");
        }
        for (int budget : budgets) {
            List<Row> rows = comparison.at((int) Math.round(budget * scale));
            rows.forEach(row -> print(row, rows.getLast()));
        }
        return ExitCode.FOUND;
    }

    private void check() {
        if (seeds < 1 || seeds > 100) {
            throw new CommandFailure(ExitCode.USAGE, "--seeds is 1 to 100, not " + seeds);
        }
        if (!(scale >= 0.02 && scale <= 10)) {
            throw new CommandFailure(ExitCode.USAGE, "--scale is 0.02 to 10, not " + scale);
        }
        for (int budget : budgets) {
            if (budget < 100 || budget > 1_000_000) {
                throw new CommandFailure(
                        ExitCode.USAGE, "--budgets are 100 to 1000000, not " + budget);
            }
        }
    }

    private void print(Row row, Row ours) {
        double more = ours.captured() / row.captured() - 1;
        switch (format.chosen()) {
            case PLAIN ->
                    line(
                            Integer.toString(row.requestsADay()),
                            row.schedule(),
                            figure(row.captured()),
                            figure(row.freshness()),
                            row.equals(ours)
                                    ? ""
                                    : String.format(Locale.ROOT, "%+.1f %%", 100 * more),
                            row.settings());
            case JSONL ->
                    session.out()
                            .println(
                                    JsonLine.versioned()
                                            .put("requests_a_day", row.requestsADay())
                                            .put("schedule", row.schedule())
                                            .put("settings", row.settings())
                                            .put("urls", row.urls())
                                            .put("seeds", seeds)
                                            .put("captured", row.captured())
                                            .put("fresh", row.freshness()));
        }
        session.out().flush();
    }

    private static String figure(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }

    private void line(
            String budget,
            String schedule,
            String captured,
            String fresh,
            String ours,
            String settings) {
        session.out()
                .println(
                        String.format(
                                        Locale.ROOT,
                                        "%12s  %-14s%9s%8s%10s  %s",
                                        budget,
                                        schedule,
                                        captured,
                                        fresh,
                                        ours,
                                        settings)
                                .stripTrailing());
    }
}
