/// Files for others: one hit list in the formats that its recipient can read.
///
/// Start with [HitList], what is handed on, decided, marked and redacted once; every [PackWriter]
/// gets exactly that. [Pack] puts their files into a directory that appears whole or not at all.
/// Writers of exchange formats and of dossiers stand in packages of their own and know this one.
@NullMarked
package lurewatch.searchcli.export;

import org.jspecify.annotations.NullMarked;
