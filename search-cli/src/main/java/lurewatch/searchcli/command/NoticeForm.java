package lurewatch.searchcli.command;

import lurewatch.indexer.console.Session;
import lurewatch.searchcli.watch.Notice;
import picocli.CommandLine.Mixin;

/// How what watches fired is printed.
final class NoticeForm {
    @Mixin private RecordFormat format = new RecordFormat();
    @Mixin private Looks looks = new Looks();

    RecordFormat.Format chosen() {
        return format.chosen();
    }

    String of(Notice notice, Session session) {
        return switch (chosen()) {
            case TABLE -> notice.text(looks.links(), Looks.columns(session));
            case JSONL -> notice.json();
        };
    }
}
