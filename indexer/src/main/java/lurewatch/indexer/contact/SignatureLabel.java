package lurewatch.indexer.contact;

/// A letter that tells what a number is, as signatures have it: `T: 07700 900123`, `F. …`.
final class SignatureLabel {
    /// Letters that stand for telephone and mobile in signatures.
    private static final String LABELS = "tTmMpPhH";

    private static final int MAX_GAP = 2;

    private SignatureLabel() {}

    /// `T: 07700 900123`, `m. 0917 …`: whether a letter for telephone or mobile, as signatures have
    /// it, stands between the beginning of the line and the number.
    static boolean isOfTelephone(String text, int start) {
        return LABELS.indexOf(of(text, start)) >= 0;
    }

    /// The letter that stands with a colon or dot between the beginning of the line and what begins
    /// at `start`; a blank where none does.
    private static char of(String text, int start) {
        int i = start;
        while (i > 0 && start - i < MAX_GAP && " \t".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        if (i < 2 || ":.".indexOf(text.charAt(i - 1)) < 0) {
            return ' ';
        }
        int letter = i - 2;
        while (letter > 0 && text.charAt(letter) == ' ') {
            letter--;
        }
        int before = letter - 1;
        while (before > 0 && text.charAt(before) == ' ') {
            before--;
        }
        boolean first = before < 0 || "\n|/,;·•".indexOf(text.charAt(before)) >= 0;
        return first ? text.charAt(letter) : ' ';
    }

    /// Whether what begins at `start` is a fax.
    static boolean isOfFax(String text, int start) {
        return "fF".indexOf(of(text, start)) >= 0;
    }
}
