package lurewatch.indexer.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;

/// The contacts of a posting by which it may belong together with others.
final class LinkingContacts {
    /// An ad gives a few; what gives more is a list of other people's, and joins nothing.
    private static final int MOST = 8;

    private static final double SURE = 0.7;

    private LinkingContacts() {}

    /// None in a warning, which names other people's; none that only a link of the page carries.
    static List<Contact> of(Assessment assessment) {
        if (!assessment.context().allowsSuspicion()) {
            return List.of();
        }
        Map<String, Contact> byKey = new LinkedHashMap<>();
        for (Contact contact : assessment.contacts()) {
            if (contact.isInText() && contact.confidence() >= SURE && mayLink(contact.kind())) {
                byKey.putIfAbsent(contact.key(), contact);
            }
        }
        return byKey.size() > MOST ? List.of() : List.copyOf(byKey.values());
    }

    /// Pages and addresses are given by whoever likes them.
    private static boolean mayLink(ContactKind kind) {
        return kind != ContactKind.URL && kind != ContactKind.MESSENGER && !kind.isShowcase();
    }
}
