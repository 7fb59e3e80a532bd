/// Files for others: the hit list as CSV or JSON Lines.
///
/// Start with [HitList], what is handed on and what is held back, computed once; every writer gets
/// exactly that. A file appears whole or not at all ([WholeFile]).
@NullMarked
package lurewatch.searchcli.export;

import org.jspecify.annotations.NullMarked;
