/// Reads a text as a person would: views of it that undo what ads do to hide their words, each with
/// exact offsets back to the raw text; and the languages that it is written in.
///
/// Start with [lurewatch.indexer.text.TextViews]. Views are for matching only: what is stored,
/// shown and quoted is always the raw text. Nothing here knows what the words mean. All work is
/// linear in the length of the text.
@NullMarked
package lurewatch.indexer.text;

import org.jspecify.annotations.NullMarked;
