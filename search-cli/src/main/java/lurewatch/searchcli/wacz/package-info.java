/// The captures of a hit list as a WACZ file, which replays in a browser.
///
/// Start with [WaczFile], which writes one, and [WaczCheck], which looks at one as a stranger
/// would. The records are those of the archive, byte for byte; nothing is masked in them, so a list
/// of which something is masked has no such file.
@NullMarked
package lurewatch.searchcli.wacz;

import org.jspecify.annotations.NullMarked;
