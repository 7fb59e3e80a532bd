package lurewatch.searchcli.command;

import java.util.List;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.FactsStatistics;
import lurewatch.searchcli.render.StatisticsJson;
import lurewatch.searchcli.render.StatisticsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `stats`: how much there is.
@Command(
        name = "stats",
        header = "How much there is, by site, language, class and context.",
        footer = {
            "",
            "Examples:",
            "  lurewatch stats",
            "  lurewatch stats --format jsonl | jq .classes",
            "",
            "Exit: 0 printed, 1 there are no captures yet, 3 no usable facts",
        })
final class StatsCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private ReportFormat format = new ReportFormat();
    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();

    StatsCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        try (FactsReader facts =
                FactsReader.open(folders.dataToRead(session).resolve("facts.db"))) {
            FactsStatistics statistics = facts.statistics();
            List<String> lines =
                    switch (format.chosen()) {
                        case TABLE, PLAIN -> StatisticsText.of(statistics, display.style(session));
                        case JSONL -> List.of(StatisticsJson.of(statistics));
                    };
            lines.forEach(session.out()::println);
            return statistics.captures() == 0 ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
        }
    }
}
