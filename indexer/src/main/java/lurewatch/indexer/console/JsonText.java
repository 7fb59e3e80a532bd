package lurewatch.indexer.console;

import java.util.Locale;

/// The one encoder of strings in JSON that leaves this program. Beside what JSON demands it escapes
/// what a terminal, a script or a line reader would take for more than text: C1 controls, format
/// characters (bidi controls), line separators and unpaired surrogates. Every escape is plain JSON;
/// a reader gets back exactly what stood there.
public final class JsonText {
    private JsonText() {}

    /// The text as a JSON string, quotes included.
    public static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c == '/' && json.charAt(json.length() - 1) == '<') {
                json.append("\\/");
            } else if (HiddenCharacter.acts(c)) {
                for (char unit : Character.toChars(c)) {
                    escape(unit, json);
                }
            } else {
                json.appendCodePoint(c);
            }
        }
        return json.append('"').toString();
    }

    private static void escape(char unit, StringBuilder json) {
        switch (unit) {
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> json.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
    }
}
