package lurewatch.indexer.text;

/// Signs for digits and letters that NFKC leaves as they are.
final class Digits {
    private Digits() {}

    /// `0` to `9` for a decimal digit of any script or a circled one; `A` to `Z` for a letter in a
    /// circle or square, or a regional indicator; else the code point itself.
    static int folded(int codePoint) {
        if (codePoint < 0x660 || (codePoint >= 0x3000 && codePoint < 0xA620)) {
            return codePoint;
        }
        if (Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER) {
            return '0' + Character.digit(codePoint, 10);
        }
        if (codePoint == 0x24FF) {
            return '0'; // negative circled
        }
        if (codePoint >= 0x24F5 && codePoint <= 0x24FD) {
            return '1' + codePoint - 0x24F5; // double circled
        }
        if (codePoint < 0x2776 || codePoint > 0x1F1FF) {
            return codePoint;
        }
        if (codePoint <= 0x2792 && (codePoint - 0x2776) % 10 != 9) {
            return '1' + (codePoint - 0x2776) % 10; // dingbat circled digits 1 to 9
        }
        return squaredLetter(codePoint);
    }

    private static int squaredLetter(int codePoint) {
        if (codePoint >= 0x1F1E6) {
            return 'A' + codePoint - 0x1F1E6;
        }
        if (codePoint >= 0x1F170 && codePoint <= 0x1F189) {
            return 'A' + codePoint - 0x1F170;
        }
        if (codePoint >= 0x1F150 && codePoint <= 0x1F169) {
            return 'A' + codePoint - 0x1F150;
        }
        return codePoint;
    }
}
