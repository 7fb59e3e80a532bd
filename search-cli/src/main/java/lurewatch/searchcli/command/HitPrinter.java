package lurewatch.searchcli.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.search.Highlighter;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.Rank;
import lurewatch.searchcli.campaigns.Campaign;
import lurewatch.searchcli.casework.StandingLabel;
import lurewatch.searchcli.export.RowForm;
import lurewatch.searchcli.render.CaseJson;
import lurewatch.searchcli.render.CaseText;
import lurewatch.searchcli.render.HitJson;
import lurewatch.searchcli.render.HitText;
import lurewatch.searchcli.render.RankText;

/// Prints hits in the form that was asked for, one after another.
final class HitPrinter {
    /// Why a hit stands where it does, if that was asked for.
    interface Ranks {
        Optional<Rank> of(Hit hit) throws QueryException;
    }

    private static final String BELOW_LINE = "    ";
    private static final String BELOW_TABLE = "            ";

    private final Session session;
    private final SearchCommand.Format format;
    private final char end;
    private final HitText text;
    private final Highlighter highlighter;
    private final Map<String, List<StandingLabel>> labels;
    private final Ranks ranks;
    private final HitRows csv;
    private final HitRows tsv;

    /// @param end what each hit ends with
    /// @param columns of rows; none for all
    HitPrinter(
            Session session,
            Looks looks,
            SearchCommand.Format format,
            char end,
            List<String> columns,
            Highlighter highlighter,
            Map<String, List<StandingLabel>> labels,
            Ranks ranks) {
        this.session = session;
        this.format = format;
        this.end = end;
        this.csv = new HitRows(RowForm.CSV, columns);
        this.tsv = new HitRows(RowForm.TSV, columns);
        this.text = new HitText(looks.style(session), looks.links());
        this.highlighter = highlighter;
        this.labels = labels;
        this.ranks = ranks;
    }

    /// Prints hits until there are no more, or nobody reads any longer; gives how many it printed.
    int print(Iterable<Hit> hits, Function<Hit, Optional<Campaign>> campaigns)
            throws QueryException {
        PrintStream out = session.out();
        out.print(beginning());
        int printed = 0;
        for (Hit hit : hits) {
            out.print(before(printed));
            out.print(shown(hit, campaigns));
            out.print(behind());
            printed++;
            if (out.checkError()) {
                break;
            }
        }
        out.print(ending(printed));
        return printed;
    }

    private String beginning() {
        return switch (format) {
            case JSON -> "[";
            case CSV -> csv.names();
            case TSV -> tsv.names();
            case TABLE, PLAIN, JSONL, IDS, URLS -> "";
        };
    }

    /// Between the objects of an array.
    private String before(int printed) {
        return format != SearchCommand.Format.JSON ? "" : printed == 0 ? "\n" : ",\n";
    }

    /// Rows hold their own ends.
    private String behind() {
        return switch (format) {
            case JSON, CSV, TSV -> "";
            case TABLE, PLAIN, JSONL, IDS, URLS -> String.valueOf(end);
        };
    }

    private String ending(int printed) {
        return format != SearchCommand.Format.JSON ? "" : printed == 0 ? "]\n" : "\n]\n";
    }

    private String shown(Hit hit, Function<Hit, Optional<Campaign>> campaigns)
            throws QueryException {
        List<StandingLabel> said = labels.getOrDefault(hit.id(), List.of());
        return switch (format) {
            case TABLE ->
                    text.table(
                                    hit,
                                    highlighter.matchesIn(hit.text()),
                                    session.width(),
                                    campaigns.apply(hit))
                            + CaseText.labelLine(said)
                            + why(hit, BELOW_TABLE);
            case PLAIN -> text.plain(hit) + CaseText.labels(said) + why(hit, BELOW_LINE);
            case CSV -> csv.of(hit, campaigns.apply(hit), said);
            case TSV -> tsv.of(hit, campaigns.apply(hit), said);
            case JSON, JSONL ->
                    CaseJson.labelled(HitJson.of(hit, campaigns.apply(hit), ranks.of(hit)), said);
            case IDS -> TerminalText.line(hit.id());
            case URLS -> TerminalText.line(hit.url());
        };
    }

    private String why(Hit hit, String indent) throws QueryException {
        return ranks.of(hit)
                .map(rank ->
                        RankText.of(rank).stream()
                                .map(line -> "\n" + indent + line)
                                .collect(Collectors.joining()))
                .orElse("");
    }
}
