package lurewatch.indexer.text;

/// Signs for digits and letters that NFKC leaves as they are.
final class Digits {
    private Digits() {}

    private static final int FIRST_DIE = 0x2680;
    private static final int LAST_DIE = 0x2685;
    private static final int FIRST_DOMINO = 0x1F031;
    private static final int FIRST_UPRIGHT_DOMINO = 0x1F063;
    private static final int DOMINO_ROW = 7;

    /// `0` to `9` for a decimal digit of any script, a circled one or a face of a die; `A` to `Z`
    /// for a letter in a circle or square, or a regional indicator; else the code point itself.
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
        if (codePoint >= FIRST_DIE && codePoint <= LAST_DIE) {
            return '1' + codePoint - FIRST_DIE;
        }
        if (codePoint < 0x2776 || codePoint > 0x1F1FF) {
            return codePoint;
        }
        if (codePoint <= 0x2792 && (codePoint - 0x2776) % 10 != 9) {
            return '1' + (codePoint - 0x2776) % 10; // dingbat circled digits 1 to 9
        }
        return squaredLetter(codePoint);
    }

    /// The two digits that a domino shows; empty for anything else.
    static String ofDomino(int codePoint) {
        int tile =
                codePoint >= FIRST_UPRIGHT_DOMINO
                        ? codePoint - FIRST_UPRIGHT_DOMINO
                        : codePoint - FIRST_DOMINO;
        return tile < 0 || tile >= DOMINO_ROW * DOMINO_ROW
                ? ""
                : "" + tile / DOMINO_ROW + tile % DOMINO_ROW;
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
