package lurewatch.indexer.contact;

import java.util.Arrays;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;

/// What consonant a letter of some twenty scripts sounds like, in ten classes: those that scripts
/// and ears tell apart everywhere (`W T S C P L K M N`), voiced or not, breathed or not.
final class Consonants {
    /// What is no consonant, or is heard in few languages: vowels, `h`, `y`.
    static final char NONE = ' ';

    private static final int LAST_LETTER = 0x3100;

    /// From Devanagari to Malayalam: the same order in blocks of one size.
    private static final String INDIC = "KKKKNCCCCNTTTTNTTTTNNPPPPM LLLLLWSSS ";

    private static final int INDIC_START = 0x900;
    private static final int INDIC_END = 0xD80;
    private static final int INDIC_BLOCK = 0x80;
    private static final int INDIC_FIRST = 0x15;
    private static final int ANUSVARA = 0x02;

    /// Bengali has no letter for `w` and writes these behind an `o`.
    private static final char BENGALI_YA = 'য';

    private static final char BENGALI_YYA = '\u09DF';

    /// The rows of the Ethiopic block.
    private static final String ETHIOPIC = " L MSLSSKKKKPWTC  NN KKKKW SC TTCKKKTCPSSPP ";

    private static final int ETHIOPIC_START = 0x1200;
    private static final int SYLLABLES_IN_ROW = 8;

    private static final String HANGUL_INITIALS = "KKNTTLMPPSS CCCKTP ";
    private static final String HANGUL_FINALS = " KKKNNNTLKMPLLPLMPPSS TTKTP ";
    private static final int HANGUL_START = 0xAC00;
    private static final int HANGUL_MEDIALS = 21;

    /// Vowels that begin like a `w` where no consonant does.
    private static final String HANGUL_ROUNDED = "\u0009\n\u000B\u000E\u000F\u0010";

    private static final int HANGUL_SILENT = 11;

    private static final char[] BY_LETTER = byLetter();

    private Consonants() {}

    private static char[] byLetter() {
        char[] sounds = new char[LAST_LETTER];
        Arrays.fill(sounds, NONE);
        for (String letters : Sayings.OF_NAMES.words("consonants")) {
            for (int i = 1; i < letters.length(); i++) {
                sounds[letters.charAt(i)] = letters.charAt(0);
            }
        }
        return sounds;
    }

    /// The consonants that the letter sounds like: none, one, or those of a Korean syllable.
    static String of(char letter) {
        if (Scripts.isHangul(letter)) {
            return ofHangul(letter - HANGUL_START);
        }
        char sound = NONE;
        int ethiopic = (letter - ETHIOPIC_START) / SYLLABLES_IN_ROW;
        if (letter == BENGALI_YA || letter == BENGALI_YYA) {
            sound = 'W';
        } else if (letter >= INDIC_START && letter < INDIC_END) {
            sound = ofIndic(letter % INDIC_BLOCK);
        } else if (letter >= ETHIOPIC_START && ethiopic < ETHIOPIC.length()) {
            sound = ETHIOPIC.charAt(ethiopic);
        } else if (letter < LAST_LETTER) {
            sound = BY_LETTER[Character.toLowerCase(letter)];
        }
        return sound == NONE ? "" : String.valueOf(sound);
    }

    private static char ofIndic(int inBlock) {
        int consonant = inBlock - INDIC_FIRST;
        if (inBlock == ANUSVARA) {
            return 'N';
        }
        return consonant >= 0 && consonant < INDIC.length() ? INDIC.charAt(consonant) : NONE;
    }

    private static String ofHangul(int syllable) {
        int end = syllable % HANGUL_FINALS.length();
        int middle = syllable / HANGUL_FINALS.length() % HANGUL_MEDIALS;
        int begin = syllable / HANGUL_FINALS.length() / HANGUL_MEDIALS;
        boolean rounded = begin == HANGUL_SILENT && HANGUL_ROUNDED.indexOf(middle) >= 0;
        String sounds =
                (rounded ? "W" : String.valueOf(HANGUL_INITIALS.charAt(begin)))
                        + HANGUL_FINALS.charAt(end);
        return sounds.replace(" ", "");
    }
}
