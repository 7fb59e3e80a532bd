/// Finds postings in the index: a query as people type it, in; ranked hits, out.
///
/// Start with [QueryLanguage] (text to [ParsedQuery], with every limit checked before Lucene sees
/// anything) and [PostingSearch] (opens the committed index read-only). Whatever cannot be
/// understood is a [QueryException] with its place; nothing is ever searched for in silence that
/// was not asked. Never writes.
@NullMarked
package lurewatch.indexer.search;

import org.jspecify.annotations.NullMarked;
