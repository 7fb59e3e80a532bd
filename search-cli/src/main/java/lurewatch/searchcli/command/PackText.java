package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.console.WrappedText;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.PackWriter;
import lurewatch.searchcli.render.LeadText;

/// What an operator is told of a pack: what would go, or what went and what did not.
final class PackText {
    /// Ids of one reason that are shown; the number of all is said.
    private static final int SHOWN = 20;

    /// Of a reason with a contact in it.
    static final String NAMED_IN_REASON =
            "the reason names what the redaction masks elsewhere; it goes as it was typed";

    private final Session session;

    PackText(Session session) {
        this.session = session;
    }

    /// What would go, what would stay and why.
    void describe(PackOrder order, Cover cover, HitList list, List<PackWriter> writers) {
        line(
                "would hand on",
                LeadText.counted(list.ids().size(), "posting")
                        + " to "
                        + order.profile().recipient());
        line("  for       ", order.purpose().label() + ", marked " + order.marking().label());
        line("  asks      ", order.marking().pap().meaning());
        line("  by        ", order.profile().channel());
        line(
                "  redaction ",
                order.redaction() + ", " + LeadText.counted(list.redacted(), "place") + " masked");
        cover.translatedBy()
                .ifPresent(program ->
                        line(
                                "  translated",
                                "into "
                                        + order.profile().languageRead()
                                        + " by "
                                        + program
                                        + ", which has not been run"));
        line("  as of     ", order.asOf().toString());
        line(
                "  files     ",
                writers.stream()
                        .flatMap(writer -> writer.files().stream())
                        .collect(Collectors.joining(", ")));
        unsuspected(list).ifPresent(remark -> line("  remark    ", remark));
        writers.forEach(
                writer -> writer.remarks(list).forEach(remark -> line("  remark    ", remark)));
        line("  pack      ", cover.pack());
        if (order.tellsPostings()) {
            ids(list.ids());
        }
        leftOut(list);
    }

    /// The same of a list that is one file.
    void describe(HitList list, Optional<Path> target) {
        String place = target.map(file -> " to " + file).orElse("");
        line("would write", LeadText.counted(list.ids().size(), "posting") + place);
        ids(list.ids());
        leftOut(list);
    }

    /// How many of those that go along nothing but the query or list of ids chose; empty where
    /// there are none.
    static Optional<String> unsuspected(HitList list) {
        int count = list.unsuspected();
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "%d of them %s classed low; 'class:lure' in the query leaves %s out",
                                count,
                                count == 1 ? "is" : "are",
                                count == 1 ? "it" : "them"));
    }

    /// That the reason gives away what is masked.
    void remarkOnReason() {
        line("  remark    ", NAMED_IN_REASON);
    }

    private void leftOut(HitList list) {
        list.dropped()
                .forEach((reason, ids) -> {
                    line("left out,", ids.size() + ": " + reason.why());
                    ids(ids);
                });
    }

    private void ids(List<String> ids) {
        if (!ids.isEmpty()) {
            String more = ids.size() > SHOWN ? " and " + (ids.size() - SHOWN) + " more" : "";
            line("  postings  ", ids.stream().limit(SHOWN).collect(Collectors.joining(" ")) + more);
        }
    }

    private void line(String what, String value) {
        String said = TerminalText.line(value);
        session.out()
                .println(
                        session.isTerminal()
                                ? WrappedText.behind(what + " ", said, session.width())
                                : what + " " + said);
    }

    /// What was found and did not go along.
    void tellLeftOut(HitList list) {
        list.dropped()
                .forEach((reason, ids) ->
                        session.tell(
                                String.format(
                                        Locale.ROOT, "%d left out: %s", ids.size(), reason.why())));
        if (list.redacted() > 0) {
            session.tell(LeadText.counted(list.redacted(), "place") + " masked");
        }
    }
}
