/// What was learned from labelled texts, and what says it of a text: each explained by its words.
///
/// [lurewatch.indexer.learned.FraudModel] scores English board ads for general job fraud; it says
/// nothing about compounds. [lurewatch.indexer.learned.WordingModel] tells in any language how like
/// lures a passage is worded. Both are read once and take millions of texts without any I/O, in
/// time linear in the text; [lurewatch.indexer.learned.FraudTrainer] and
/// [lurewatch.indexer.learned.WordingTrainer] make them.
@NullMarked
package lurewatch.indexer.learned;

import org.jspecify.annotations.NullMarked;
