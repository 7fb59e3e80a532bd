package lurewatch.indexer.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.PastedText;

/// Recognises what people paste: contacts in any writing, and URLs, defanged ones too.
final class PastedLexer {
    /// A lexeme and where the query goes on behind it.
    record Found(Lexeme.Operand lexeme, int end) {}

    /// Digits and what stands between them in numbers; bounded, as nothing longer is a number.
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\u200b{0,3}(?:tel:)?\\u200b{0,3}\\(?\\+?\\u200b{0,3}[0-9][0-9 ()./\\u200b-]{5,34}");

    /// As much of a query as a number may take.
    private static final int LONGEST_NUMBER = 50;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?(\\.\\..*)?");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?i)h(?:tt|xx)ps?://.+"
                            + "|(?:(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,8}(?:\\p{L}{2,24}|xn--[a-z0-9-]{2,59})"
                            + "|(?:\\d{1,3}\\.){3}\\d{1,3})(?::\\d{1,5})?/[^,;|，；、]*");

    /// What a run has to have before the contact reader is asked: plain words are words, even when
    /// somebody's handle is spelled the same.
    private static final Pattern MARKED = Pattern.compile(".*[@/.:].*|[A-Za-z0-9]{26,}");

    /// What parts the entries of a list.
    private static final Pattern SEPARATOR = Pattern.compile("[,;|，；、]");

    /// What ends a sentence or a list behind what stands in it.
    private static final String CLOSING = ",;.:!?…，；：！？。、";

    /// Sums in groups of thousands.
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,3}(?:[.,][0-9]{3})+");

    private static final int FEWEST_DIGITS = 7;

    /// Of a number that is apart and may be several.
    private static final int FEWEST_APART = 9;

    /// What E.164 allows, behind a `00`: of two numbers side by side nobody makes one.
    private static final int MOST_DIGITS = 17;

    private final ContactReader contactReader;

    PastedLexer(ContactReader contactReader) {
        this.contactReader = contactReader;
    }

    Optional<Found> at(String query, int at) {
        int phoneEnd = phoneEnd(query, at);
        return phoneEnd > at ? numberAt(query, at, phoneEnd) : runAt(query, at);
    }

    private Optional<Found> numberAt(String query, int at, int end) {
        String written = PastedText.visible(query.substring(at, end));
        Optional<Lexeme.Operand> number =
                dialled(written)
                        .<Lexeme.Operand>map(contact -> new Lexeme.Pasted(at, written, contact))
                        .or(() ->
                                Optional.of(contactReader.atHome(written))
                                        .filter(values -> !values.isEmpty())
                                        .map(values -> new Lexeme.Home(at, written, values)));
        return number.map(lexeme -> new Found(lexeme, behind(query, end)));
    }

    private Optional<Found> runAt(String query, int at) {
        String written = run(query, at);
        String refanged = refanged(PastedText.visible(written));
        if (!MARKED.matcher(PastedText.plain(written)).matches()) {
            return Optional.empty();
        }
        int end = behind(query, at + written.length());
        Optional<Contact> contact =
                contactReader.read(refanged).filter(c -> c.kind() != ContactKind.URL);
        if (contact.isPresent()) {
            String visible = PastedText.visible(written);
            return Optional.of(new Found(new Lexeme.Pasted(at, visible, contact.get()), end));
        }
        if (isAddress(refanged)) {
            return Optional.of(new Found(new Lexeme.Address(at, refanged), end));
        }
        return Optional.empty();
    }

    /// Whether it is a URL, or a host and a path; made harmless or not.
    static boolean isAddress(String written) {
        return ADDRESS.matcher(refanged(written)).matches();
    }

    /// Where what a sentence or list puts behind something ends; there, where more follows.
    static int behind(String query, int end) {
        int behind = end;
        while (behind < query.length() && isClosing(query.charAt(behind))) {
            behind++;
        }
        return isEnd(query, behind) ? behind : end;
    }

    /// The same without what ends a sentence behind it.
    static String unclosed(String written) {
        int end = written.length();
        while (end > 0 && isClosing(written.charAt(end - 1))) {
            end--;
        }
        return written.substring(0, end);
    }

    private static boolean isClosing(char c) {
        return CLOSING.indexOf(c) >= 0 || PastedText.isInvisible(c);
    }

    private static boolean isEnd(String query, int at) {
        return at == query.length()
                || QueryLexer.isBlank(query.charAt(at))
                || query.charAt(at) == '"'
                || query.charAt(at) == ')';
    }

    /// What of a list looks like a number, a link or a handle and was not read as one; empty where
    /// nothing does.
    String unread(String text, int at) {
        String written = run(text, at);
        Matcher number = numberIn(text, at);
        if (number.lookingAt()) {
            String digits = number.group().replaceAll("\\D+$", "");
            boolean isApart = digits.indexOf(' ') >= 0;
            if (digitsIn(digits) >= (isApart ? FEWEST_APART : FEWEST_DIGITS)
                    && !AMOUNT.matcher(digits).matches()
                    && !DATE.matcher(written).matches()) {
                return text.substring(at, at + digits.length());
            }
        }
        boolean looksMeant =
                (written.startsWith("@") && written.length() > 1)
                        || isAddress(written)
                        || written.contains("://");
        return looksMeant ? written : "";
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
                .read(refanged(first))
                .filter(contact ->
                        contact.kind() != ContactKind.URL && MARKED.matcher(first).matches())
                .map(contact ->
                        new Found(new Lexeme.Pasted(at, first, contact), at + first.length()));
    }

    /// Where the longest phone number that starts at `at` ends; `at` where none does.
    int phoneEnd(String query, int at) {
        Matcher number = numberIn(query, at);
        if (!number.lookingAt() || DATE.matcher(run(query, at)).matches()) {
            return at;
        }
        String plain = number.group();
        for (int length = plain.length(); length > 0; length--) {
            if (endsNumber(plain, query, at, length) && isPhone(plain.substring(0, length))) {
                return at + length;
            }
        }
        return at;
    }

    /// Over what a number may take, each sign as a keyboard writes it.
    private static Matcher numberIn(String query, int at) {
        int end = Math.min(query.length(), at + LONGEST_NUMBER);
        StringBuilder plain = new StringBuilder(end - at);
        for (int i = at; i < end; i++) {
            plain.append(PastedText.plain(query.charAt(i)));
        }
        return NUMBER.matcher(plain);
    }

    /// What a word is as a list; itself where it is none.
    static List<String> entries(String word) {
        return SEPARATOR.splitAsStream(word).filter(entry -> !entry.isEmpty()).toList();
    }

    static boolean isSeparator(String query, int at) {
        return at < query.length() && SEPARATOR.matcher(query.substring(at, at + 1)).matches();
    }

    private static boolean endsNumber(String plain, String query, int at, int length) {
        int end = at + length;
        return Character.isDigit(plain.charAt(length - 1))
                && (isEnd(query, behind(query, end)) || isSeparator(query, end));
    }

    private boolean isPhone(String written) {
        long digits = digitsIn(written);
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS || !isBalanced(written)) {
            return false;
        }
        boolean mayHoldBlanks = !Character.isDigit(written.charAt(0)) || written.charAt(0) == '0';
        boolean isOne = mayHoldBlanks || written.indexOf(' ') < 0;
        return isOne && (dialled(written).isPresent() || !contactReader.atHome(written).isEmpty());
    }

    /// With a code of its country, that is, or what a link says.
    private Optional<Contact> dialled(String written) {
        return contactReader
                .read(written)
                .filter(contact ->
                        contact.kind() == ContactKind.PHONE
                                || contact.kind() == ContactKind.WHATSAPP);
    }

    private static long digitsIn(String written) {
        return written.chars().filter(Character::isDigit).count();
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
    static String run(String query, int from) {
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
        return unclosed(query.substring(from, end));
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
