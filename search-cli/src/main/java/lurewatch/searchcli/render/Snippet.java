package lurewatch.searchcli.render;

import java.util.List;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.console.TerminalText;

/// A stretch of a text around what was found in it, on one line.
final class Snippet {
    private static final int BEFORE = 30;

    /// So many columns of the first match are shown, whatever stands before it.
    private static final int LEAST_OF_MATCH = 12;

    private Snippet() {}

    /// At most `columns` wide, from a little before the first match on; matches are marked.
    static String of(String text, List<Evidence> matches, int columns, Style style) {
        int from = matches.isEmpty() ? 0 : from(text, matches.getFirst(), columns, style);
        int until = onBoundary(text, Math.min(text.length(), from + 2 * columns));
        StringBuilder snippet = new StringBuilder(from > 0 ? "…" : "");
        int left = columns - snippet.length();
        int at = from;
        for (Evidence match : matches) {
            if (match.start() < at || match.end() > until) {
                continue;
            }
            left -= append(snippet, shown(text, at, match.start()), left);
            int room = left - style.quoteColumns();
            if (room > 0) {
                String whole = shown(text, match.start(), match.end());
                String quote = TerminalText.cut(whole, room);
                snippet.append(style.quote(quote));
                left = quote.equals(whole) ? room - TerminalText.width(quote) : 0;
            }
            at = match.end();
        }
        append(snippet, shown(text, at, until), left);
        return snippet.toString();
    }

    /// Where the snippet begins: letters may be two columns wide.
    private static int from(String text, Evidence match, int columns, Style style) {
        int from = onBoundary(text, Math.max(0, match.start() - BEFORE));
        String quote = shown(text, match.start(), match.end());
        int room =
                columns
                        - 1 // for the sign that something stands before
                        - style.quoteColumns()
                        - Math.min(TerminalText.width(quote), LEAST_OF_MATCH);
        while (from < match.start()
                && TerminalText.width(shown(text, from, match.start())) > room) {
            from += Character.charCount(text.codePointAt(from));
        }
        return from;
    }

    private static int append(StringBuilder snippet, String shown, int left) {
        if (left <= 0) {
            return 0;
        }
        String cut = TerminalText.cut(shown, left);
        snippet.append(cut);
        return TerminalText.width(cut);
    }

    private static String shown(String text, int start, int end) {
        return TerminalText.line(text.substring(start, end)).replaceAll(" {2,}", " ");
    }

    private static int onBoundary(String text, int at) {
        boolean splitsPair =
                at > 0
                        && at < text.length()
                        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return splitsPair ? at - 1 : at;
    }
}
