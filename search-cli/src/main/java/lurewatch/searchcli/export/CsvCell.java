package lurewatch.searchcli.export;

/// The one encoder of text in CSV: no cell can start a formula.
final class CsvCell {
    /// What spreadsheets take for the start of a formula, full-width forms included.
    private static final String STARTERS = "=+-@\t\r\n＝＋－＠";

    private static final int REPLACED = 0xFFFD;

    private CsvCell() {}

    /// The text, with a leading `'` where a spreadsheet could take it for a formula (white space
    /// and quotes before it do not protect). Controls and bidi controls, which act on whoever
    /// prints or reads the file, become U+FFFD; jsonl and the archive have the text exactly.
    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length() + 1);
        text.codePoints().map(c -> acts(c) ? REPLACED : c).forEach(clean::appendCodePoint);
        return isFormula(text) ? "'" + clean : clean.toString();
    }

    private static boolean acts(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    static boolean isFormula(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (STARTERS.indexOf(c) >= 0) {
                return true;
            }
            if (!isSkipped(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isSkipped(char c) {
        return c == '"'
                || c == '\''
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
