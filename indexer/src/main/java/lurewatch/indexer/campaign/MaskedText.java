package lurewatch.indexer.campaign;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Contact;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.text.TextViews;

/// A text as a row of words, with what changes from copy to copy as slots. Writings that differ
/// only in case, width, invisible characters or look-alikes give the same words.
///
/// @param words in text order; no two slots of one kind stand side by side
public record MaskedText(List<Word> words) {
    /// Texts are compared by this much of them: about four pages.
    private static final int LONGEST = 16_000;

    /// Shorter names are words of the language too often to be taken out of it.
    private static final int SHORTEST_NAME = 3;

    /// What may stand in a slot.
    public enum Slot {
        CONTACT("contact"),
        NUMBER("number"),
        NAME("name");

        private final String label;

        Slot(String label) {
            this.label = label;
        }

        /// As templates show it: `<number>`.
        public String shown() {
            return "<" + label + ">";
        }
    }

    /// A word, or a slot.
    ///
    /// @param text folded; for a slot as it is shown
    /// @param weight how much of a shingle it fills: one letter of a script without spaces says
    ///   less than a word
    /// @param start where it stands in the raw text
    public record Word(String text, int weight, int start, int end, Optional<Slot> slot) {}

    public MaskedText {
        words = List.copyOf(words);
    }

    /// A posting's text; its contacts are where the assessment found them, its names what the page
    /// gives as author and employer.
    public static MaskedText of(AssessedPosting assessed) {
        return of(assessed, TextViews.of(assessed.posting().text()));
    }

    /// @param views of the posting's text
    static MaskedText of(AssessedPosting assessed, TextViews views) {
        List<String> names =
                Stream.of(assessed.posting().author(), assessed.posting().employer())
                        .flatMap(Optional::stream)
                        .toList();
        List<Contact> contacts =
                assessed.assessment().contacts().stream().filter(Contact::isInText).toList();
        return of(views, contacts, names);
    }

    /// Any text: contacts are what looks like one by its form alone.
    public static MaskedText of(String text) {
        return of(TextViews.of(text), List.of(), List.of());
    }

    static MaskedText of(TextViews whole, List<Contact> contacts, List<String> names) {
        TextViews views =
                whole.raw().length() > LONGEST
                        ? TextViews.of(whole.raw().substring(0, LONGEST))
                        : whole;
        BitSet contactPlaces = placesNamedAgain(contacts, views.raw());
        contacts.forEach(contact -> contactPlaces.set(contact.start(), contact.end()));
        return new MaskedText(
                new Masking(views.folded(), contactPlaces, placesOf(names, views.raw())).words());
    }

    /// A contact is found once, and ads name theirs at their top and again at their end.
    private static BitSet placesNamedAgain(List<Contact> contacts, String text) {
        List<String> written =
                contacts.stream()
                        .map(Contact::raw)
                        .filter(raw -> raw.length() >= SHORTEST_NAME)
                        .distinct()
                        .toList();
        BitSet places = new BitSet();
        for (String raw : written) {
            for (int at = text.indexOf(raw); at >= 0; at = text.indexOf(raw, at + raw.length())) {
                int end = at + raw.length();
                boolean isWhole =
                        (at == 0 || !isOfName(text.charAt(at - 1)))
                                && (end == text.length() || !isOfName(text.charAt(end)));
                if (isWhole) {
                    places.set(at, end);
                }
            }
        }
        return places;
    }

    private static boolean isOfName(char c) {
        return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
    }

    private static BitSet placesOf(List<String> names, String text) {
        BitSet places = new BitSet();
        String lower = LowerCase.of(text);
        if (lower.length() != text.length()) {
            return places;
        }
        for (String name : names) {
            String wanted = LowerCase.of(name.strip());
            if (wanted.length() < SHORTEST_NAME) {
                continue;
            }
            for (int at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
                places.set(at, at + wanted.length());
            }
        }
        return places;
    }

    /// The words side by side, slots as `<contact>`: for people.
    public String shown() {
        StringBuilder shown = new StringBuilder();
        for (Word word : words) {
            shown.append(shown.isEmpty() ? "" : " ").append(word.text());
        }
        return shown.toString();
    }
}
