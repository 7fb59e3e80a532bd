package lurewatch.indexer.learned;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;

/// A text as the model reads it: lower case, cut to a bound, every address, link and number that
/// leads out of the board replaced by what kind of thing it is. The training set has such marks
/// where the data were, for the sake of those whom they name.
final class AdWords {
    /// Characters; four in five ads of the training set have less than 4,000.
    static final int LONGEST = 20_000;

    /// Counts are bounded, and a name before an `@` is tried at its first character only, so that
    /// no text makes these run for longer than its length.
    private static final Pattern LEADS =
            Pattern.compile(
                    "#(?<mark>URL|EMAIL|PHONE)_[0-9a-f]{16,64}#"
                            + "|(?<mail>(?<![\\w.+-])[\\w.+-]{1,64}+@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4})"
                            + "|(?<link>(?:https?://|www\\.)[^\\s<>\"]{1,500})"
                            + "|(?<phone>\\+\\d[\\d ().-]{6,18}\\d)");

    private AdWords() {}

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /// The text with its leads marked, in lower case.
    static String read(String text) {
        String cut = cut(text);
        StringBuilder read = new StringBuilder(cut.length());
        Matcher lead = LEADS.matcher(cut).useTransparentBounds(true);
        boolean mails = cut.indexOf('@') >= 0;
        int done = 0;
        for (int i = 0; i < cut.length(); i++) {
            if ((mayBegin(cut, i) || (mails && isMailName(cut, i)))
                    && lead.region(i, cut.length()).lookingAt()) {
                read.append(cut, done, i).append(' ').append(kind(lead)).append(' ');
                done = lead.end();
                i = done - 1;
            }
        }
        return LowerCase.of(read.append(cut, done, cut.length()).toString());
    }

    /// Whether a lead that is no mail address may begin there: to try each kind everywhere takes
    /// longer than the rest.
    private static boolean mayBegin(String text, int at) {
        return switch (text.charAt(at)) {
            case '#', '+' -> true;
            case 'h' -> text.startsWith("http", at);
            case 'w' -> text.startsWith("www.", at);
            default -> false;
        };
    }

    /// Whether a name begins there that goes on to an `@`.
    private static boolean isMailName(String text, int start) {
        if (!isInName(text.charAt(start)) || (start > 0 && isInName(text.charAt(start - 1)))) {
            return false;
        }
        int end = start;
        while (end < text.length() && isInName(text.charAt(end))) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '@';
    }

    private static boolean isInName(char c) {
        return ((c | 32) >= 'a' && (c | 32) <= 'z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.'
                || c == '+'
                || c == '-';
    }

    private static String kind(Matcher lead) {
        String mark = lead.group("mark");
        if (mark != null) {
            return "xx" + LowerCase.of(mark) + "xx";
        }
        if (lead.group("mail") != null) {
            return "xxemailxx";
        }
        return lead.group("link") != null ? "xxurlxx" : "xxphonexx";
    }
}
