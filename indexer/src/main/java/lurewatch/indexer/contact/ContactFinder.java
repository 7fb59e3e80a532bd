package lurewatch.indexer.contact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Link;
import lurewatch.indexer.Place;
import lurewatch.indexer.scan.Reading;

/// All contacts of a text: the surest grammars first, so that what they read is not read again.
public final class ContactFinder {
    private static final Pattern HOST = Pattern.compile("^(?:https?://|[^@/]*@)?([^/:]+)");

    private ContactFinder() {}

    /// Finds them, in the order in which they were found.
    ///
    /// @param host where the text was published, where that is known
    public static List<Contact> find(
            Reading reading,
            List<Place> places,
            List<Link> links,
            Optional<String> host,
            PlainWords plainWords) {
        ContactList contacts = new ContactList(reading.raw());
        CountryWords words = new CountryWords(reading);
        List<String> countries =
                Stream.concat(places.stream().map(Place::country), words.named().stream())
                        .distinct()
                        .toList();
        Cues cues = new Cues(reading);
        BackwardNames.findIn(reading, cues, contacts);
        OtherKeys.findIn(reading, cues, contacts);
        SplitLines.findIn(reading, cues, contacts);
        SpokenLinks.findIn(reading.views(), contacts);
        LinkContacts.findIn(reading.views(), contacts);
        SpelledAddresses.findIn(reading.views(), contacts);
        ProfileContacts.findIn(reading, cues, contacts);
        EmailContacts.findIn(reading.views(), cues, contacts);
        WalletContacts.findIn(reading.views().cased(), contacts);
        IbanContacts.findIn(reading.views().cased(), contacts);
        HandleContacts.findIn(reading, cues, plainWords, contacts);
        BankContacts.findIn(reading, cues, contacts);
        PlacedRegions regions =
                new PlacedRegions(
                        reading.languages(), countries, words, () -> hosts(host, contacts));
        DeducedNumbers.findIn(reading, cues, regions, contacts);
        new PhoneContacts(reading, cues, regions, contacts).find();
        new SpelledNumbers(reading, cues, regions, contacts).find();
        SecondNames.findIn(reading, cues, contacts);
        SameContacts.findIn(reading, cues, contacts);
        UnclaimedChannels.findIn(reading, cues, contacts);
        NumbersAlsoCalled.findIn(reading, cues, contacts);
        LinkContacts.findIn(links, contacts);
        return CutNames.without(reading.raw(), contacts.contacts());
    }

    /// Where the text was published, and the hosts of the addresses that it gives.
    private static List<String> hosts(Optional<String> host, ContactList contacts) {
        return Stream.concat(
                        host.stream(),
                        contacts.contacts().stream()
                                .filter(c ->
                                        c.kind() == ContactKind.EMAIL
                                                || c.kind() == ContactKind.URL)
                                .map(c -> HOST.matcher(c.value()))
                                .filter(Matcher::find)
                                .map(m -> m.group(1)))
                .toList();
    }
}
