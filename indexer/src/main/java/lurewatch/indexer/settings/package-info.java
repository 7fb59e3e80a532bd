/// Reads what an operator edits: YAML into records, strictly.
///
/// Start with [lurewatch.indexer.settings.StrictYaml]. Every failure is a
/// [lurewatch.indexer.settings.SettingsException] whose message says file, line, column, what is
/// wrong and what is allowed. It never knows which settings exist: whoever needs them says so by
/// the record that it asks for.
@NullMarked
package lurewatch.indexer.settings;

import org.jspecify.annotations.NullMarked;
