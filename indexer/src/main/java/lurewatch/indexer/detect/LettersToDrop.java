package lurewatch.indexer.detect;

import java.util.BitSet;
import java.util.List;
import lurewatch.indexer.text.View;

/// Letters of another script, dots or hyphens within names, of which the text says that the reader
/// drop them: `sam老ple_01（去掉汉字）`, `sam한ple01 한글 빼고`, `sa.mp.le01（點不用打）`.
final class LettersToDrop {
    private static final List<String> SAID =
            List.of(
                    "去掉汉字", "去掉漢字", "去汉字", "去漢字", "去掉中文", "去中文", "去掉文字", "删掉汉字", "删除汉字", "刪掉中文",
                    "한글 빼고", "한글빼고", "한글은 빼", "한글 제거", "한글 빼", "去掉中间", "去掉中間", "中间那个字", "中間那個字",
                    "中间的字", "中間的字", "漢字を抜", "漢字抜き", "漢字は抜");

    /// What the text says of signs, and the signs.
    private record Signs(String signs, FewStrings said) {}

    private static final List<Signs> SIGNS =
            List.of(
                    new Signs(
                            ".·•",
                            FewStrings.of(
                                    List.of(
                                            "点不用",
                                            "點不用",
                                            "点去掉",
                                            "點去掉",
                                            "去掉点",
                                            "去掉點",
                                            "不要点",
                                            "不要點",
                                            "不用打点",
                                            "不用打點",
                                            "不要打点",
                                            "不要打點",
                                            "点号去掉",
                                            "點號去掉",
                                            "点不要打",
                                            "點不要打",
                                            "没有点",
                                            "沒有點",
                                            "중간 점 빼",
                                            "점 빼고",
                                            "점빼고",
                                            "점은 빼",
                                            "점 제거",
                                            "점 없이",
                                            "ドットは抜",
                                            "ドット抜き",
                                            "ドットなし",
                                            "点は抜",
                                            "点を抜",
                                            "ドットを取",
                                            "bỏ dấu chấm",
                                            "bỏ chấm",
                                            "không có dấu chấm",
                                            "ko dấu chấm",
                                            "không dấu chấm",
                                            "ไม่ต้องใส่จุด",
                                            "เอาจุดออก",
                                            "ไม่มีจุด",
                                            "ลบจุด",
                                            "tanpa titik",
                                            "titik dihapus",
                                            "titiknya dihapus",
                                            "hapus titik",
                                            "walang tuldok",
                                            "alisin ang tuldok",
                                            "tanggalin ang tuldok",
                                            "no dots",
                                            "without dots",
                                            "without the dots",
                                            "remove dots",
                                            "remove the dots",
                                            "drop the dots",
                                            "ignore the dots",
                                            "skip the dots",
                                            "minus the dots",
                                            "sin puntos",
                                            "sin los puntos",
                                            "quita los puntos",
                                            "sem pontos",
                                            "sem os pontos",
                                            "tire os pontos",
                                            "sans points",
                                            "sans les points",
                                            "enlevez les points",
                                            "ohne punkte",
                                            "ohne die punkte",
                                            "senza punti",
                                            "togli i punti",
                                            "zonder puntjes",
                                            "bez kropek",
                                            "bez teček",
                                            "fără puncte",
                                            "pontok nélkül",
                                            "utan punkter",
                                            "без точек",
                                            "точки убрать",
                                            "точки уберите",
                                            "убрать точки",
                                            "уберите точки",
                                            "без крапок",
                                            "noktasız",
                                            "noktalar olmadan",
                                            "noktaları sil",
                                            "nöqtəsiz",
                                            "nuqtasiz",
                                            "нүктесіз",
                                            "χωρίς τελείες",
                                            "بدون نقاط",
                                            "بدون نقط",
                                            "بدون نقطه",
                                            "बिना डॉट",
                                            "डॉट हटा",
                                            "डॉट के बिना",
                                            "ডট ছাড়া",
                                            "ডট বাদ"))),
                    new Signs(
                            "-–~",
                            FewStrings.of(
                                    List.of(
                                            "横杠去掉",
                                            "横杠不用",
                                            "横线去掉",
                                            "横线不用",
                                            "橫槓去掉",
                                            "橫線去掉",
                                            "去掉横杠",
                                            "去掉横线",
                                            "去掉橫線",
                                            "去掉短横",
                                            "不要横杠",
                                            "하이픈 빼",
                                            "하이픈 없이",
                                            "하이픈 제거",
                                            "대시 빼",
                                            "줄표 빼",
                                            "ハイフンは抜",
                                            "ハイフン抜き",
                                            "ハイフンなし",
                                            "bỏ gạch ngang",
                                            "bỏ dấu gạch",
                                            "không gạch ngang",
                                            "ไม่ต้องใส่ขีด",
                                            "เอาขีดออก",
                                            "tanpa strip",
                                            "tanpa tanda hubung",
                                            "strip dihapus",
                                            "walang gitling",
                                            "no dashes",
                                            "without dashes",
                                            "without the dashes",
                                            "remove dashes",
                                            "remove the dashes",
                                            "no hyphens",
                                            "without hyphens",
                                            "drop the dashes",
                                            "sin guiones",
                                            "sin los guiones",
                                            "sem hífens",
                                            "sem traços",
                                            "sans tirets",
                                            "ohne bindestriche",
                                            "ohne striche",
                                            "senza trattini",
                                            "zonder streepjes",
                                            "bez myślników",
                                            "bez pomlček",
                                            "fără liniuțe",
                                            "без тире",
                                            "без дефисов",
                                            "дефисы убрать",
                                            "тире убрать",
                                            "tiresiz",
                                            "çizgisiz",
                                            "defissiz",
                                            "chiziqsiz",
                                            "بدون شرطات",
                                            "بدون خط تیره"))));

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
        if (SAID.stream().anyMatch(raw::contains)) {
            dropOthers(view.text(), dropped);
        }
        for (Signs signs : SIGNS) {
            signs.said()
                    .scan(
                            folded.text(),
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
