package lurewatch.indexer.contact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.text.Sayings;

/// Second accounts on a channel that is named once: `QQ：1000000591（小号：1000000592）`, `Telegram
/// name_01, backup name_02`.
final class SecondNames {
    /// From the first name to the word that leads to the second.
    private static final int APART = 4;

    private static final int MOST = 20;

    private static final Pattern QQ = Pattern.compile("[1-9]\\d{7,10}");

    /// A name that no word looks like.
    private static final Pattern MARKED = Pattern.compile("(?=\\w*[\\d_])[a-z]\\w{4,31}");

    private static final Pattern SECOND =
            Pattern.compile(
                    "(?<!\\p{L})(?:"
                            + Sayings.OF_CHANNELS.either("second-account")
                            + ")[\\s:：是为為=-]{0,3}+@?(?<name>\\w{5,32}+)(?![\\w@-]|\\.\\w)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private SecondNames() {}

    static void findIn(ScannedText scanned, Cues cues, ContactList contacts) {
        List<Contact> first =
                contacts.contacts().stream()
                        .filter(Contact::isInText)
                        .filter(c ->
                                HandleContacts.hasNames(c.kind()) || c.kind() == ContactKind.QQ)
                        .limit(MOST)
                        .toList();
        String raw = scanned.raw();
        for (Contact contact : first) {
            int end = Math.min(raw.length(), contact.end() + APART + 64);
            Matcher second = SECOND.matcher(raw).region(contact.end(), end);
            boolean follows =
                    second.useTransparentBounds(true).find()
                            && second.start() - contact.end() <= APART
                            && raw.substring(contact.end(), second.start()).indexOf('\n') < 0
                            && cues.between(contact.end(), second.start("name")).isEmpty()
                            && !contacts.isTaken(second.start("name"), second.end("name"));
            if (follows) {
                nameFor(contact.kind(), second.group("name"))
                        .ifPresent(name ->
                                contacts.add(
                                        new Contact(
                                                contact.kind(),
                                                name,
                                                second.group("name"),
                                                second.start("name"),
                                                second.end("name"),
                                                Math.min(contact.confidence(), 0.8),
                                                "second name after " + contact.kind().label())));
            }
        }
    }

    private static Optional<String> nameFor(ContactKind kind, String written) {
        String name = LowerCase.of(written);
        boolean fits =
                kind == ContactKind.QQ
                        ? QQ.matcher(name).matches()
                        : MARKED.matcher(name).matches()
                                && new Handle(name, 0, 0, true, false).fits(kind);
        return fits ? Optional.of(name) : Optional.empty();
    }
}
