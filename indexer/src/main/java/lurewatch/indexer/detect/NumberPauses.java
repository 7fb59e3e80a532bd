package lurewatch.indexer.detect;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words between the groups of a number that name no digit: what the sign between them is called
/// (`dash`), and that more follows (`then`).
final class NumberPauses {
    private static final List<String> SIGNS =
            NumberWords.foldedLines(
                    """
                    다시|대시|대쉬|하이픈|작대기|빼기|띄고|점
                    dash|hyphen|space|dot
                    横杠|杠|横线|橫線|减号|減號|空格|点|點
                    ハイフン|スペース
                    guión|guion|raya|espacio|punto|traço|tracinho|hífen|espaço|ponto
                    tiret|espace|point|trattino|spazio|guionet
                    bindestrich|strich|minus|leerzeichen|punkt|streepje|koppelteken|spatie|punt
                    streck|bindestreck|bindestreg|strek|viiva|väliviiva
                    тире|дефис|чёрточка|черточка|пробел|точка|крапка|пауза|цртица|сызықша|зураас
                    myślnik|kreska|łącznik|kropka|pauza|crtica|crta|pomlčka|spojovník|tečka
                    kötőjel|liniuță|cratimă|punct|παύλα|τελεία
                    gạch ngang|gạch|chấm|dấu cách
                    ขีด|แดช|จุด|เว้นวรรค|ຂີດ|ຈຸດ
                    strip|setrip|tanda hubung|titik|spasi|sengkang|gitling|kistari
                    tire|çizgi|nokta|boşluk|chiziqcha|defis
                    شرطة|داش|نقطة|خط تیره|نقطه|ڈیش|ڈیٹ
                    डैश|ड्यास|डॉट|ড্যাশ|হাইফেন|ডট|ડેશ|ਡੈਸ਼|டேஷ்|கோடு|డాష్|ಡ್ಯಾಶ್|ഡാഷ്|ඩෑෂ්|ඉර
                    ሰረዝ|מקף|ტირე|დეფისი|գծիկ
                    """);

    private static final List<String> MORE =
            NumberWords.foldedLines(
                    """
                    then|and then|and|next|followed by
                    rồi|rồi đến|rồi tới|sau đó|tiếp theo|tiếp
                    แล้วก็|แล้ว|ต่อด้วย|ตามด้วย|และ|ແລ້ວກໍ|ແລ້ວ|ຕໍ່ດ້ວຍ
                    tapos|saka|pagkatapos|sunod|at
                    terus|trus|lalu|kemudian|lanjut|disusul|lepas tu|pastu|dan
                    그다음|그 다음|다음|다음은|그리고|이어서
                    然后|然後|接着|接著|再|跟着|跟住|后面|後面|再来|再來
                    それから|次に|次は|そして|のあと|の後
                    luego|después|y luego|y después|seguido de
                    depois|em seguida|e depois|daí
                    puis|et puis|ensuite|suivi de
                    dann|danach|und dann|daarna|en dan|poi|e poi|quindi|dopo
                    apoi|și apoi|potem|następnie|dalej|pak|potom|poté|zatim|onda|pa
                    потом|затем|далее|дальше|потім|далі|после|след това|затоа|онда|па
                    sonra|ardından|μετά|ύστερα|έπειτα|aztán|majd|utána
                    sedan|sen|därefter|derefter|deretter|sitten
                    ثم|وبعدها|بعدها|وبعدين|بعدين|سپس|بعد|بعدش|پھر|اس کے بعد
                    फिर|उसके बाद|नंतर|अनि|त्यसपछि|তারপর|এরপর|பிறகு|அப்புறம்|తర్వాత|ఆ తర్వాత
                    ನಂತರ|ಆಮೇಲೆ|പിന്നെ|ശേഷം|પછી|ਫਿਰ|ඊළඟට|පසුව|ඊට පස්සේ
                    ပြီးတော့|နောက်|បន្ទាប់មក|រួច|ከዚያ|ቀጥሎ|kisha|halafu|sannan
                    сосын|кейін|анан|keyin|so'ng|дараа нь|тэгээд|შემდეგ|მერე|հետո|ואז|אחר כך
                    """);

    /// By their first characters, the longest first.
    private static final Map<Character, List<String>> ALL =
            byFirst(Stream.concat(SIGNS.stream(), MORE.stream()));

    private static final Map<Character, List<String>> SIGNS_ALONE = byFirst(SIGNS.stream());

    private static final int MAX_GAP = 2;

    private NumberPauses() {}

    private static Map<Character, List<String>> byFirst(Stream<String> words) {
        return words.sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.groupingBy(word -> word.charAt(0)));
    }

    /// Past such a word at `start` of a folded text, if digits in words or figures follow; `start`
    /// where none stands.
    static int endAt(String text, int start) {
        return digitsBehind(text, start, wordEnd(text, start, ALL));
    }

    /// The same of the words for signs alone.
    static int signEndAt(String text, int start) {
        return digitsBehind(text, start, wordEnd(text, start, SIGNS_ALONE));
    }

    private static int digitsBehind(String text, int start, int end) {
        if (end == start) {
            return start;
        }
        int next = end;
        while (next < text.length()
                && next - end < MAX_GAP
                && " -,，:".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next < text.length() && goesOnAt(text, next) ? next : start;
    }

    /// The end of the longest such word at `start`; `start` where none stands.
    static int wordEnd(String text, int start) {
        return wordEnd(text, start, ALL);
    }

    private static int wordEnd(String text, int start, Map<Character, List<String>> words) {
        if (start == text.length()
                || !Character.isLetter(text.charAt(start))
                || !beginsWord(text, start)) {
            return start;
        }
        for (String pause : words.getOrDefault(text.charAt(start), List.of())) {
            int end = start + pause.length();
            if (text.startsWith(pause, start) && isWhole(text, end)) {
                return end;
            }
        }
        return start;
    }

    private static boolean isWhole(String text, int end) {
        return end == text.length()
                || !Scripts.isWord(text.charAt(end))
                || !Scripts.isWord(text.charAt(end - 1))
                || Scripts.isAsciiDigit(text.charAt(end));
    }

    private static boolean beginsWord(String text, int i) {
        return i == 0 || !Scripts.isWord(text.charAt(i)) || !Scripts.isWord(text.charAt(i - 1));
    }

    private static boolean goesOnAt(String text, int i) {
        return Scripts.isAsciiDigit(text.charAt(i)) || NumberWords.endAt(text, i) > i;
    }
}
