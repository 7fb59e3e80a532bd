package lurewatch.indexer.extract;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.picture.PictureWords;
import lurewatch.indexer.picture.Pictures;

/// The pictures that a page carries in itself (`data:` addresses), read for the words in them.
/// Bounded for the whole page; a page without such pictures pays nothing.
final class DataPictures {
    private static final String SCHEME = "data:image/";
    private static final String ENCODING = ";base64,";
    private static final int MOST_PICTURES = 12;

    /// Base64 writes three bytes as four characters.
    private static final int LONGEST = Pictures.MOST_BYTES / 3 * 4 + 100;

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?:[a-z][a-z0-9+.-]{1,20}://|tel:|mailto:|sms:)\\S{3,1000}",
                    Pattern.CASE_INSENSITIVE);

    private int read;

    /// Whether an image's address may hold a picture that is read.
    static boolean isOne(String address) {
        return address.startsWith(SCHEME) && address.length() <= LONGEST;
    }

    /// The words in the picture at a `data:` address.
    List<PictureWords> wordsIn(String address) {
        if (!isOne(address) || read >= MOST_PICTURES) {
            return List.of();
        }
        read++;
        return payload(address).map(Pictures::read).orElse(List.of());
    }

    private static Optional<byte[]> payload(String address) {
        int encoded = address.indexOf(ENCODING);
        if (encoded < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Base64.getMimeDecoder().decode(address.substring(encoded + ENCODING.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // cut off or mistyped
        }
    }

    /// Adds what the picture says to a draft, with its origin before it so that evidence shows it.
    void addTo(Draft draft, String address) {
        wordsIn(address).forEach(found -> add(draft, found));
    }

    /// The same for a picture that came beside the text, as in a mail.
    void addTo(Draft draft, byte[] picture) {
        if (read < MOST_PICTURES) {
            read++;
            Pictures.read(picture).forEach(found -> add(draft, found));
        }
    }

    /// The contact links alone: outside the main text a code may lead to the site's own app.
    void addContactsTo(Draft draft, String address) {
        wordsIn(address).stream()
                .filter(found -> isAddress(found.words()) && ContactLinks.isContact(found.words()))
                .forEach(found -> add(draft, found));
    }

    private static void add(Draft draft, PictureWords found) {
        draft.alternative(found.origin().label() + ": " + found.words());
        if (isAddress(found.words())) {
            draft.link(found.words(), found.origin().label());
        }
    }

    private static boolean isAddress(String words) {
        return ADDRESS.matcher(words).matches();
    }
}
