package lurewatch.indexer.text;

import java.util.BitSet;

/// Traditional characters to simplified ones, one for one, by a table made from ICU's
/// `Traditional-Simplified` transform. A reading for matching, not a translation.
final class SimplifiedChinese {
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;

    /// Simplified characters that traditional texts use as well, in another sense.
    private static final String IN_BOTH = "后里面台了只干松谷系几才斗云于征表志板采范丰吁御致舍克辟向朱党制";

    private static final char[] TABLE = table();
    private static final BitSet ONLY_SIMPLIFIED = onlySimplified();

    private SimplifiedChinese() {}

    static int of(int codePoint) {
        if (codePoint < FIRST || codePoint > LAST) {
            return codePoint;
        }
        char simplified = TABLE[codePoint - FIRST];
        return simplified == 0 ? codePoint : simplified;
    }

    static boolean isOnlySimplified(char c) {
        return c >= FIRST && c <= LAST && ONLY_SIMPLIFIED.get(c - FIRST);
    }

    private static BitSet onlySimplified() {
        BitSet set = new BitSet(TABLE.length);
        for (char simplified : TABLE) {
            if (simplified >= FIRST && simplified <= LAST && IN_BOTH.indexOf(simplified) < 0) {
                set.set(simplified - FIRST);
            }
        }
        return set;
    }

    private static char[] table() {
        char[] table = new char[LAST - FIRST + 1];
        String pairs = JarText.read(SimplifiedChinese.class, "simplified.txt");
        for (int i = 0; i + 1 < pairs.length(); i += 2) {
            if (pairs.charAt(i) == '\n') {
                i--;
                continue;
            }
            table[pairs.charAt(i) - FIRST] = pairs.charAt(i + 1);
        }
        return table;
    }
}
