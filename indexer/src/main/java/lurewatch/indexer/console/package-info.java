/// What both programs share where they meet people and pipes: exit codes, how a failure is told,
/// and the one encoder each for terminals and for JSON.
///
/// Start with [lurewatch.indexer.console.CommandShell]. Nothing here knows what a command does.
@NullMarked
package lurewatch.indexer.console;

import org.jspecify.annotations.NullMarked;
