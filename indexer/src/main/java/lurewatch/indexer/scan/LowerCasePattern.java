package lurewatch.indexer.scan;

import java.util.regex.Pattern;

/// Regular expressions for views that are in lower case already: what would be compared without
/// case, several times slower, is made lower case once.
public final class LowerCasePattern {
    private LowerCasePattern() {}

    public static Pattern of(String regex) {
        boolean classes = regex.contains("\\w") || regex.contains("\\W") || regex.contains("\\b");
        return Pattern.compile(lower(regex), classes ? Pattern.UNICODE_CHARACTER_CLASS : 0);
    }

    /// Lower case, but for what follows a backslash: `\\S` is not `\\s`.
    private static String lower(String regex) {
        StringBuilder lower = new StringBuilder(regex.length());
        int i = 0;
        while (i < regex.length()) {
            int codePoint = regex.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (codePoint == '\\' && next < regex.length()) {
                int end = afterEscape(regex, next);
                lower.append(regex, i, end);
                i = end;
            } else {
                lower.appendCodePoint(Character.toLowerCase(codePoint));
                i = next;
            }
        }
        return lower.toString();
    }

    private static int afterEscape(String regex, int index) {
        return switch (regex.charAt(index)) {
            case 'u' -> Math.min(regex.length(), index + 5);
            case 'p', 'P' -> regex.indexOf('}', index) + 1;
            default -> index + 1;
        };
    }
}
