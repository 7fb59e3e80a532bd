package lurewatch.indexer.detect;

import java.util.BitSet;
import java.util.List;
import lurewatch.indexer.text.View;

/// Letters of another script within names, of which the text says that the reader drop them:
/// `sam老ple_01（去掉汉字）`, `sam한ple01 한글 빼고`.
final class LettersToDrop {
    private static final List<String> SAID =
            List.of(
                    "去掉汉字", "去掉漢字", "去汉字", "去漢字", "去掉中文", "去中文", "去掉文字", "删掉汉字", "删除汉字", "刪掉中文",
                    "한글 빼고", "한글빼고", "한글은 빼", "한글 제거", "한글 빼", "去掉中间", "去掉中間", "中间那个字", "中間那個字",
                    "中间的字", "中間的字", "漢字を抜", "漢字抜き", "漢字は抜");

    /// So many together are words of their own.
    private static final int MAX_TOGETHER = 3;

    private LettersToDrop() {}

    /// The view without them; the view itself where the text says nothing of the kind.
    static View without(View view, String raw) {
        if (SAID.stream().noneMatch(raw::contains)) {
            return view;
        }
        String text = view.text();
        BitSet dropped = new BitSet();
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && isOther(text.charAt(end))) {
                end++;
            }
            if (end - i <= MAX_TOGETHER && isName(text, i - 1) && isName(text, end)) {
                dropped.set(i, end);
            }
            i = Math.max(end, i + 1);
        }
        return view.without(dropped::get);
    }

    private static boolean isOther(char c) {
        return Scripts.isHan(c) || Scripts.isHangul(c) || Scripts.isKana(c);
    }

    private static boolean isName(String text, int i) {
        return i >= 0 && i < text.length() && Scripts.isAsciiWord(text.charAt(i));
    }
}
