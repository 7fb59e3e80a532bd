package lurewatch.indexer.detect;

import java.util.List;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Link;
import lurewatch.indexer.Place;

/// All contacts of a text: the surest grammars first, so that what they read is not read again.
final class ContactFinder {
    private ContactFinder() {}

    static List<Contact> find(Reading reading, List<Place> places, List<Link> links) {
        ContactList contacts = new ContactList(reading.raw());
        List<String> countries = places.stream().map(Place::country).distinct().toList();
        List<String> regions = Regions.of(reading.languages(), countries);
        LinkContacts.findIn(reading.views(), contacts);
        EmailContacts.findIn(reading.views(), contacts);
        WalletContacts.findIn(reading.views().cased(), contacts);
        HandleContacts.findIn(reading, contacts);
        BankContacts.findIn(reading, contacts);
        new PhoneContacts(reading, regions, contacts).find();
        new SpelledNumbers(reading, regions, contacts).find();
        LinkContacts.findIn(links, contacts);
        return contacts.contacts();
    }
}
