package lurewatch.searchcli.shell;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.Parser;

/// How the line editor sees a line: whole when it is accepted, up to the cursor when something is
/// to be completed. What is completed is the piece behind the last blank, in quotes as well:
/// queries stand in quotes.
final class LineParser implements Parser {
    @Override
    public CompletingParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.COMPLETE) {
            return upTo(line.substring(0, cursor));
        }
        ShellWords words = ShellWords.of(line);
        if (words.isOpen()
                && (context == ParseContext.ACCEPT_LINE || context == ParseContext.UNSPECIFIED)) {
            throw new EOFError(
                    -1, -1, "the line goes on", words.quote() == 0 ? "\\" : "" + words.quote());
        }
        return upTo(line.substring(0, cursor));
    }

    private static Piece upTo(String start) {
        int from = start.length();
        while (from > 0 && !isEdge(start.charAt(from - 1))) {
            from--;
        }
        return new Piece(start, from, ShellWords.of(start.substring(0, from)));
    }

    private static boolean isEdge(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\'' || c == '"' || c == '(';
    }

    /// The line up to the cursor.
    ///
    /// @param from where the piece begins that is completed
    /// @param before the words before it; an unfinished quoted one among them
    record Piece(String start, int from, ShellWords before) implements CompletingParsedLine {
        @Override
        public String word() {
            return start.substring(from);
        }

        @Override
        public int wordCursor() {
            return start.length() - from;
        }

        @Override
        public int wordIndex() {
            return before.words().size();
        }

        @Override
        public List<String> words() {
            return before.words();
        }

        @Override
        public String line() {
            return start;
        }

        @Override
        public int cursor() {
            return start.length();
        }

        /// Quoted where a blank or another sign would part it, and no quote is open.
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            boolean isPlain =
                    before.quote() != 0 || candidate.toString().matches("[^\\s'\"\\\\()|&;<>]*");
            return isPlain ? candidate : "'" + candidate.toString().replace("'", "'\\''") + "'";
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return wordCursor();
        }
    }
}
