package lurewatch.indexer.contact;

import java.util.List;
import lurewatch.indexer.Contact;
import lurewatch.indexer.LowerCase;

/// Names that a page cut off: titles and summaries end at so many characters, also in the middle of
/// a name, and what is left of it is somebody else's or nobody's. The whole name stands further
/// below.
final class CutNames {
    /// How many characters before a name and before its beginning are the same where one is the
    /// other's copy: more than a messenger's name and a colon.
    private static final int COPIED = 20;

    private static final String ELLIPSIS = "…";

    private CutNames() {}

    /// The contacts but for those that are the beginning of another's name and end where the text
    /// was cut.
    static List<Contact> without(String raw, List<Contact> contacts) {
        return contacts.size() < 2
                ? contacts
                : contacts.stream()
                        .filter(c -> contacts.stream().noneMatch(other -> isCut(raw, c, other)))
                        .toList();
    }

    private static boolean isCut(String raw, Contact part, Contact whole) {
        return part.kind() == whole.kind()
                && part.isInText()
                && HandleContacts.hasNames(part.kind())
                && !whole.value().equals(part.value())
                && whole.value().startsWith(onFirstLine(part))
                && (endsCut(raw, part) || isCopied(raw, part, whole));
    }

    /// The name without what the next line seems to add: `sample_` and the word that begins there.
    private static String onFirstLine(Contact part) {
        int end = part.raw().indexOf('\n');
        return end < 0
                ? part.value()
                : LowerCase.of(part.raw().substring(0, end).strip().replace("@", ""));
    }

    /// Whether an ellipsis follows, or the name ends as none does.
    private static boolean endsCut(String raw, Contact part) {
        return onFirstLine(part).endsWith("_")
                || raw.startsWith(ELLIPSIS, part.end())
                || raw.startsWith("..", part.end());
    }

    /// Whether a line ends with the part that says the same as what stands before the whole.
    private static boolean isCopied(String raw, Contact part, Contact whole) {
        boolean endsLine = part.end() == raw.length() || raw.charAt(part.end()) == '\n';
        return endsLine
                && part.start() >= COPIED
                && whole.start() >= COPIED
                && raw.regionMatches(part.start() - COPIED, raw, whole.start() - COPIED, COPIED);
    }
}
