/// What lets others check what was handed on.
///
/// Start with [Seal], which puts into a pack what proves it, and [BagCheck], which looks at a pack
/// as a stranger would. [Keys] are the sender's signing keys; the account of what left and what was
/// called back stands in [lurewatch.searchcli.casework]. Nothing here writes into the archive.
@NullMarked
package lurewatch.searchcli.custody;

import org.jspecify.annotations.NullMarked;
