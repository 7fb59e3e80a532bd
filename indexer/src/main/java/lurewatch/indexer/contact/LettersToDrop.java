package lurewatch.indexer.contact;

import java.util.BitSet;
import java.util.List;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.scan.Signs;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Letters of another script, dots or hyphens within names, of which the text says that the reader
/// drop them: `sam老ple_01（去掉汉字）`, `sam한ple01 한글 빼고`, `sa.mp.le01（點不用打）`.
final class LettersToDrop {
    private static final List<String> OTHER_SCRIPT = Sayings.OF_NAMES.words("without-other-script");

    /// What the text says of signs, and the signs.
    private record Signs(String signs, FewStrings said) {}

    private static final List<Signs> SIGNS =
            List.of(
                    new Signs(".·•", FewStrings.of(Sayings.OF_NAMES.words("without-dots"))),
                    new Signs("-–~", FewStrings.of(Sayings.OF_NAMES.words("without-hyphens"))));

    /// So many together are words of their own.
    private static final int MAX_TOGETHER = 3;

    /// How far before what is said of its signs a name begins at most.
    private static final int REACH = 80;

    private LettersToDrop() {}

    /// The view without them; the view itself where the text says nothing of the kind.
    ///
    /// @param folded the text in small letters, for what it says
    static View without(View view, String raw, View folded) {
        BitSet dropped = new BitSet();
        if (OTHER_SCRIPT.stream().anyMatch(raw::contains)) {
            dropOthers(view.text(), dropped);
        }
        for (Signs signs : SIGNS) {
            signs.said()
                    .scan(
                            folded,
                            (_, start, _) -> {
                                int at = view.indexOf(folded.rawStart(start));
                                dropLastBefore(view.text(), at, signs.signs(), dropped);
                            });
        }
        return dropped.isEmpty() ? view : view.without(dropped::get);
    }

    private static void dropOthers(String text, BitSet dropped) {
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
    }

    /// Drops the signs within the last name of ASCII letters and digits that stands before a place.
    private static void dropLastBefore(String text, int at, String signs, BitSet dropped) {
        int end = at;
        int earliest = Math.max(0, at - REACH);
        while (end > earliest && !isName(text, end - 1)) {
            end--;
        }
        int i = end;
        BitSet found = new BitSet();
        while (i > earliest
                && (isName(text, i - 1)
                        || (signs.indexOf(text.charAt(i - 1)) >= 0 && isName(text, i - 2)))) {
            i--;
            if (!isName(text, i)) {
                found.set(i);
            }
        }
        dropped.or(found);
    }

    private static boolean isOther(char c) {
        return Scripts.isHan(c) || Scripts.isHangul(c) || Scripts.isKana(c);
    }

    private static boolean isName(String text, int i) {
        return i >= 0 && i < text.length() && Scripts.isAsciiWord(text.charAt(i));
    }
}
