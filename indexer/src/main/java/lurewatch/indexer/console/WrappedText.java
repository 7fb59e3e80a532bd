package lurewatch.indexer.console;

import java.util.ArrayList;
import java.util.List;

/// A text in lines of at most so many columns.
public final class WrappedText {
    private WrappedText() {}

    /// Broken between words; a word that is longer than a line stands alone and is not cut, so that
    /// paths can be copied.
    ///
    /// @param text safe for a terminal
    public static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            boolean fits =
                    TerminalText.width(line.toString()) + 1 + TerminalText.width(word) <= columns;
            if (!line.isEmpty() && !fits) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /// Behind a lead, which the further lines are indented by.
    public static String behind(String lead, String text, int columns) {
        int indent = TerminalText.width(lead);
        return lead + String.join("\n" + " ".repeat(indent), lines(text, columns - indent));
    }
}
