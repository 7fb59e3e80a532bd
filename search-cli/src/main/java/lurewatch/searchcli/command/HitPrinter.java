package lurewatch.searchcli.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.search.Highlighter;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.Rank;
import lurewatch.searchcli.campaigns.Campaign;
import lurewatch.searchcli.casework.StandingLabel;
import lurewatch.searchcli.render.CaseJson;
import lurewatch.searchcli.render.CaseText;
import lurewatch.searchcli.render.HitJson;
import lurewatch.searchcli.render.HitText;
import lurewatch.searchcli.render.RankText;

/// Prints hits in one of the forms of lists, one after another.
final class HitPrinter {
    /// Why a hit stands where it does, if that was asked for.
    interface Ranks {
        Optional<Rank> of(Hit hit) throws QueryException;
    }

    private static final String BELOW_LINE = "    ";
    private static final String BELOW_TABLE = "            ";

    private final Session session;
    private final ListFormat.Format format;
    private final HitText text;
    private final Highlighter highlighter;
    private final Map<String, List<StandingLabel>> labels;
    private final Ranks ranks;
    private final Optional<HitRows> rows;

    /// @param columns of rows; none for all
    HitPrinter(
            Session session,
            DisplayOptions display,
            ListFormat.Format format,
            List<String> columns,
            Highlighter highlighter,
            Map<String, List<StandingLabel>> labels,
            Ranks ranks) {
        this.session = session;
        this.format = format;
        this.rows = format.rows().map(form -> new HitRows(form, columns));
        this.text = new HitText(display.style(session), display.links());
        this.highlighter = highlighter;
        this.labels = labels;
        this.ranks = ranks;
    }

    /// Prints hits until there are no more, or nobody reads any longer.
    void print(Iterable<Hit> hits, Function<Hit, Optional<Campaign>> campaigns)
            throws QueryException {
        RecordStream records =
                new RecordStream(session.out(), format, rows.map(HitRows::names).orElse(""));
        for (Hit hit : hits) {
            Optional<Rank> rank = ranks.of(hit);
            List<StandingLabel> said = labels.getOrDefault(hit.id(), List.of());
            records.print(
                    () -> text(hit, campaigns, said) + why(rank),
                    () -> CaseJson.labelled(HitJson.of(hit, campaigns.apply(hit), rank), said),
                    () -> rows.orElseThrow().of(hit, campaigns.apply(hit), said));
            if (session.out().checkError()) {
                break;
            }
        }
        records.end();
    }

    private String text(
            Hit hit, Function<Hit, Optional<Campaign>> campaigns, List<StandingLabel> said) {
        if (format == ListFormat.Format.PLAIN) {
            return text.plain(hit) + CaseText.labels(said);
        }
        return text.table(
                        hit,
                        highlighter.matchesIn(hit.text()),
                        session.width(),
                        campaigns.apply(hit))
                + CaseText.labelLine(said);
    }

    private String why(Optional<Rank> rank) {
        String indent = format == ListFormat.Format.PLAIN ? BELOW_LINE : BELOW_TABLE;
        return rank.map(known ->
                        RankText.of(known).stream()
                                .map(line -> "\n" + indent + line)
                                .collect(Collectors.joining()))
                .orElse("");
    }
}
