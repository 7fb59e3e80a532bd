/// The facts: what was found in the captures, in SQLite.
///
/// Start with [FactsStore] (the one writer) and [FactsReader] (any number of readers, who cannot
/// write). The only package here that speaks SQL. All of it is derived: `archive/` and `config/`
/// give the same rows again, which is why commits need not survive a power cut and why nothing here
/// reads a clock.
@NullMarked
package lurewatch.indexer.store;

import org.jspecify.annotations.NullMarked;
