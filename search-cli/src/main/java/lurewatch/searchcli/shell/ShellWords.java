package lurewatch.searchcli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A line as words, by the rules of a POSIX shell that people know by heart: blanks part words,
/// `'…'` holds together as it stands, in `"…"` a backslash frees `"` and `\`, elsewhere it frees
/// any character, and at a line's end it joins the next one. Nothing is expanded.
///
/// @param words as commands get them
/// @param bare the same words as far as they were written without a quote or backslash; empty else
/// @param quote the quote that is still open; 0 where none is
/// @param isOpen whether the line goes on: a quote is open, or a backslash stands at the end
record ShellWords(List<String> words, List<String> bare, char quote, boolean isOpen) {
    /// What other shells do with several commands; there is one here.
    private static final Set<String> OPERATORS = Set.of("|", "||", "&", "&&", ";", "<", ">", ">>");

    ShellWords {
        words = List.copyOf(words);
        bare = List.copyOf(bare);
    }

    static ShellWords of(String line) {
        return new Reading(line).words();
    }

    /// Whether it asks for what only other shells have.
    boolean hasOperator() {
        return bare.stream().anyMatch(OPERATORS::contains);
    }

    private static final class Reading {
        private final String line;
        private final List<String> words = new ArrayList<>();
        private final List<String> bare = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private boolean isWord;
        private boolean isQuoted;
        private char quote;
        private boolean isOpen;

        Reading(String line) {
            this.line = line;
        }

        ShellWords words() {
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '\\' && quote != '\'') {
                    i = freed(i);
                } else if (quote != 0) {
                    quoted(c);
                } else if (c == '\'' || c == '"') {
                    quote = c;
                    isWord = true;
                    isQuoted = true;
                } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                    end();
                } else {
                    take(c);
                }
            }
            end();
            return new ShellWords(words, bare, quote, isOpen || quote != 0);
        }

        /// What a backslash frees.
        ///
        /// @return where reading goes on
        private int freed(int backslash) {
            int next = backslash + 1;
            if (next == line.length()) {
                isOpen = true;
                return next;
            }
            char c = line.charAt(next);
            if (c == '\n') {
                return next;
            }
            boolean isFree = quote == 0 || c == '"' || c == '\\';
            if (!isFree) {
                take('\\');
            }
            take(c);
            isQuoted = true;
            return next;
        }

        private void quoted(char c) {
            if (c == quote) {
                quote = 0;
            } else {
                take(c);
            }
        }

        private void take(char c) {
            word.append(c);
            isWord = true;
        }

        private void end() {
            if (isWord) {
                words.add(word.toString());
                bare.add(isQuoted ? "" : word.toString());
            }
            word.setLength(0);
            isWord = false;
            isQuoted = false;
        }
    }
}
