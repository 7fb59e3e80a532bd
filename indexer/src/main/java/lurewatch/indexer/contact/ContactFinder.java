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
import lurewatch.indexer.scan.ScannedText;

/// All contacts of a text: the surest grammars first, so that what they read is not read again.
public final class ContactFinder {
    private static final Pattern HOST = Pattern.compile("^(?:https?://|[^@/]*@)?([^/:]+)");

    private ContactFinder() {}

    /// Finds them, in the order in which they were found.
    ///
    /// @param host where the text was published, where that is known
    public static List<Contact> find(
            ScannedText scanned,
            List<Place> places,
            List<Link> links,
            Optional<String> host,
            PlainWords plainWords) {
        ContactList contacts = new ContactList(scanned.raw());
        CountryWords words = new CountryWords(scanned);
        List<String> countries =
                Stream.concat(places.stream().map(Place::country), words.named().stream())
                        .distinct()
                        .toList();
        Cues cues = new Cues(scanned);
        BackwardNames.findIn(scanned, cues, contacts);
        OtherKeys.findIn(scanned, cues, contacts);
        SplitLines.findIn(scanned, cues, contacts);
        SpokenLinks.findIn(scanned.views(), contacts);
        LinkContacts.findIn(scanned.views(), contacts);
        SpelledAddresses.findIn(scanned.views(), contacts);
        ProfileContacts.findIn(scanned, cues, contacts);
        EmailContacts.findIn(scanned.views(), cues, contacts);
        WalletContacts.findIn(scanned.views().cased(), contacts);
        IbanContacts.findIn(scanned.views().cased(), contacts);
        HandleContacts.findIn(scanned, cues, plainWords, contacts);
        BankContacts.findIn(scanned, cues, contacts);
        PlacedRegions regions =
                new PlacedRegions(
                        scanned.languages(), countries, words, () -> hosts(host, contacts));
        DeducedNumbers.findIn(scanned, cues, regions, contacts);
        new PhoneContacts(scanned, cues, regions, contacts).find();
        new SpelledNumbers(scanned, cues, regions, contacts).find();
        SecondNames.findIn(scanned, cues, contacts);
        SameContacts.findIn(scanned, cues, contacts);
        UnclaimedChannels.findIn(scanned, cues, contacts);
        NumbersAlsoCalled.findIn(scanned, cues, contacts);
        LinkContacts.findIn(links, contacts);
        return CutNames.without(scanned.raw(), contacts.contacts());
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
