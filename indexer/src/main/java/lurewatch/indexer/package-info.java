/// The nouns of Lurewatch: what was captured, what was found in it and what it was taken for.
///
/// Start with [Capture] (bytes seen at a time), then [JobPosting] (what those bytes say), then
/// [Assessment] (what that may be, and every reason). Nothing here reads, writes, logs or asks the
/// time: the packages around this one do, and they know these nouns but not each other.
@NullMarked
package lurewatch.indexer;

import org.jspecify.annotations.NullMarked;
