/// What analysts did: cases, labels, notes, and the account of searches and exports, in
/// `casework.db` of the data directory.
///
/// Start with [lurewatch.searchcli.casework.EventLog]: all of it is one append-only log of events,
/// chained by hashes, and the state of a case is what its events add up to. Whoever needs to
/// remember something else that analysts do adds a kind of event and reads it back; nothing here is
/// ever overwritten. The only SQL of this module. Never touches facts, index or archive.
@NullMarked
package lurewatch.searchcli.casework;

import org.jspecify.annotations.NullMarked;
