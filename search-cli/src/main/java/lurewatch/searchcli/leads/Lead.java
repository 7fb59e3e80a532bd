package lurewatch.searchcli.leads;

import java.util.Optional;
import lurewatch.indexer.search.Hit;

/// Something that a pivot came upon.
public sealed interface Lead {
    /// Contact key or posting id.
    String name();

    /// How many contacts were crossed to get here; 0 for what the pivot started from.
    int depth();

    /// The lead that led here first; empty at the start.
    Optional<String> from();

    /// A contact.
    ///
    /// @param name `kind:value`
    /// @param hub why it joins nothing; empty where it may
    record ContactLead(
            String name, int depth, Optional<String> from, ContactUses uses, Optional<String> hub)
            implements Lead {}

    /// A posting.
    ///
    /// @param uncrossed why its contacts lead nowhere; empty where they may
    record PostingLead(Hit hit, int depth, Optional<String> from, Optional<String> uncrossed)
            implements Lead {
        @Override
        public String name() {
            return hit.id();
        }
    }
}
