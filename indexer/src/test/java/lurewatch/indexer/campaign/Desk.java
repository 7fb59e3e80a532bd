package lurewatch.indexer.campaign;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.CampaignId;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.store.CampaignFacts;
import lurewatch.indexer.store.CaptureFacts;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.FactsStore;

/// Facts on disk and a grouping that is given ads.
final class Desk implements Closeable {
    private final Path file;
    private final FactsStore facts;
    private final Grouping grouping;
    private final Map<PostingId, String> names = new LinkedHashMap<>();
    private long sequence;

    Desk(Path folder) {
        file = folder.resolve("facts.db");
        facts = FactsStore.open(file);
        grouping = new Grouping(facts.campaigns());
    }

    Desk given(Collection<Ad> ads) {
        ads.forEach(this::given);
        return this;
    }

    void given(Ad ad) {
        given(ad, ++sequence);
    }

    /// As if it had been seen at that time of the ledger.
    void given(Ad ad, long at) {
        names.put(ad.id(), ad.name());
        CaptureFacts seen = ad.seen(at);
        AssessedPosting posting = seen.postings().getFirst();
        facts.record(seen, () -> grouping.place(posting));
    }

    /// The names of each campaign's ads, by its founder's.
    Map<String, Set<String>> campaigns() {
        facts.commit();
        Map<String, Set<String>> found = new TreeMap<>();
        try (FactsReader reader = FactsReader.open(file)) {
            CampaignFacts campaigns = reader.campaigns();
            for (PostingId id : names.keySet()) {
                campaigns
                        .of(id)
                        .filter(campaign -> campaign.postings() > 1)
                        .ifPresent(campaign ->
                                found.computeIfAbsent(
                                                String.valueOf(names.get(founder(campaign.id()))),
                                                _ -> new TreeSet<>())
                                        .add(String.valueOf(names.get(id))));
            }
        }
        return found;
    }

    private static PostingId founder(CampaignId id) {
        return id.founder();
    }

    @Override
    public void close() {
        facts.close();
    }
}
