package lurewatch.searchcli.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private final Redaction redaction;
    private final Secrets secrets = new Secrets();

    /// What the list's contacts say; none of it is taken for the number of an identity card that
    /// only looks like one.
    private final Secrets reached = new Secrets();

    Redactor(Redaction redaction) {
        this.redaction = redaction;
    }

    /// Takes note of what this posting has that must not leave.
    void learn(AssessedPosting assessed) {
        JobPosting posting = assessed.posting();
        if (redaction.author() == Redaction.Mask.MASK) {
            posting.author().ifPresent(secrets::addName);
        }
        for (Contact contact : assessed.assessment().contacts()) {
            if (redaction.contacts().contains(contact.kind())) {
                learn(contact, secrets);
            }
            learn(contact, reached);
        }
        if (redaction.identityNumbers() == Redaction.Mask.MASK) {
            wordsOf(posting).forEach(this::learnIdentityNumbers);
        }
    }

    private static void learn(Contact contact, Secrets values) {
        if (NUMBERS.contains(contact.kind())) {
            values.addNumber(contact.value());
            values.addNumber(contact.raw());
        } else {
            values.add(contact.value());
            values.add(contact.raw());
        }
        values.add(contact.name());
    }

    /// All that strangers wrote in it.
    private static Stream<String> wordsOf(JobPosting posting) {
        return Stream.concat(
                Stream.of(posting.title() + "\n" + posting.text(), posting.url()),
                Stream.of(
                                posting.author(),
                                posting.employer(),
                                posting.location(),
                                posting.salary())
                        .flatMap(Optional::stream));
    }

    private void learnIdentityNumbers(String text) {
        for (IdentityNumbers.Hit hit : IdentityNumbers.in(text)) {
            if (isIdentityNumber(text, hit)) {
                secrets.addIdentityNumber(text.substring(hit.start(), hit.end()));
            }
        }
    }

    private boolean isIdentityNumber(String text, IdentityNumbers.Hit hit) {
        String number = text.substring(hit.start(), hit.end());
        boolean[] marks = new boolean[number.length()];
        reached.markIn(number, marks);
        return hit.isSure()
                || IntStream.range(0, marks.length)
                        .anyMatch(i -> !marks[i] && Character.isLetterOrDigit(number.charAt(i)));
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
        if (redaction.identityNumbers() == Redaction.Mask.MASK) {
            markIdentityNumbers(text, marks);
            for (Unescaped read : Unescaped.of(text)) {
                boolean[] marked = new boolean[read.text().length()];
                markIdentityNumbers(read.text(), marked);
                read.mark(marked, marks);
            }
        }
        return marks;
    }

    private void markIdentityNumbers(String text, boolean[] marks) {
        for (IdentityNumbers.Hit hit : IdentityNumbers.in(text)) {
            if (isIdentityNumber(text, hit)) {
                Arrays.fill(marks, hit.start(), hit.end(), true);
            }
        }
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
