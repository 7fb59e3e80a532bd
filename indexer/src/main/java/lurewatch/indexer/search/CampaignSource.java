package lurewatch.indexer.search;

import java.util.List;
import java.util.Optional;

/// Which postings a campaign has, for queries that name one.
public interface CampaignSource {
    /// Where nobody knows of any.
    CampaignSource NONE = _ -> Optional.empty();

    /// A campaign's postings.
    ///
    /// @param ids of all
    /// @param texts ids of one posting for each of its texts
    record Members(List<String> ids, List<String> texts) {
        public Members {
            ids = List.copyOf(ids);
            texts = List.copyOf(texts);
        }
    }

    /// The postings of the campaign with that id; empty where there is none.
    Optional<Members> members(String id);
}
