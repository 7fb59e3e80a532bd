package lurewatch.searchcli.command;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.search.Hit;
import lurewatch.searchcli.campaigns.Campaign;
import lurewatch.searchcli.casework.StandingLabel;
import lurewatch.searchcli.export.RowForm;
import lurewatch.searchcli.render.ContactUri;

/// Hits as rows of a table for other programs: a row of names first, links and contacts as they
/// are.
final class HitRows {
    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "score",
                    "class",
                    "context",
                    "lang",
                    "title",
                    "url",
                    "site",
                    "employer",
                    "location",
                    "countries",
                    "places",
                    "signals",
                    "contacts",
                    "posted",
                    "first_seen",
                    "last_seen",
                    "versions",
                    "campaign",
                    "campaign_postings",
                    "labels");

    private final RowForm form;

    HitRows(RowForm form) {
        this.form = form;
    }

    /// The names of the columns, with the end of the row.
    String names() {
        return form.row(COLUMNS);
    }

    /// A hit, with the end of the row.
    String of(Hit hit, Optional<Campaign> campaign, List<StandingLabel> labels) {
        return form.row(
                List.of(
                        hit.id(),
                        BigDecimal.valueOf(hit.score()).stripTrailingZeros().toPlainString(),
                        hit.assessmentClass(),
                        hit.context(),
                        hit.language().orElse(""),
                        hit.title(),
                        hit.url(),
                        hit.site(),
                        hit.employer().orElse(""),
                        hit.location().orElse(""),
                        String.join(" ", hit.countries()),
                        String.join(" ", hit.places()),
                        String.join(" ", hit.signals()),
                        hit.contacts().stream()
                                .map(ContactUri::ofKey)
                                .collect(Collectors.joining(" ")),
                        hit.posted().map(Instant::toString).orElse(""),
                        hit.firstSeen().toString(),
                        hit.lastSeen().toString(),
                        Integer.toString(hit.versions()),
                        campaign.map(whole -> whole.id().value()).orElse(""),
                        Long.toString(campaign.map(Campaign::postings).orElse(1L)),
                        labels.stream()
                                .map(StandingLabel::name)
                                .distinct()
                                .collect(Collectors.joining(" "))));
    }
}
