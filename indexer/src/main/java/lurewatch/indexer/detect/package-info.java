/// Finds places, pay and signals in a text beside its contacts, and says how they add up.
///
/// Start with [lurewatch.indexer.detect.Detector]. Everything is a pure function of the text and
/// the rules: no files, no clock, no chance, no logging. One class per idea, all but the two doors
/// package-private. It describes texts and never says who is guilty. Work is linear in the text's
/// length; a detector that fails costs itself and is named in the assessment.
@NullMarked
package lurewatch.indexer.detect;

import org.jspecify.annotations.NullMarked;
