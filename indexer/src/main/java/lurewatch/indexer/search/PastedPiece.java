package lurewatch.indexer.search;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lurewatch.indexer.index.IndexSchema;

/// A contact or URL that stands in what somebody pasted, or both: a link to a post names its
/// channel, too.
///
/// @param written as it stands there
/// @param terms what the contact may be called: `kind:value`, or the bare value where any channel
///   may be meant, as for `@name` and numbers
/// @param contact the postings that have exactly this contact: no text is looked through; empty for
///   a mere URL
/// @param address the posting at exactly this URL; empty for what is none
public record PastedPiece(
        String written,
        Set<String> terms,
        Optional<ParsedQuery> contact,
        Optional<ParsedQuery> address) {
    public PastedPiece {
        terms = terms.stream().map(IndexSchema::folded).collect(Collectors.toUnmodifiableSet());
    }

    /// What looks like a contact or URL and is none that can be looked up.
    static PastedPiece unread(String written) {
        return new PastedPiece(written, Set.of(), Optional.empty(), Optional.empty());
    }

    /// Whether it can be looked up.
    public boolean isRead() {
        return contact.isPresent() || address.isPresent();
    }

    /// Whether it may be this contact, written `kind:value`.
    boolean means(String key) {
        String value = key.substring(key.indexOf(':') + 1);
        return terms.contains(IndexSchema.folded(key))
                || terms.contains(
                        IndexSchema.folded(value.startsWith("@") ? value.substring(1) : value));
    }
}
