package lurewatch.indexer.detect;

import java.util.List;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;

/// Where a reader is to answer out of sight: at a messenger or mobile, or by a private message on
/// the site itself, for which nothing but a word stands.
final class Answers {
    private Answers() {}

    static boolean areLive(List<Contact> contacts) {
        return contacts.stream().anyMatch(LiveContacts::isLive);
    }

    static boolean arePrivate(Reading reading, List<Contact> contacts) {
        return areLive(contacts) || !WordGroups.in(reading, WordGroups.PRIVATELY).isEmpty();
    }

    /// At an address as well: who looks for mules writes letters like an office's.
    static boolean areGiven(Reading reading, List<Contact> contacts) {
        return arePrivate(reading, contacts)
                || contacts.stream().anyMatch(c -> c.kind() == ContactKind.EMAIL);
    }
}
