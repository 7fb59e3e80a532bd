/// What lets others check what was handed on, and what keeps account of it here.
///
/// Start with [Seal], which puts into a pack what proves it, and [BagCheck], which looks at a pack
/// as a stranger would. [Audit] is the append-only account of what left and what was called back,
/// [Keys] the sender's signing keys. Nothing here writes into the archive.
@NullMarked
package lurewatch.searchcli.custody;

import org.jspecify.annotations.NullMarked;
