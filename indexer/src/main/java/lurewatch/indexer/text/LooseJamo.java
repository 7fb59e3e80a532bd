package lurewatch.indexer.text;

/// Hangul letters written one by one (`ㅋㅏ톡`, `ㄷㅐㅊㅜㄹ`), as keyboards give them (U+3131 to U+3163).
final class LooseJamo {
    private static final String LEADING = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String TRAILING = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    private static final char FIRST_VOWEL = 'ㅏ';
    private static final char LAST_VOWEL = 'ㅣ';
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int VOWELS = 21;
    private static final int TRAILINGS = 28;

    private LooseJamo() {}

    static boolean isLetter(int codePoint) {
        return codePoint >= 'ㄱ' && codePoint <= LAST_VOWEL;
    }

    /// Where the syllable ends that loose letters spell from `start`; `start` where they spell
    /// none.
    static int end(String text, int start) {
        if (!spellsVowelAt(text, start + 1) || LEADING.indexOf(text.charAt(start)) < 0) {
            return start;
        }
        int third = start + 2;
        boolean closed =
                third < text.length()
                        && TRAILING.indexOf(text.charAt(third)) >= 0
                        && !spellsVowelAt(text, third + 1);
        return closed ? third + 1 : third;
    }

    static int syllable(String text, int start, int end) {
        int leading = LEADING.indexOf(text.charAt(start));
        int vowel = text.charAt(start + 1) - FIRST_VOWEL;
        int trailing = end - start > 2 ? TRAILING.indexOf(text.charAt(start + 2)) + 1 : 0;
        return FIRST_SYLLABLE + (leading * VOWELS + vowel) * TRAILINGS + trailing;
    }

    /// The keyboard's letter for a conjoining one.
    static int compatibility(int codePoint) {
        if (codePoint >= 0x1100 && codePoint <= 0x1112) {
            return LEADING.charAt(codePoint - 0x1100);
        }
        if (codePoint >= 0x1161 && codePoint <= 0x1175) {
            return FIRST_VOWEL + codePoint - 0x1161;
        }
        if (codePoint >= 0x11A8 && codePoint <= 0x11C2) {
            return TRAILING.charAt(codePoint - 0x11A8);
        }
        return codePoint;
    }

    private static boolean spellsVowelAt(String text, int index) {
        return index < text.length()
                && text.charAt(index) >= FIRST_VOWEL
                && text.charAt(index) <= LAST_VOWEL;
    }
}
