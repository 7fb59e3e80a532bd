/// Finds the rules' words and patterns in the views of a text, and says what surrounds them: its
/// sentences, its parts, the languages that it may be in.
///
/// Start with [lurewatch.indexer.scan.Scanner], which gives a [lurewatch.indexer.scan.ScannedText].
/// Pure, and linear in the text's length whatever the text is. It knows no contacts and no scores.
@NullMarked
package lurewatch.indexer.scan;

import org.jspecify.annotations.NullMarked;
