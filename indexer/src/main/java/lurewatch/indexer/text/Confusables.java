package lurewatch.indexer.text;

/// Letters that look like another script's (UTS #39). Undone only where one word mixes scripts: a
/// word all in Cyrillic or Greek is what it looks like.
final class Confusables {
    private static final String FOREIGN =
            "аеорсухіјѕԁһӏԛԝвкмнтгпиАВЕКМНОРСТУХІЈЅԌ"
                    + "αορνικυχτεηωβγΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
                    + "ɑɡıɪʀɴᴀᴇᴏᴄᴅᴊᴋʟᴍᴘᴛᴜᴠᴡʏᴢɢʙʜꜰꜱσς"
                    + "օսոցհգյքՏԼԱ";
    private static final String LATIN =
            "aeopcyxijsdhlqwBKMHTrnuABEKMHOPCTYXIJSG"
                    + "aopvikuxtenwByABEZHIKMNOPTYX"
                    + "agiirnaeocdjklmptuvwyzgbhfsos"
                    + "ounghqjfSLU";

    /// Of these, the ones whose small form hardly looks like the Latin letter: they tell Cyrillic.
    private static final String ONLY_CYRILLIC = "бгджзийлпфцчшщъыьэюяґєїБГДЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯ";

    private static final String LATIN_IN_CYRILLIC = "aeopcyxABEKMHOPCTYXkmt";
    private static final String CYRILLIC = "аеорсухАВЕКМНОРСТУХкмт";
    private static final String HAN_IN_KATAKANA = "卜口力工夕八二三才千";
    private static final char FIRST_HAN = '一';
    private static final char LAST_HAN = '龥';
    private static final String KATAKANA = "トロカエタハニミオチ";

    /// Phonetic letters and small capitals: no word of an ad is written in them.
    private static final int SMALL_CAPITALS = 8;

    private Confusables() {}

    /// The text with such letters replaced, place for place.
    static String undone(String text) {
        if (isAscii(text)) {
            return text;
        }
        char[] letters = text.toCharArray();
        undo(letters);
        return new String(letters);
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static void undo(char[] text) {
        int start = 0;
        int seen = 0;
        int lastStart = 0; // of the letters that follow each other without a gap
        for (int i = 0; i <= text.length; i++) {
            char c = i < text.length ? text[i] : ' ';
            if (c >= FIRST_HAN && c <= LAST_HAN && HAN_IN_KATAKANA.indexOf(c) >= 0) {
                undoKatakana(text, i, c);
            }
            int script = scriptBit(c);
            if (script >= 0) {
                seen |= script;
            } else if (i - lastStart == 1 && isSingle(text, i + 1)) {
                lastStart = i + 1; // spelled out letter by letter, or `т.me`: still one word
            } else {
                if (Integer.bitCount(seen) > 1 || seen == SMALL_CAPITALS) {
                    undoWord(text, start, i);
                }
                start = i + 1;
                lastStart = i + 1;
                seen = 0;
            }
        }
    }

    private static boolean isSingle(char[] text, int i) {
        return i < text.length
                && scriptBit(text[i]) >= 0
                && (i + 1 == text.length || scriptBit(text[i + 1]) < 0 || text[i - 1] == '.');
    }

    /// A bit for each of the scripts that share shapes, 0 for what goes with any of them, -1 for
    /// what ends a word.
    private static int scriptBit(char c) {
        if (c < 0x80) {
            if ((c | 32) >= 'a' && (c | 32) <= 'z') {
                return 1;
            }
            return (c >= '0' && c <= '9') || c == '_' ? 0 : -1;
        }
        if (c >= 0xC0 && c < 0x250) {
            return c == 'ı' ? SMALL_CAPITALS : 1;
        }
        if ((c >= 0x250 && c < 0x2B0) || (c >= 0x1D00 && c < 0x1D2C) || c == 'ꜰ' || c == 'ꜱ') {
            return SMALL_CAPITALS;
        }
        if (c >= 0x370 && c < 0x400) {
            return 2;
        }
        if (c >= 0x530 && c < 0x590) {
            return 16;
        }
        return c >= 0x400 && c < 0x530 ? 4 : -1;
    }

    private static void undoWord(char[] text, int start, int end) {
        boolean cyrillic = false;
        for (int i = start; i < end && !cyrillic; i++) {
            cyrillic = ONLY_CYRILLIC.indexOf(text[i]) >= 0;
        }
        String from = cyrillic ? LATIN_IN_CYRILLIC : FOREIGN;
        String to = cyrillic ? CYRILLIC : LATIN;
        for (int i = start; i < end; i++) {
            int at = from.indexOf(text[i]);
            if (at >= 0) {
                text[i] = to.charAt(at);
            }
        }
    }

    private static void undoKatakana(char[] text, int index, char c) {
        boolean before = index > 0 && isKatakana(text[index - 1]);
        boolean after = index + 1 < text.length && isKatakana(text[index + 1]);
        boolean last = index + 1 == text.length || !Character.isLetter(text[index + 1]);
        if (before && (after || last)) {
            text[index] = KATAKANA.charAt(HAN_IN_KATAKANA.indexOf(c));
        }
    }

    private static boolean isKatakana(char c) {
        return c >= 0x30A1 && c <= 0x30FC;
    }
}
