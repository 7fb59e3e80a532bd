/// Hit lists in the exchange formats of others: STIX 2.1, MISP, FollowTheMoney.
///
/// Start with [StixBundle]. Ids are derived from what they name, so that a list that is handed on
/// again updates what the recipient has instead of doubling it ([Uuids]).
@NullMarked
package lurewatch.searchcli.interchange;

import org.jspecify.annotations.NullMarked;
