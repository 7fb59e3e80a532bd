/// The subcommands: what each takes, does and answers.
///
/// Start with [CommandTree], which runs one, and [lurewatch.indexer.console.ExitCode], where
/// endings become numbers. Each command opens what it needs and nothing else: a search loads no
/// detector.
@NullMarked
package lurewatch.searchcli.command;

import org.jspecify.annotations.NullMarked;
