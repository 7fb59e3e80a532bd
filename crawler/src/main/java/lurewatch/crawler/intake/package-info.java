/// What others saved, in files: web archives, pages, chat exports, tables of posts, mails. Each is
/// read record by record, under bounds, and handed on with its place in the file.
///
/// Start with [lurewatch.crawler.intake.Intake]. Nothing here is unpacked to disk, connects
/// anywhere, or writes an archive; what a record says is read later, from the archived bytes.
@NullMarked
package lurewatch.crawler.intake;

import org.jspecify.annotations.NullMarked;
