/// How things look: for people on a terminal, and as JSON Lines for programs.
///
/// Everything shown was written by strangers. Text for people goes through
/// [lurewatch.indexer.console.TerminalText] and links through [lurewatch.indexer.console.Defang],
/// strings in JSON through [lurewatch.indexer.console.JsonText]; nothing else may put it on a
/// stream.
@NullMarked
package lurewatch.searchcli.render;

import org.jspecify.annotations.NullMarked;
