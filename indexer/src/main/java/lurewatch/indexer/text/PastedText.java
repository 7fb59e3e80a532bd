package lurewatch.indexer.text;

import com.ibm.icu.text.Normalizer2;

/// Signs as copying leaves them: phones put invisible marks around numbers, word processors make
/// dashes of hyphens and blanks that do not break, keyboards write full-width letters and the
/// digits of their script.
public final class PastedText {
    /// What stands for signs that nobody sees where places have to stay as they are.
    public static final char INVISIBLE = '\u200b';

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    private PastedText() {}

    /// The same as an American keyboard writes it, without what nobody sees.
    public static String plain(String pasted) {
        String folded = isAscii(pasted) ? pasted : NFKC.normalize(pasted);
        StringBuilder plain = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char sign = plain(folded.charAt(i));
            if (sign != INVISIBLE) {
                plain.append(sign);
            }
        }
        return plain.toString();
    }

    /// The same without what nobody sees.
    public static String visible(String pasted) {
        StringBuilder visible = new StringBuilder(pasted.length());
        pasted.chars().filter(c -> !isInvisible((char) c)).forEach(c -> visible.append((char) c));
        return visible.toString();
    }

    /// One sign as an American keyboard writes it; [#INVISIBLE] for what nobody sees.
    public static char plain(char sign) {
        if (sign < 128) {
            return sign;
        }
        if (sign >= '\uff01' && sign <= '\uff5e') {
            return (char) (sign - '\uff01' + '!');
        }
        int digit = Character.digit(sign, 10);
        return digit >= 0 ? (char) ('0' + digit) : plainMark(sign);
    }

    private static char plainMark(char sign) {
        return switch (Character.getType(sign)) {
            case Character.FORMAT -> INVISIBLE;
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            default -> sign == '\u2212' ? '-' : sign; // the sign for minus is no dash
        };
    }

    public static boolean isInvisible(char sign) {
        return sign >= 128 && Character.getType(sign) == Character.FORMAT;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
