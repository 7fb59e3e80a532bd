/// What is given to be assessed: a text, a page, or a list of texts, from a file or a pipe.
///
/// Start with [Intake]. Everything is bounded, and a line that cannot be read is an input of its
/// own ([Input.Unreadable]), so that the answer to the next line still stands beside it.
@NullMarked
package lurewatch.searchcli.intake;

import org.jspecify.annotations.NullMarked;
