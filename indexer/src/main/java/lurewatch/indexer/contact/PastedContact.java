package lurewatch.indexer.contact;

import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.text.PastedText;
import lurewatch.indexer.text.TextViews;

/// Understands a contact as a person pastes it: `@name`, `t.me/name`, `wa.me/…`, `+855 96 123
/// 4567`, a mail or wallet address, or `kind:value`. Needs no rules, and gives the same canonical
/// value as the `Detector` does. Signs may be as copying left them; see [PastedText].
public final class PastedContact {
    private static final int MAX_LENGTH = 500;
    private static final Pattern NAME = Pattern.compile("@([A-Za-z0-9][A-Za-z0-9_.]{2,31})");
    private static final Pattern PHONE = Pattern.compile("\\(?(?:\\+|00)[0-9 ().\\-/]{6,30}");

    private PastedContact() {}

    /// The contact, without a place in any text; empty for what is none.
    public static Optional<Contact> read(String pasted) {
        if (pasted.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String text = PastedText.plain(pasted).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return name(text)
                .or(() -> phone(text))
                .or(() -> wallet(text))
                .or(() -> LinkContacts.ofLink(text))
                .or(() -> mail(text))
                .or(() -> labelled(text));
    }

    private static Optional<Contact> name(String text) {
        return NAME.matcher(text).matches()
                ? Optional.of(pasted(ContactKind.TELEGRAM, LowerCase.of(text.substring(1)), text))
                : Optional.empty();
    }

    private static Optional<Contact> phone(String text) {
        if (!PHONE.matcher(text).matches()) {
            return Optional.empty();
        }
        // (+84) 900 000 000
        String bare = text.startsWith("(") ? text.substring(1).replaceFirst("\\)", " ") : text;
        String international = bare.startsWith("00") ? "+" + bare.substring(2) : bare;
        return PhoneNumbers.international(international)
                .map(number -> pasted(ContactKind.PHONE, number, text));
    }

    private static Optional<Contact> wallet(String text) {
        return Wallets.kindOf(text).map(kind -> pasted(kind, text, text));
    }

    private static Optional<Contact> mail(String text) {
        ContactList contacts = new ContactList(text);
        EmailContacts.findIn(TextViews.of(text), Cues.none(), contacts);
        return contacts.contacts().stream()
                .filter(contact -> contact.raw().equals(text))
                .findFirst()
                .map(contact -> pasted(ContactKind.EMAIL, contact.value(), text));
    }

    /// `wechat:name`, the key under which contacts are shown.
    private static Optional<Contact> labelled(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon + 1 == text.length() || text.indexOf(' ') >= 0) {
            return Optional.empty();
        }
        return ContactKind.labelled(text.substring(0, colon))
                .map(kind -> pasted(kind, text.substring(colon + 1), text));
    }

    private static Contact pasted(ContactKind kind, String value, String text) {
        return new Contact(kind, value, text, -1, -1, 1, "pasted");
    }
}
