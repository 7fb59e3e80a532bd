package lurewatch.searchcli.command;

import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.Contact;
import lurewatch.indexer.contact.HomeNumber;
import lurewatch.indexer.contact.PastedContact;
import lurewatch.indexer.search.ContactReader;

/// Contacts as people paste them, by what the detector knows of them.
final class PastedContacts implements ContactReader {
    @Override
    public Optional<Contact> read(String pasted) {
        return PastedContact.read(pasted);
    }

    @Override
    public Set<String> atHome(String pasted) {
        return HomeNumber.read(pasted).map(HomeNumber::values).orElse(Set.of());
    }
}
