/// Finds the contacts in a text, plain and in disguise: names, numbers, addresses, links, wallets.
///
/// Start with [lurewatch.indexer.contact.ContactFinder]. One class per idea, all but a few
/// package-private. Pure, and bounded on every text; what is ambiguous is rather not read. Words of
/// languages stand in tables, read by [lurewatch.indexer.text.Sayings].
@NullMarked
package lurewatch.indexer.contact;

import org.jspecify.annotations.NullMarked;
