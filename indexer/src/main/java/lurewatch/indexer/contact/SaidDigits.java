package lurewatch.indexer.contact;

import lurewatch.indexer.scan.Scripts;

/// Digits in words or figures that stand together in a folded text.
record SaidDigits(String digits, int start, int end) {
    private static final int LONGEST = 15;

    /// Blanks and hyphens alone part them; commas do not.
    private static final String SEPARATORS = " -";

    /// The digits that begin there, if any do.
    static SaidDigits at(String text, int start) {
        SpokenDigits digits = new SpokenDigits();
        int end = start;
        int i = start;
        boolean begins =
                start == 0
                        || !Scripts.isWord(text.charAt(start))
                        || !Scripts.isWord(text.charAt(start - 1));
        boolean plus = text.charAt(start) == '+';
        i += plus ? 1 : 0;
        while (begins && i < text.length() && digits.length() < LONGEST) {
            int word = NumberWords.endAt(text, i);
            if (word > i && NumberWords.isDoubtful(text, i, word)) {
                break;
            } else if (word > i) {
                boolean beside = i - end <= 1 || NumberWords.isJoint(text.substring(end, i));
                if (!digits.add(NumberWords.meaningThere(text, i, word, false), beside)) {
                    break;
                }
                i = NumberWords.pastTimes(text, i, word);
            } else if (Scripts.isAsciiDigit(text.charAt(i))) {
                boolean alone = i + 1 == text.length() || !Scripts.isAsciiDigit(text.charAt(i + 1));
                boolean first = i == start || !Scripts.isAsciiDigit(text.charAt(i - 1));
                digits.addDigit(text.charAt(i++), alone && first);
            } else if (digits.isOpen() && NumberWords.jointEnd(text, i) > i) {
                i = NumberWords.jointEnd(text, i);
                continue;
            } else if (digits.isCounting() && NumberWords.linkEnd(text, i) > i) {
                i = NumberWords.linkEnd(text, i);
                continue;
            } else if (SEPARATORS.indexOf(text.charAt(i)) >= 0 && i == end && end > start) {
                i++;
                continue;
            } else {
                break;
            }
            end = i;
        }
        return new SaidDigits((plus ? "+" : "") + digits, start, end);
    }
}
