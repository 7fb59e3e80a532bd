package lurewatch.indexer.detect;

import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;

/// Contacts at which a recruiter may answer. Land lines and free numbers are those of hotlines and
/// offices; web and mail addresses stand under every article.
final class LiveContacts {
    private LiveContacts() {}

    static boolean isLive(Contact contact) {
        return contact.kind() == ContactKind.PHONE
                ? !contact.isLandLine()
                : contact.kind().isAccount() && !contact.kind().isShowcase();
    }
}
