package lurewatch.indexer.text;

/// Simplified or traditional, by characters that only one of them uses.
final class ChineseScript {
    private ChineseScript() {}

    static String of(String text) {
        int traditional = 0;
        int simplified = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SimplifiedChinese.of(c) != c) {
                traditional++;
            } else if (SimplifiedChinese.isOnlySimplified(c)) {
                simplified++;
            }
        }
        return traditional > simplified ? "zh-Hant" : "zh-Hans";
    }
}
