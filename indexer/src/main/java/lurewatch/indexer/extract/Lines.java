package lurewatch.indexer.extract;

import java.util.StringJoiner;

/// Compares texts line by line, without regard to white space.
final class Lines {
    /// Beyond this a comparison could take longer than the page is worth.
    private static final int MOST_WORK = 50_000_000;

    private Lines() {}

    /// The lines of `text` that do not stand in `known`, a line each.
    static String missing(String text, String known) {
        String squashed = squashed(known);
        StringJoiner missing = new StringJoiner("\n");
        String[] lines = text.split("\n", -1);
        boolean affordable = (long) lines.length * squashed.length() <= MOST_WORK;
        for (String line : lines) {
            if (!affordable || !squashed.contains(squashed(line))) {
                missing.add(line);
            }
        }
        return missing.toString();
    }

    static String squashed(String text) {
        StringBuilder squashed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i)) && text.charAt(i) != '\u00A0') {
                squashed.append(text.charAt(i));
            }
        }
        return squashed.toString();
    }
}
