/// What texts are copies of one another, and which postings belong together: a text with its
/// contacts, numbers and names as slots, its sketch, by which copies are found among millions, and
/// the campaigns that postings form as they become known.
///
/// Start with [MaskedText], then [Sketches], then [Grouping]. No clock, no randomness: the same
/// postings form the same campaigns. What [Grouping] remembers is in the store.
@NullMarked
package lurewatch.indexer.campaign;

import org.jspecify.annotations.NullMarked;
