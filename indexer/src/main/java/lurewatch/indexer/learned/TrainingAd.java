package lurewatch.indexer.learned;

import lurewatch.indexer.Particulars;

/// An ad whose answer is known.
///
/// @param group ads that copy one another have the same one; they are never split between training
///   and test, and together count as one where frequencies are learned
public record TrainingAd(String group, String text, Particulars particulars, boolean isFraud) {}
