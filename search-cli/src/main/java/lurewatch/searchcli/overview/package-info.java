/// What is new, on one screen: counts, what rises, where it leads, what nobody has looked at yet,
/// and what to do about it.
///
/// Start with [Survey], which gathers an [Overview] from index, facts and casework and changes
/// nothing; [OverviewText] and [OverviewJson] show it.
@NullMarked
package lurewatch.searchcli.overview;

import org.jspecify.annotations.NullMarked;
