package lurewatch.indexer.detect;

import java.util.List;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.scan.Signs;

/// How a recruiter may be answered, by whose words: those of the text or those that it quotes.
///
/// @param quoted the contacts that stand within quotes, of a text that tells more than it quotes
/// @param isOwn whether a messenger's account stands outside of them, or a number and none is
///   quoted: who gives an ad in full may add the number to report such ads to
record QuotedContacts(List<Evidence> quoted, boolean isOwn) {
    static QuotedContacts of(Judge.Found found) {
        return of(found, Signs.in(found.scanned().raw(), found.spans()));
    }

    static QuotedContacts of(Judge.Found found, Signs signs) {
        String raw = found.scanned().raw();
        List<Contact> live = found.contacts().stream().filter(LiveContacts::isLive).toList();
        if (live.isEmpty() || !signs.tellsMoreThanItQuotes(raw, found.spans())) {
            return new QuotedContacts(List.of(), !live.isEmpty());
        }
        List<Contact> own = live.stream().filter(c -> !isQuoted(signs, raw, c)).toList();
        List<Evidence> quoted =
                live.stream()
                        .filter(c -> isQuoted(signs, raw, c))
                        .map(c -> Evidence.in(raw, c.start(), c.end()))
                        .toList();
        boolean isOwn =
                quoted.isEmpty()
                        ? !own.isEmpty()
                        : own.stream().anyMatch(c -> c.kind() != ContactKind.PHONE);
        return new QuotedContacts(quoted, isOwn);
    }

    private static boolean isQuoted(Signs signs, String raw, Contact contact) {
        return contact.isInText()
                && signs.isQuoted(Evidence.in(raw, contact.start(), contact.end()));
    }

    /// Whether none is the text's own.
    boolean areAll() {
        return !isOwn;
    }
}
