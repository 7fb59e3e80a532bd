package lurewatch.searchcli.render;

import java.time.Instant;
import java.util.Locale;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.store.StoredPosting;
import lurewatch.indexer.text.LegibleText;

/// Everything known about one posting as one line of JSON.
public final class PostingJson {
    private PostingJson() {}

    public static String of(StoredPosting stored) {
        JobPosting posting = stored.current().posting();
        JsonLine line =
                JsonLine.versioned()
                        .put("id", posting.id().value())
                        .put("title", posting.title())
                        .put("url", posting.url())
                        .put("site", posting.site())
                        .put("author", posting.author())
                        .put("employer", posting.employer())
                        .put("location", posting.location())
                        .put("salary", posting.salary())
                        .put("posted", posting.postedAt().map(Instant::toString))
                        .put("first", stored.times().firstSeen().toString())
                        .put("last", stored.times().lastSeen().toString())
                        .put("status", stored.standing().status().label())
                        .put("absent_since", stored.standing().absentSince().map(Instant::toString))
                        .put("reappeared", stored.standing().reappearedAt().map(Instant::toString));
        AssessmentJson.members(line, posting.text(), stored.current().assessment())
                .put("text", posting.text());
        LegibleText.of(posting.title()).ifPresent(title -> line.put("title_read_as", title.text()));
        LegibleText.of(posting.text()).ifPresent(text -> line.put("text_read_as", text.text()));
        return line.putObjects("versions", stored.versions(), PostingJson::version)
                .putObjects("sightings", stored.sightings(), PostingJson::sighting)
                .putObjects("observations", stored.observations(), PostingJson::observation)
                .putObjects("reposts", stored.reposts(), PostingJson::repost)
                .toString();
    }

    private static String version(StoredPosting.Version version) {
        return JsonLine.object(line ->
                line.put("number", version.number())
                        .put("capture", version.firstCapture().toString())
                        .put("since", version.since().toString())
                        .put("content_digest", version.contentDigest().toString()));
    }

    private static String sighting(StoredPosting.Sighting sighting) {
        return JsonLine.object(
                line -> capture(line, sighting.capture()).put("version", sighting.version()));
    }

    private static String observation(StoredPosting.Observation observation) {
        return JsonLine.object(
                line -> capture(line, observation.capture()).put("kind", observation.kind()));
    }

    private static String repost(StoredPosting.Repost repost) {
        return JsonLine.object(line ->
                line.put("relation", repost.direction().name().toLowerCase(Locale.ROOT))
                        .put("id", repost.id().value())
                        .put("url", repost.url())
                        .put("first", repost.firstSeen().toString())
                        .put("likeness", repost.likeness()));
    }

    private static JsonLine capture(JsonLine line, StoredPosting.SeenCapture capture) {
        line.put("capture", capture.id().toString())
                .put("url", capture.url())
                .put("fetched", capture.fetchedAt().toString())
                .put("provenance", LowerCase.of(capture.provenance().name()));
        capture.answeredStatus().ifPresent(code -> line.put("status", code));
        capture.claimedAt().ifPresent(at -> line.put("claimed", at.toString()));
        return line.put("payload_digest", capture.payloadDigest().toString())
                .put("record_digest", capture.recordDigest().toString())
                .put("file", capture.position().file())
                .put("offset", capture.position().offset())
                .put("length", capture.position().length())
                .put("revisit_of", capture.revisitOf().map(Object::toString))
                .put("rendered", capture.isRendered())
                .put("second_look", capture.isSecondLook())
                .put("picture", capture.picture().map(Object::toString));
    }
}
