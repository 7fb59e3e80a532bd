/// Finds the contacts in a text, plain and in disguise: names, numbers, addresses, links, wallets.
///
/// Start with [lurewatch.indexer.contact.ContactFinder]. One class per idea, all but a few
/// package-private. Pure, and bounded on every text; what is ambiguous is rather not read. Words of
/// languages stand in tables, read by [lurewatch.indexer.text.Sayings].
///
/// What one finder has read is taken, and no later one reads it again
/// ([lurewatch.indexer.contact.ContactList]). So they run from what is surest to what only its
/// neighbours make a contact:
///
/// 1. What the text says has to be undone first, for a plain reading would be another's contact:
///    `BackwardNames`, `OtherKeys`, `SplitLines`.
/// 2. What has a form of its own. Links: `SpokenLinks`, `LinkContacts` by `LinkGrammar`,
///    `SpelledAddresses`, `ProfileContacts`. Mail: `EmailContacts` with `SpokenHosts`, `ToldMails`,
///    `PictureMails`, `StandInMail`. Wallets and accounts, by their check digits: `WalletContacts`,
///    `IbanContacts`.
/// 3. Names behind the word for a channel, found by [lurewatch.indexer.contact.Cues]:
///    `HandleContacts`, which reads plain ones itself and asks one class for each habit of disguise
///    (`SpelledLetters`, `JoinedNames`, `Initials`, `HashTags` and so on). `BankContacts`.
/// 4. Numbers, as the plans of likely countries have them (`PlacedRegions`): first those that only
///    what the text says makes one (`DeducedNumbers` and what it asks: `ReversedNumbers`,
///    `NumberParts`, `JunkInNumbers`, `DialogueNumbers` and so on), then digits (`PhoneContacts`),
///    then words (`SpelledNumbers`).
/// 5. What earlier contacts tell of others: `SecondNames`, `SameContacts`, `UnclaimedChannels`,
///    `NumbersAlsoCalled`; the page's own links; and `CutNames` takes away what a page cut off.
@NullMarked
package lurewatch.indexer.contact;

import org.jspecify.annotations.NullMarked;
