/// What texts are copies of one another: a text with its contacts, numbers and names as slots, and
/// its sketch, by which copies are found among millions.
///
/// Start with [MaskedText], then [Sketches]. Pure: no I/O, no clock, nothing of other postings.
@NullMarked
package lurewatch.indexer.campaign;

import org.jspecify.annotations.NullMarked;
