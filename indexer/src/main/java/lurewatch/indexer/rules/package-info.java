/// The rules by which postings are judged, read from `config/signals` into immutable values.
///
/// Start with [lurewatch.indexer.rules.Rules]. All reading of files is here, so that detectors stay
/// pure. It reads strictly (a wrong row is a [lurewatch.indexer.settings.SettingsException] with
/// its place in the file) and never judges a text itself.
@NullMarked
package lurewatch.indexer.rules;

import org.jspecify.annotations.NullMarked;
