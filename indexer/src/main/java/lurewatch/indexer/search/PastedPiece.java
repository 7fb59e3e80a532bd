package lurewatch.indexer.search;

import java.util.Optional;
import lurewatch.indexer.Contact;
import lurewatch.indexer.index.IndexSchema;

/// A contact or URL that stands in what somebody pasted.
///
/// @param written as it stands there
/// @param contact empty for a URL
/// @param term `kind:value`; the bare value where any channel may be meant, as for `@name` and
///   numbers
/// @param exact the postings that have exactly this: no text is looked through
public record PastedPiece(
        String written, Optional<Contact> contact, String term, ParsedQuery exact) {
    /// Whether it may be this contact, written `kind:value`.
    boolean means(String key) {
        String wanted = IndexSchema.folded(term);
        return IndexSchema.folded(key).equals(wanted)
                || IndexSchema.folded(key.substring(key.indexOf(':') + 1)).equals(wanted);
    }
}
