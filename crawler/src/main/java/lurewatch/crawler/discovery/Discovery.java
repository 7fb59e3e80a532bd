package lurewatch.crawler.discovery;

import java.util.List;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.PostingId;

/// A place that postings lead to and no site file covers.
///
/// @param name a registered domain, or `t.me/NAME` of a channel
/// @param leads the postings that lead there, those with the highest score first
/// @param watchedSites how many watched sites they stand on
public record Discovery(Kind kind, String name, List<Lead> leads, int watchedSites) {
    /// What it would be watched as.
    public enum Kind {
        DOMAIN,
        CHANNEL;

        public String label() {
            return LowerCase.of(name());
        }
    }

    /// A posting that leads there.
    ///
    /// @param target the link or account as it stands there
    public record Lead(PostingId posting, String site, double score, String target) {}

    public Discovery {
        leads = List.copyOf(leads);
    }

    /// How much speaks for a look: every posting's chance of being a lure, and more where several
    /// sites agree.
    public double worth() {
        double doubt = 1;
        for (Lead lead : leads) {
            doubt *= 1 - Math.min(0.99, lead.score() / 100);
        }
        return (1 - doubt) * watchedSites;
    }
}
