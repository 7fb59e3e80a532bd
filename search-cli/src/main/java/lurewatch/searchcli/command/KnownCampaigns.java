package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.util.Optional;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.store.FactsException;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.campaigns.Campaign;
import lurewatch.searchcli.campaigns.Campaigns;
import org.jspecify.annotations.Nullable;

/// The campaigns of hits, for as long as the facts can be read. From where they cannot, every
/// posting stands alone and the user is told so, once: a search goes on without them.
final class KnownCampaigns implements AutoCloseable {
    private final Session session;
    private final Path data;
    private boolean isReadable = true;
    private @Nullable FactsReader facts;
    private @Nullable Campaigns campaigns;

    /// Opens nothing before it is asked.
    KnownCampaigns(Path data, Session session) {
        this.data = data;
        this.session = session;
    }

    Optional<Campaign> of(Hit hit) {
        if (!isReadable) {
            return Optional.empty();
        }
        try {
            return readable().of(new PostingId(hit.id()));
        } catch (FactsException e) {
            isReadable = false;
            session.tell("campaigns are not known: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Campaigns readable() {
        Campaigns opened = campaigns;
        if (opened == null) {
            FactsReader reader = FactsReader.open(data.resolve("facts.db"));
            facts = reader;
            opened = CampaignsOfData.in(data, reader);
            campaigns = opened;
        }
        return opened;
    }

    @Override
    public void close() {
        FactsReader reader = facts;
        if (reader != null) {
            reader.close();
        }
    }
}
