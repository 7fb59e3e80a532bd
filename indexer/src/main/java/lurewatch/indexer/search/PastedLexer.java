package lurewatch.indexer.search;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;

/// Recognises what people paste: contacts in any writing, and URLs, defanged ones too.
final class PastedLexer {
    /// A lexeme and where the query goes on behind it.
    record Found(Lexeme.Operand lexeme, int end) {}

    /// Digits and what stands between them in numbers; bounded, as nothing longer is a number.
    private static final Pattern NUMBER =
            Pattern.compile("(?:tel:)?\\(?\\+?[0-9][0-9 ()./\\u00a0-]{5,28}");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?(\\.\\..*)?");
    private static final Pattern SCHEME = Pattern.compile("(?i)h(?:tt|xx)ps?://.+");

    /// What a run has to have before the contact reader is asked: plain words are words, even when
    /// somebody's handle is spelled the same.
    private static final Pattern MARKED = Pattern.compile(".*[@/.:].*|[A-Za-z0-9]{26,}");

    /// What parts the entries of a list.
    private static final Pattern SEPARATOR = Pattern.compile("[,;|，；、]");

    private static final int FEWEST_DIGITS = 7;

    /// What E.164 allows, behind a `00`: of two numbers side by side nobody makes one.
    private static final int MOST_DIGITS = 17;

    private final Function<String, Optional<Contact>> contactReader;

    PastedLexer(Function<String, Optional<Contact>> contactReader) {
        this.contactReader = contactReader;
    }

    Optional<Found> at(String query, int at) {
        int phoneEnd = phoneEnd(query, at);
        if (phoneEnd > at) {
            String written = query.substring(at, phoneEnd);
            return contactReader
                    .apply(written)
                    .map(contact -> new Found(new Lexeme.Pasted(at, written, contact), phoneEnd));
        }
        return runAt(query, at);
    }

    private Optional<Found> runAt(String query, int at) {
        String written = run(query, at);
        if (!MARKED.matcher(written).matches()) {
            return Optional.empty();
        }
        int end = at + written.length();
        String refanged = refanged(written);
        Optional<Contact> contact =
                contactReader.apply(refanged).filter(c -> c.kind() != ContactKind.URL);
        if (contact.isPresent()) {
            return Optional.of(new Found(new Lexeme.Pasted(at, written, contact.get()), end));
        }
        if (SCHEME.matcher(refanged).matches()) {
            return Optional.of(new Found(new Lexeme.Address(at, refanged), end));
        }
        return Optional.empty();
    }

    /// What [#at] finds, or else the first of a list without blanks: `@one;@two`. In a query that
    /// is one word, which a `-` before it leaves out as a whole.
    Optional<Found> listed(String text, int at) {
        return at(text, at).or(() -> firstOfList(run(text, at), at));
    }

    /// What stands before the first separator of a list without blanks: `@one;@two`.
    private Optional<Found> firstOfList(String written, int at) {
        Matcher separator = SEPARATOR.matcher(written);
        if (!separator.find() || separator.start() == 0) {
            return Optional.empty();
        }
        String first = written.substring(0, separator.start());
        return contactReader
                .apply(refanged(first))
                .filter(contact ->
                        contact.kind() != ContactKind.URL && MARKED.matcher(first).matches())
                .map(contact ->
                        new Found(new Lexeme.Pasted(at, first, contact), at + first.length()));
    }

    /// Where the longest phone number that starts at `at` ends; `at` where none does.
    int phoneEnd(String query, int at) {
        Matcher number = NUMBER.matcher(query).region(at, query.length());
        if (!number.lookingAt() || DATE.matcher(run(query, at)).matches()) {
            return at;
        }
        boolean mayHoldBlanks = !Character.isDigit(query.charAt(at)) || query.charAt(at) == '0';
        for (int end = number.end(); end > at; end--) {
            if (endsNumber(query, end) && isPhone(query.substring(at, end), mayHoldBlanks)) {
                return end;
            }
        }
        return at;
    }

    static boolean isSeparator(String query, int at) {
        return at < query.length() && SEPARATOR.matcher(query.substring(at, at + 1)).matches();
    }

    private static boolean endsNumber(String query, int end) {
        return Character.isDigit(query.charAt(end - 1))
                && (end == query.length()
                        || QueryLexer.isBlank(query.charAt(end))
                        || query.charAt(end) == ')'
                        || isSeparator(query, end));
    }

    private boolean isPhone(String written, boolean mayHoldBlanks) {
        long digits = written.chars().filter(Character::isDigit).count();
        return digits >= FEWEST_DIGITS
                && digits <= MOST_DIGITS
                && (mayHoldBlanks || written.chars().noneMatch(Character::isSpaceChar))
                && isBalanced(written)
                && contactReader
                        .apply(written)
                        .filter(contact ->
                                contact.kind() == ContactKind.PHONE
                                        || contact.kind() == ContactKind.WHATSAPP)
                        .isPresent();
    }

    /// Whether each parenthesis closes one before it: in `(a OR +959…) (096…)` two numbers do not
    /// become one.
    private static boolean isBalanced(String written) {
        int open = 0;
        for (int i = 0; i < written.length() && open >= 0; i++) {
            char c = written.charAt(i);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return open == 0;
    }

    /// Everything up to the next blank, quote or unopened parenthesis, less closing punctuation.
    private static String run(String query, int from) {
        int end = from;
        int open = 0;
        while (end < query.length()) {
            char c = query.charAt(end);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (QueryLexer.isBlank(c) || c == '"' || open < 0) {
                break;
            }
            end++;
        }
        while (end > from && ",;.".indexOf(query.charAt(end - 1)) >= 0) {
            end--;
        }
        return query.substring(from, end);
    }

    /// `hxxps://jobs[.]example` as it was before somebody made it harmless.
    static String refanged(String written) {
        return written.replaceFirst("(?i)^hxxp", "http")
                .replace("[.]", ".")
                .replace("(.)", ".")
                .replace("[:]", ":")
                .replace("[@]", "@");
    }
}
