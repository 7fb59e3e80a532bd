package lurewatch.indexer.contact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;

/// Addresses written letter by letter: `t . m e / s a m p l e`, `n a m e @ h o s t . c o m`.
final class SpelledAddresses {
    /// Fewer single characters in a row are initials or a list.
    private static final int SHORTEST = 8;

    private static final int LONGEST = 120;
    private static final int LONGEST_LABEL = 24;
    private static final Pattern MAIL =
            Pattern.compile(
                    "[A-Za-z0-9._%+-]{2,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,4}\\.[A-Za-z]{2,24}");

    private final View view;
    private final String text;
    private final ContactList contacts;

    private SpelledAddresses(TextViews views, ContactList contacts) {
        this.view = views.cased();
        this.text = view.text();
        this.contacts = contacts;
    }

    static void findIn(TextViews views, ContactList contacts) {
        new SpelledAddresses(views, contacts).find();
    }

    private void find() {
        if (!mayHoldAny()) {
            return;
        }
        int i = 0;
        while (i < text.length() && !contacts.isFull()) {
            int end = stretchEnd(i);
            if ((end - i + 1) / 2 >= SHORTEST) {
                read(i, end);
            }
            i = Math.max(end, i) + 1;
        }
    }

    /// Whether every other character is a blank somewhere: asked once in so many characters that no
    /// stretch can lie between.
    private boolean mayHoldAny() {
        for (int i = 0; i + SHORTEST / 2 < text.length(); i += SHORTEST) {
            boolean alternate = true;
            for (int next = i + 1; alternate && next <= i + SHORTEST / 2; next++) {
                alternate = (text.charAt(next) == ' ') != (text.charAt(next - 1) == ' ');
            }
            if (alternate) {
                return true;
            }
        }
        return false;
    }

    /// Where the single characters with one blank between two end that begin at `start`.
    private int stretchEnd(int start) {
        if (start > 0 && text.charAt(start - 1) > ' ') {
            return start;
        }
        int i = start;
        while (i < text.length() && text.charAt(i) > ' ' && i - start < 2 * LONGEST) {
            boolean goesOn =
                    i + 2 < text.length()
                            && text.charAt(i + 1) == ' '
                            && view.rawEnd(i + 2) - view.rawStart(i + 1) == 1
                            && (i + 3 == text.length() || text.charAt(i + 3) <= ' ');
            if (!goesOn) {
                return i + 1;
            }
            i += 2;
        }
        return i;
    }

    private void read(int start, int end) {
        StringBuilder letters = new StringBuilder();
        for (int i = start; i < end; i += 2) {
            letters.append(text.charAt(i));
        }
        int single = letters.length();
        appendLastLabel(letters, end);
        String address = letters.toString();
        String lower = LowerCase.of(address);
        for (LinkGrammar grammar : LinkGrammar.thatMayBeIn(lower)) {
            Matcher matcher = grammar.pattern().matcher(address);
            if (matcher.find()) {
                grammar.name()
                        .apply(matcher)
                        .ifPresent(name ->
                                add(
                                        grammar.kind(),
                                        name,
                                        grammar.method(),
                                        start,
                                        single,
                                        matcher));
            }
        }
        Matcher mail = MAIL.matcher(address);
        if (lower.indexOf('@') > 0 && mail.find()) {
            add(
                    ContactKind.EMAIL,
                    EmailContacts.canonical(mail.group()),
                    "mail",
                    start,
                    single,
                    mail);
        }
    }

    /// The last label is often written as a word: `h o s t . com`.
    private void appendLastLabel(StringBuilder letters, int end) {
        boolean open = letters.charAt(letters.length() - 1) == '.' && letters.indexOf("@") > 0;
        int to = end + 1;
        while (open && to < text.length() && Scripts.isAsciiLetter(text.charAt(to))) {
            to++;
        }
        int length = to - end - 1;
        if (length >= 2 && length <= LONGEST_LABEL) {
            letters.append(text, end + 1, to);
        }
    }

    /// @param single how many characters stand apart; those after them stand together
    private void add(
            ContactKind kind, String value, String method, int start, int single, Matcher matcher) {
        int from = start + 2 * matcher.start();
        int to =
                matcher.end() <= single
                        ? start + 2 * matcher.end() - 1
                        : start + single + matcher.end();
        if (!contacts.isTaken(view.rawStart(from), view.rawEnd(to))) {
            contacts.add(
                    kind, value, view, from, to, 0.9, "spelled " + method, Concealment.DISGUISED);
        }
    }
}
