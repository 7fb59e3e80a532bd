/// A text model of general job fraud in English board ads: learned from labelled ads, explained by
/// words.
///
/// Start with [lurewatch.indexer.fraud.FraudModel], which is read once and scores millions of texts
/// without any I/O, in time linear in the text; [lurewatch.indexer.fraud.FraudTrainer] makes one.
/// It never judges texts in other languages, and never says anything about compounds.
@NullMarked
package lurewatch.indexer.fraud;

import org.jspecify.annotations.NullMarked;
