/// Makes assessed postings findable: writes the Lucene index that `search` reads.
///
/// Start with [PostingIndex], the writer, and [IndexSchema], the one place that knows field names,
/// analyzers and how matches weigh. The index is derived: delete it and a replay writes it again,
/// with the same hits in the same order. Nothing here reads facts or decides what a posting is.
@NullMarked
package lurewatch.indexer.index;

import org.jspecify.annotations.NullMarked;
