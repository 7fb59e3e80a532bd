package lurewatch.searchcli.command;

import lurewatch.indexer.console.Session;
import lurewatch.searchcli.watch.Notice;
import picocli.CommandLine.Mixin;

/// How what watches fired is printed.
final class NoticeForm {
    @Mixin private ReportFormat format = new ReportFormat();
    @Mixin private DisplayOptions display = new DisplayOptions();

    ReportFormat.Format chosen() {
        return format.chosen();
    }

    String of(Notice notice, Session session) {
        return switch (chosen()) {
            case TABLE, PLAIN -> notice.text(display.links(), DisplayOptions.columns(session));
            case JSONL -> notice.json();
        };
    }
}
