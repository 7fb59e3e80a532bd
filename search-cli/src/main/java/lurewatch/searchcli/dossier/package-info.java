/// A hit list for people: one HTML file that needs nothing beside it, and the same as PDF.
///
/// Start with [Dossier]. No script, no link that leads out of the file, nothing fetched; all text
/// of strangers passes [HtmlText].
@NullMarked
package lurewatch.searchcli.dossier;

import org.jspecify.annotations.NullMarked;
