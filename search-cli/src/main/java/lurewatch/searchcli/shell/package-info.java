/// One process for many commands: a prompt with history and completion, or lines from a script.
///
/// Start with [Shell]. [ShellWords] says how a line falls into words, [WordCompleter] what may come
/// next, [Running] how Ctrl-C stops a command. What a command does is not known here.
@NullMarked
package lurewatch.searchcli.shell;

import org.jspecify.annotations.NullMarked;
