package lurewatch.searchcli.export;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.JobPosting;

/// Masks what a redaction names, in all items of a list: a number that is a contact in one posting
/// is masked in another too that merely mentions it. Given the whole list first ([#learn]), then
/// item by item ([#redacted]).
final class Redactor {
    /// Stands for each masked UTF-16 unit, so that offsets hold and all see that something was
    /// there.
    static final char MASK = '█';

    private static final Set<ContactKind> NUMBERS =
            Set.of(
                    ContactKind.PHONE,
                    ContactKind.WHATSAPP,
                    ContactKind.ZALO,
                    ContactKind.VIBER,
                    ContactKind.SIGNAL,
                    ContactKind.BANK);

    /// Numbers that name a person: of Korean residents, Thai and Chinese citizens, Taiwanese
    /// citizens, and passports. Gaps are bounded and nothing nests, so that time is linear.
    private static final Pattern IDENTITY =
            Pattern.compile(
                    "(?<![0-9A-Za-z])(?:"
                            + "\\d{6}[- ]?[1-8]\\d{6}"
                            + "|\\d[- ]?\\d{4}[- ]?\\d{5}[- ]?\\d{2}[- ]?\\d"
                            + "|\\d{17}[0-9Xx]"
                            + "|[A-Z][12]\\d{8}"
                            + "|[A-Z]{1,2}\\d{7,8}"
                            + "|[A-Z]\\d{3}[A-Z]\\d{4}"
                            + ")(?![0-9A-Za-z])");

    private final Redaction redaction;
    private final Secrets secrets = new Secrets();

    Redactor(Redaction redaction) {
        this.redaction = redaction;
    }

    /// Takes note of what this posting has that must not leave.
    void learn(AssessedPosting assessed) {
        JobPosting posting = assessed.posting();
        if (redaction.author() == Redaction.Mask.MASK) {
            posting.author().ifPresent(secrets::addName);
        }
        if (redaction.identityNumbers() == Redaction.Mask.MASK) {
            IDENTITY.matcher(posting.title() + "\n" + posting.text())
                    .results()
                    .forEach(number -> secrets.add(number.group()));
        }
        for (Contact contact : assessed.assessment().contacts()) {
            if (redaction.contacts().contains(contact.kind())) {
                learn(contact);
            }
        }
    }

    private void learn(Contact contact) {
        if (NUMBERS.contains(contact.kind())) {
            secrets.addNumber(contact.value());
            secrets.addNumber(contact.raw());
        } else {
            secrets.add(contact.value());
            secrets.add(contact.raw());
        }
    }

    /// The item without it.
    Item redacted(Item item) {
        if (redaction.equals(Redaction.NONE)) {
            return item;
        }
        int[] count = new int[1];
        List<Item.Contact> contacts = item.contacts().stream().map(this::redacted).toList();
        count[0] = (int) contacts.stream().filter(Item.Contact::masked).count();
        String whole = item.title() + "\n" + item.text();
        boolean[] marks = marksIn(whole);
        CutLines.mark(whole, marks);
        int textStart = item.title().length() + 1;
        boolean[] marksOfTitle = Arrays.copyOf(marks, item.title().length());
        boolean[] marksOfText = Arrays.copyOfRange(marks, textStart, marks.length);
        if (redaction.text() == Redaction.Text.QUOTES) {
            markUnquoted(item, marksOfText);
            markUnquotedTitle(item, marksOfTitle, marksOfText);
        }
        return item.masked(
                written -> masked(written, marksIn(written), count),
                written -> masked(written, marksOfLabel(written), count),
                written -> masked(written, marksOfAuthor(written), count),
                masked(item.title(), marksOfTitle, count),
                masked(item.text(), marksOfText, count),
                contacts,
                () -> count[0]);
    }

    /// A text about these items, without what is masked in them.
    String masked(String text) {
        return masked(text, marksIn(text), new int[1]);
    }

    private Item.Contact redacted(Item.Contact contact) {
        boolean isMasked = redaction.masks(contact.kind()) || any(marksIn(contact.value()));
        return isMasked
                ? new Item.Contact(contact.kind(), String.valueOf(MASK).repeat(3), "redacted", true)
                : contact;
    }

    private boolean[] marksIn(String text) {
        boolean[] marks = new boolean[text.length()];
        secrets.markIn(text, marks);
        return marks;
    }

    /// Where only quotes go along, nothing of a label does: it is none.
    private boolean[] marksOfLabel(String written) {
        boolean[] marks = marksIn(written);
        for (int i = 0; i < marks.length && redaction.text() == Redaction.Text.QUOTES; i++) {
            marks[i] |= !Character.isWhitespace(written.charAt(i));
        }
        return marks;
    }

    /// A name that is a field of its own is masked whole, however short it is.
    private boolean[] marksOfAuthor(String written) {
        boolean[] marks = marksIn(written);
        if (redaction.author() == Redaction.Mask.MASK) {
            Arrays.fill(marks, true);
        }
        return marks;
    }

    private static void markUnquoted(Item item, boolean[] marks) {
        boolean[] quoted = new boolean[marks.length];
        for (Item.Why why : item.why()) {
            for (Item.Quote quote : why.quotes()) {
                for (int i = quote.start(); i < quote.end(); i++) {
                    quoted[i] = true;
                }
            }
        }
        for (int i = 0; i < marks.length; i++) {
            marks[i] |= !quoted[i] && !Character.isWhitespace(item.text().charAt(i));
        }
    }

    /// Of a title that begins a line of the text, what is masked there; of any other, all.
    private static void markUnquotedTitle(Item item, boolean[] marks, boolean[] marksOfText) {
        String title = item.title().strip();
        int before = item.title().indexOf(title);
        int line = ("\n" + item.text()).indexOf("\n" + title);
        for (int i = 0; i < title.length(); i++) {
            marks[before + i] |=
                    line < 0 ? !Character.isWhitespace(title.charAt(i)) : marksOfText[line + i];
        }
    }

    private static String masked(String text, boolean[] marks, int[] count) {
        char[] units = text.toCharArray();
        for (int i = 0; i < units.length; i++) {
            if (marks[i]) {
                count[0] += i == 0 || !marks[i - 1] ? 1 : 0;
                units[i] = MASK;
            }
        }
        return new String(units);
    }

    private static boolean any(boolean[] marks) {
        for (boolean mark : marks) {
            if (mark) {
                return true;
            }
        }
        return false;
    }
}
