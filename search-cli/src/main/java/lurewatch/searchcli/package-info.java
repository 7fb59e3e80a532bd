/// The program that reads: search, show, assess, export. Arguments in, exit code out.
///
/// Start with [Main], then `command` (one class per subcommand), `render` (everything that is
/// printed for people passes it) and `export` (files for others). Never writes the crawler's data.
@NullMarked
package lurewatch.searchcli;

import org.jspecify.annotations.NullMarked;
