/// Finds postings and links in a captured page.
///
/// Start with [lurewatch.indexer.extract.Extractor], the only door: it decodes the payload as a
/// browser would ([lurewatch.indexer.extract.PageText]), parses it once, walks the tree once
/// ([lurewatch.indexer.extract.PageScan]) and then asks, in this order, the site's recipe, the
/// readers of known kinds (channel, forum, feed), schema.org data, and the main text.
///
/// Everything here is a pure function of its arguments. Nothing opens a connection, reads a file,
/// asks the time or throws on any input: what one reader cannot read becomes a line in
/// [lurewatch.indexer.extract.Extraction#failures()], and the others go on.
@NullMarked
package lurewatch.indexer.extract;

import org.jspecify.annotations.NullMarked;
