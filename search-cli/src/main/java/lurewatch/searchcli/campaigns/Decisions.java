package lurewatch.searchcli.campaigns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.indexer.CampaignId;
import lurewatch.indexer.PostingId;
import lurewatch.searchcli.casework.Event;
import lurewatch.searchcli.casework.EventKind;
import lurewatch.searchcli.casework.EventLog;

/// What analysts decided on campaigns, in the order in which they did.
///
/// @param all the earliest first
public record Decisions(List<Decision> all) {
    static final EventKind SPLIT = new EventKind("campaign.split");
    static final EventKind MERGED = new EventKind("campaign.merged");
    static final EventKind LABELLED = new EventKind("campaign.labelled");

    /// None.
    public static final Decisions NONE = new Decisions(List.of());

    /// One decision.
    public sealed interface Decision {
        /// These postings, and every copy of them, are not of the campaign that they were in.
        record Split(CampaignId campaign, List<PostingId> postings) implements Decision {}

        /// Both are one.
        ///
        /// @param first a campaign's id, or that of a posting which is in none; so is `second`
        record Merge(String first, String second) implements Decision {}

        /// What somebody says that a campaign is.
        ///
        /// @param sure in percent
        record Labelled(CampaignId campaign, String label, int sure, String analyst, String reason)
                implements Decision {}
    }

    public Decisions {
        all = List.copyOf(all);
    }

    /// What stands in the log. Events of a form that this version does not know are passed over.
    public static Decisions in(EventLog log) {
        List<Decision> decisions = new ArrayList<>();
        for (Event event : log.of(SPLIT, MERGED, LABELLED)) {
            read(event).ifPresent(decisions::add);
        }
        return new Decisions(decisions);
    }

    private static Optional<Decision> read(Event event) {
        List<CampaignId> campaigns =
                event.about().stream().flatMap(id -> CampaignId.read(id).stream()).toList();
        if (event.kind().equals(SPLIT)) {
            return campaigns.stream()
                    .findFirst()
                    .map(campaign ->
                            new Decision.Split(
                                    campaign,
                                    event.about().stream()
                                            .filter(id -> id.startsWith("p"))
                                            .map(PostingId::new)
                                            .toList()));
        }
        if (event.kind().equals(MERGED) && event.about().size() == 2) {
            return Optional.of(
                    new Decision.Merge(event.about().getFirst(), event.about().getLast()));
        }
        return event.kind().equals(LABELLED) && campaigns.size() == 1
                ? Optional.of(
                        new Decision.Labelled(
                                campaigns.getFirst(),
                                event.text("label"),
                                percent(event.text("sure")),
                                event.analyst(),
                                event.text("reason")))
                : Optional.empty();
    }

    private static int percent(String written) {
        return written.matches("\\d{1,3}") ? Math.min(100, Integer.parseInt(written)) : 100;
    }

    /// Remembers that postings are not of a campaign.
    public static void split(
            EventLog log, CampaignId campaign, List<PostingId> postings, String reason) {
        log.add(
                SPLIT,
                Stream.concat(Stream.of(campaign.value()), postings.stream().map(PostingId::value))
                        .toList(),
                Map.of("reason", reason));
    }

    /// Remembers that two campaigns, or postings that are in none, are one.
    public static void merge(EventLog log, String first, String second, String reason) {
        log.add(MERGED, List.of(first, second), Map.of("reason", reason));
    }

    /// Remembers what a campaign is said to be; takes the place of what the same analyst said.
    public static void label(
            EventLog log, CampaignId campaign, String label, int sure, String reason) {
        log.add(
                LABELLED,
                List.of(campaign.value()),
                Map.of("label", label, "sure", Integer.toString(sure), "reason", reason));
    }
}
