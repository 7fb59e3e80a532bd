package lurewatch.searchcli.command;

import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;

/// A command line as words: parted by blanks, `'…'` and `"…"` hold together. Nothing else means
/// anything: there is no shell.
final class CommandWords {
    private CommandWords() {}

    static List<String> of(String written) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean isWord = false;
        char quote = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                isWord = true;
            } else if (c == ' ' || c == '\t') {
                if (isWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    isWord = false;
                }
            } else if (c < ' ') {
                throw wrong("holds a control character");
            } else {
                word.append(c);
                isWord = true;
            }
        }
        if (quote != 0) {
            throw wrong("a quotation mark is not closed");
        }
        if (isWord) {
            words.add(word.toString());
        }
        if (words.isEmpty() || words.getFirst().isEmpty()) {
            throw wrong("names no program");
        }
        return words;
    }

    private static CommandFailure wrong(String what) {
        return new CommandFailure(ExitCode.USAGE, "--command: " + what);
    }
}
