package lurewatch.crawler.driver;

import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.console.TerminalText;

/// A text in lines of at most so many columns.
final class WrappedText {
    private WrappedText() {}

    /// Broken between words; a word that is longer than a line stands alone and is not cut, so that
    /// paths can be copied.
    ///
    /// @param text safe for a terminal
    static List<String> lines(String text, int columns) {
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
}
