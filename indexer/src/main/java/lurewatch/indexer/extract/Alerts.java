package lurewatch.indexer.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a script says in a window of its own before it does anything else. Many boards answer
/// so, with status 200 and an empty page, that a post is gone or that one has to log in.
final class Alerts {
    /// Longer texts are no notices. Of a script no more than its head is looked at.
    private static final int LONGEST = 600;

    private static final int HEAD = 1024;

    private static final Pattern FIRST =
            Pattern.compile(
                    "(?:\\s|//\\s?<!\\[CDATA\\[|<!--)*+(?:window\\.)?alert\\s?\\(\\s?"
                            + "(?:\"((?:[^\"\\\\\n]|\\\\.){1,600}+)\"|'((?:[^'\\\\\n]|\\\\.){1,600}+)')");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|(.))");

    private Alerts() {}

    /// What the script begins with saying; empty where it does not.
    static String first(String script) {
        Matcher first = FIRST.matcher(Prose.shortened(script, HEAD));
        if (!first.lookingAt()) {
            return "";
        }
        String written = first.group(1) == null ? first.group(2) : first.group(1);
        String said =
                ESCAPE.matcher(written)
                        .replaceAll(escape ->
                                Matcher.quoteReplacement(
                                        escape.group(1) == null
                                                ? plain(escape.group(2))
                                                : unicode(escape.group(1))));
        return Prose.shortened(said, LONGEST);
    }

    private static String plain(String escaped) {
        return switch (escaped) {
            case "n", "r", "t" -> "\n";
            default -> escaped;
        };
    }

    private static String unicode(String digits) {
        return Character.toString((char) Integer.parseInt(digits, 16));
    }
}
