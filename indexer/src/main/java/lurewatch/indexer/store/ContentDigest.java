package lurewatch.indexer.store;

import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Block;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Digest;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.text.Counters;

/// Tells whether a posting changed: what it says, and where it wants to be answered, what it pays
/// and where it leads. Links, the claimed date, the page around it and its counters may change with
/// every visit and count for nothing.
final class ContentDigest {
    private ContentDigest() {}

    static Digest of(AssessedPosting assessed) {
        JobPosting posting = assessed.posting();
        List<Object> content = new ArrayList<>();
        content.add(Sql.storable(posting.title()));
        content.addAll(fields(posting));
        content.add(
                Json.ofBlocks(
                        posting.blocks().stream()
                                .map(block ->
                                        new Block(block.kind(), Counters.without(block.text())))
                                .toList()));
        content.addAll(evidence(assessed.assessment()));
        return Digest.of(Sql.storable(Json.write(content)));
    }

    /// The same of what a posting says beside its title and text.
    static Digest besideText(AssessedPosting assessed) {
        List<Object> content = new ArrayList<>(fields(assessed.posting()));
        content.addAll(evidence(assessed.assessment()));
        return Digest.of(Sql.storable(Json.write(content)));
    }

    private static List<Object> fields(JobPosting posting) {
        List<Object> content = new ArrayList<>();
        content.add(Sql.storable(posting.author().orElse("")));
        content.add(Sql.storable(posting.employer().orElse("")));
        content.add(Sql.storable(posting.location().orElse("")));
        content.add(Sql.storable(posting.salary().orElse("")));
        return content;
    }

    private static List<Object> evidence(Assessment assessment) {
        List<Object> content = new ArrayList<>();
        content.add(
                assessment.contacts().stream()
                        .map(Contact::key)
                        .map(Sql::storable)
                        .sorted()
                        .distinct()
                        .toList());
        content.add(
                assessment.pay().stream()
                        .map(pay ->
                                List.of(
                                        pay.low().toString(),
                                        pay.high().toString(),
                                        pay.currency().orElse(""),
                                        pay.period().map(Enum::name).orElse("")))
                        .toList());
        content.add(
                assessment.places().stream()
                        .map(place -> List.of(place.id(), place.role().label()))
                        .toList());
        return content;
    }
}
