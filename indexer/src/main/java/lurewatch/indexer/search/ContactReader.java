package lurewatch.indexer.search;

import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.Contact;

/// Understands contacts as people paste them.
@FunctionalInterface
public interface ContactReader {
    /// The contact, in any writing; empty for what is none.
    Optional<Contact> read(String pasted);

    /// What contacts with a number may be called that does not say its country, as people write it
    /// at home; empty for what is none.
    default Set<String> atHome(String pasted) {
        return Set.of();
    }
}
