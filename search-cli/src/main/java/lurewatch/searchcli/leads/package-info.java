/// Where a find leads: to other postings and contacts, to its life over time, to what is on the
/// rise.
///
/// Start with [Pivot]. Reads the index only, and all of one command from one commit; prints
/// nothing. What is found hangs on the postings and the question alone, never on the order in which
/// the index came to be.
@NullMarked
package lurewatch.searchcli.leads;

import org.jspecify.annotations.NullMarked;
