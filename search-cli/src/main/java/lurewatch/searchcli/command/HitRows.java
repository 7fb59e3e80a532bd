package lurewatch.searchcli.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.search.Hit;
import lurewatch.searchcli.campaigns.Campaign;
import lurewatch.searchcli.casework.StandingLabel;
import lurewatch.searchcli.export.PostingRow;
import lurewatch.searchcli.export.RowForm;
import lurewatch.searchcli.render.ContactUri;

/// Hits as rows of a table for other programs: a row of names first, links and contacts as they
/// are.
final class HitRows {
    private static final List<String> COLUMNS =
            Stream.concat(
                            PostingRow.COLUMNS.stream(),
                            Stream.of("campaign", "campaign_postings", "labels"))
                    .toList();

    private final RowForm form;
    private final List<String> chosen;

    /// @param chosen the columns to print; none for all
    HitRows(RowForm form, List<String> chosen) {
        this.form = form;
        this.chosen = chosen.isEmpty() ? COLUMNS : List.copyOf(chosen);
    }

    /// Refuses what is no column.
    static void check(String column) {
        if (!COLUMNS.contains(column)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--fields: there is no '"
                            + column
                            + "'; there are "
                            + String.join(", ", COLUMNS));
        }
    }

    /// The names of the columns, with the end of the row.
    String names() {
        return form.row(chosen);
    }

    /// A hit, with the end of the row.
    String of(Hit hit, Optional<Campaign> campaign, List<StandingLabel> labels) {
        Stream<String> casework =
                Stream.of(
                        campaign.map(whole -> whole.id().value()).orElse(""),
                        Long.toString(campaign.map(Campaign::postings).orElse(1L)),
                        labels.stream()
                                .map(StandingLabel::name)
                                .distinct()
                                .collect(Collectors.joining(" ")));
        List<String> all = Stream.concat(row(hit).cells().stream(), casework).toList();
        return form.row(chosen.stream().map(name -> all.get(COLUMNS.indexOf(name))).toList());
    }

    private static PostingRow row(Hit hit) {
        return new PostingRow(
                hit.id(),
                hit.score(),
                hit.assessmentClass(),
                hit.context(),
                hit.language(),
                hit.title(),
                hit.url(),
                hit.site(),
                hit.employer(),
                hit.location(),
                hit.countries(),
                hit.places(),
                hit.signals(),
                hit.contacts().stream().map(ContactUri::ofKey).toList(),
                hit.posted(),
                hit.firstSeen(),
                hit.lastSeen(),
                hit.versions());
    }
}
