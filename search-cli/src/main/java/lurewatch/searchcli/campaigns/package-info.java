/// Campaigns for investigators: what the facts say hangs together, with analysts' splits, merges
/// and labels laid over it, and what its texts have in common and what differs.
///
/// Start with [Campaigns]. Decisions are events in casework, never rows of the facts: a replay
/// keeps them.
@NullMarked
package lurewatch.searchcli.campaigns;

import org.jspecify.annotations.NullMarked;
