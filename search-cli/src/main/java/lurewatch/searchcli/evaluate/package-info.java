/// How good the detector is on texts whose answer somebody knows: recall, precision, false alarms,
/// ranking, calibration, contacts and places, each with what it was counted from.
///
/// Start with [Evaluation]; [CaseFile] reads what it is fed, [Report] prints what it found. Runs
/// the very detector that `assess` runs, and never changes what that one judges by.
@NullMarked
package lurewatch.searchcli.evaluate;

import org.jspecify.annotations.NullMarked;
