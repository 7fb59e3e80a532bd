package lurewatch.searchcli.render;

import java.time.Instant;
import java.util.Optional;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.Rank;
import lurewatch.searchcli.campaigns.Campaign;

/// A hit as one line of JSON, nothing cut.
public final class HitJson {
    private HitJson() {}

    /// Everything except the text.
    public static String of(Hit hit) {
        return line(hit).toString();
    }

    /// Everything except the text, the campaign that it is in, and why it stands where it does.
    public static String of(Hit hit, Optional<Campaign> campaign, Optional<Rank> rank) {
        JsonLine line =
                line(hit)
                        .put("campaign", campaign.map(whole -> whole.id().value()))
                        .put("campaign_postings", campaign.map(Campaign::postings).orElse(1L));
        rank.ifPresent(why -> line.putLiteral("rank", RankText.json(why)));
        return line.toString();
    }

    /// Everything.
    public static String withText(Hit hit) {
        return line(hit).put("text", hit.text()).toString();
    }

    static JsonLine line(Hit hit) {
        return JsonLine.versioned()
                .put("id", hit.id())
                .put("lang", hit.language())
                .put("score", hit.score())
                .put("class", hit.assessmentClass())
                .put("context", hit.context())
                .put("urgent", hit.isUrgent())
                .put("title", hit.title())
                .put("url", hit.url())
                .put("site", hit.site())
                .put("employer", hit.employer())
                .put("location", hit.location())
                .putStrings("signals", hit.signals())
                .putObjects("contacts", hit.contacts(), HitJson::contact)
                .putStrings("places", hit.places())
                .putStrings("countries", hit.countries())
                .put("posted", hit.posted().map(Instant::toString))
                .put("first", hit.firstSeen().toString())
                .put("last", hit.lastSeen().toString())
                .put("versions", hit.versions());
    }

    private static String contact(String key) {
        int colon = key.indexOf(':');
        return JsonLine.object(line ->
                line.put("kind", key.substring(0, colon))
                        .put("value", key.substring(colon + 1))
                        .put("uri", ContactUri.ofKey(key)));
    }
}
