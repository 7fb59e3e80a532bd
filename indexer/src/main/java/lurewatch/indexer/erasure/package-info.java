/// What is to be erased: chosen, written down, and looked for afterwards.
///
/// Start with [ErasureChoice], which turns what somebody asked for into an [ErasurePlan]: the
/// captures that go, what else they show, and the [Trace]s by which the content would be known
/// again. [Remains] searches a data directory for them. Each program takes the plan and erases in
/// what it owns; [lurewatch.indexer.archive.ArchiveEraser] does it in the archive.
///
/// Nothing here changes anything but the plan's own file.
@NullMarked
package lurewatch.indexer.erasure;

import org.jspecify.annotations.NullMarked;
