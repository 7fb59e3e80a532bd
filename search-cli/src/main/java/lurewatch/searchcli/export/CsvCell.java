package lurewatch.searchcli.export;

/// The one encoder of text in CSV: no cell can start a formula.
final class CsvCell {
    /// What spreadsheets take for the start of a formula, full-width forms included.
    private static final String STARTERS = "=+-@\t\r\n＝＋－＠";

    private CsvCell() {}

    /// The text, with a leading `'` where a spreadsheet could take it for a formula (white space
    /// and quotes before it do not protect), and without NUL, which ends cells in some of them.
    static String of(String text) {
        String clean = text.replace("\0", "");
        return isFormula(clean) ? "'" + clean : clean;
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
