package lurewatch.searchcli.command;

import java.util.Optional;
import lurewatch.indexer.Contact;

/// Reads what a person pasted as a contact.
final class Contacts {
    private Contacts() {}

    static Optional<Contact> read(String pasted) {
        return Optional.empty();
    }
}
