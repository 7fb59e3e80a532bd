package lurewatch.indexer.detect;

import java.util.Locale;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;

/// Mail addresses, plain (`name@host.com`) and spelled (`name [at] host dot com`, `name 골뱅이
/// host.com`). Read outwards from the sign, within bounds: the usual expression is quadratic.
final class EmailContacts {
    private static final int MAX_LOCAL = 64;
    private static final int MAX_DOMAIN = 120;
    private static final Pattern DOMAIN =
            Pattern.compile("[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,5}\\.[A-Za-z]{2,24}");
    private static final HeadedPattern SPELLED =
            HeadedPattern.compile(
                    "(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]{2,64})\\s{0,2}(?:[\\[({<]\\s?(?:at|a|@|골뱅이|앳)\\s?[\\])}>]|골뱅이|앳|(?<=\\s)at(?=\\s))\\s{0,2}"
                            + "([A-Za-z0-9-]{1,63}(?:\\s{0,2}(?:\\.|[\\[({]\\s?(?:dot|\\.|점|닷)\\s?[\\])}]|(?<=\\s)dot(?=\\s)|점|닷)\\s{0,2}[A-Za-z0-9-]{1,63}){1,5})(?![A-Za-z0-9])",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SPELLED_DOT =
            Pattern.compile(
                    "\\s*(?:[\\[({]\\s?(?:dot|\\.|점|닷)\\s?[\\])}]|\\sdot\\s|점|닷|\\.)\\s*",
                    Pattern.CASE_INSENSITIVE);

    private EmailContacts() {}

    static void findIn(TextViews views, ContactList contacts) {
        View view = views.cased();
        String text = view.text();
        for (int at = text.indexOf('@');
                at >= 0 && !contacts.isFull();
                at = text.indexOf('@', at + 1)) {
            readAround(view, at, contacts);
        }
        String lower = views.folded().text();
        if (lower.contains("골뱅이")
                || lower.contains("at]")
                || lower.contains("at)")
                || lower.contains("앳")
                || lower.contains("(a)")
                || lower.contains("(@)")
                || lower.contains("[@]")
                || (lower.contains(" at ") && lower.contains("dot"))) {
            SPELLED.find(
                    text,
                    0,
                    text.length(),
                    20,
                    m -> {
                        String domain = SPELLED_DOT.matcher(m.group(2)).replaceAll(".");
                        if (DOMAIN.matcher(domain).matches()
                                && !contacts.isTaken(
                                        view.rawStart(m.start()), view.rawEnd(m.end()))) {
                            String value = canonical(m.group(1) + "@" + domain);
                            contacts.add(
                                    ContactKind.EMAIL,
                                    value,
                                    view,
                                    m.start(),
                                    m.end(),
                                    0.9,
                                    "spelled mail");
                        }
                    });
        }
    }

    /// The domain does not know case, and in practice nor does the name.
    static String canonical(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }

    private static void readAround(View view, int at, ContactList contacts) {
        String text = view.text();
        int start = at;
        while (start > 0 && at - start < MAX_LOCAL && isLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        int end = at + 1;
        while (end < text.length() && end - at < MAX_DOMAIN && isDomain(text.charAt(end))) {
            end++;
        }
        while (end > at + 1 && !Scripts.isAsciiLetter(text.charAt(end - 1))) {
            end--;
        }
        if (start == at || !DOMAIN.matcher(text.substring(at + 1, end)).matches()) {
            return;
        }
        if (!contacts.isTaken(view.rawStart(start), view.rawEnd(end))) {
            contacts.add(
                    ContactKind.EMAIL,
                    canonical(text.substring(start, end)),
                    view,
                    start,
                    end,
                    0.98,
                    "mail");
        }
    }

    private static boolean isLocal(char c) {
        return Scripts.isAsciiWord(c) || c == '.' || c == '%' || c == '+' || c == '-';
    }

    private static boolean isDomain(char c) {
        return Scripts.isAsciiLetter(c) || Scripts.isAsciiDigit(c) || c == '.' || c == '-';
    }
}
