/// What another desk's pack says of postings that are here too.
///
/// Start with [OtherPack]. It reads somebody else's words under bounds, and keeps nothing itself.
@NullMarked
package lurewatch.searchcli.witness;

import org.jspecify.annotations.NullMarked;
