/// What lets others check what was handed on, and what keeps account of it here.
///
/// Start with [Audit], the append-only account of what left and what was called back. Nothing here
/// writes into the archive.
@NullMarked
package lurewatch.searchcli.custody;

import org.jspecify.annotations.NullMarked;
