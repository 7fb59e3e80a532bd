/// Standing questions: queries that fire when something happens to what they find.
///
/// Start with [Watch] and [Trigger]; [TriggerRules] decides what happened and is pure; [Round]
/// walks over what captures told since a watch last looked, in ledger order, so that its work is
/// that of what is new. What fired is an event in `casework.db`, once for each event id; what is
/// kept beside it (see [Bookmarks]) only saves work and may be lost.
@NullMarked
package lurewatch.searchcli.watch;

import org.jspecify.annotations.NullMarked;
