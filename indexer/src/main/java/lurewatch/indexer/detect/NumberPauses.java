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
                    ke baad|uske baad|iske baad|phir|fir|aur|tarpor|tarpore|erpor|pachhi|tyaspachhi
                    के बाद|इसके बाद|और|এর পর|তার পর|আর|کے بعد|اور|وبعدها|وبعدين|و بعد|بعد از آن|و
                    dopo di che|seguono|siguen|sigue|seguem|segue|suivent|suit|folgen|folgt|volgen|volgt
                    jossa|sitten vielä|järel|siis|tad|po to|toliau|zatem|nato|potem jeszcze
                    ở giữa là|tiếp đến|kế đến|kế là|xong|nối tiếp|ต่อ|ต่อมา|ถัดไป|ຕໍ່ມາ|បន្ទាប់
                    再按|再打|再输|再輸|再加|跟住|一排|一串|一共|並|加上|和|跟
                    つづいて|続いて|続けて|あと|と|그리고 나서|이어|하고
                    banjur|terus e|njur|unya|dayon|sunod ay|pag-amin|kasunod|kasunod ang
                    ni|halafu na|kisha na|ikifuatiwa na|ka dib|kadibna|dabadeed|sai|sannan sai
                    и|та|й|y|e|et|und|i|ve|və|va|og|och|ja|en|και|és|și|na|at|ug|и|և|და|ו
                    подряд|поспіль|кряду|seguidos|seguidas|em seguida de|d'affilée|di seguito|di fila|in a row|straight
                    hintereinander|achter elkaar|berturut-turut|berturutan|liên tiếp|ติดกัน|ຕິດກັນ|연속|연달아|连着|連著|连续|連續|za sebou|zaredom|pod rząd|üst üste|peş peşe|sunod-sunod|mfululizo
                    лишь|ещё|еще|ще|noch|nog|encore|ancora|otros|otro|más|mais|outro|lagi|lg|nữa|อีก|もう|또
                    """);

    /// That what follows is a digit.
    private static final List<String> DIGIT =
            NumberWords.foldedLines(
                    """
                    숫자|번호|数字|數字|号码|數|数|số|con số|chữ số|เลข|ตัวเลข|ເລກ|ໂຕເລກ|លេខ|ဂဏန်း|angka|digit|nomor|nombor
                    number|numbers|the digit|digits|cifra|dígito|número|chiffre|chiffres|numéro|ziffer|ziffern|zahl|cijfer|cijfers|numero|cyfra|cyfry|číslo|číslice|broj|brojka|број|цифра|цифры|цифри|число|rakam|rəqəm|raqam|сан|цифр|тоо
                    αριθμός|ψηφίο|szám|számjegy|cifră|cifre|siffra|siffran|siffer|numro|arv|cipars|skaičius|رقم|أرقام|عدد|ہندسہ|अंक|नंबर|अङ्क|সংখ্যা|নম্বর|எண்|అంకె|ಅಂಕೆ|അക്കം|અંક|ਅੰਕ|අංකය|ඉලක්කම|nambari|namba|ቁጥር|რიცხვი|ციფრი|թիվ|ספרה|מספר
                    """);

    /// That a number's end, or its middle, follows.
    private static final List<String> PARTS =
            NumberWords.foldedLines(
                    """
                    끝은|끝에|끝자리|마지막|마지막은|마지막에|뒤는|뒤에|뒷자리|뒷자리는|뒷번호|중간|중간은|가운데|가운데는
                    最后|最後|末尾|尾号|尾號|尾巴|结尾|結尾|收尾|收尾是|后面|後面|后四位|後四位|中间|中間|最后是|最後是
                    最後は|最後に|最後が|終わりは|末尾は|真ん中は|真ん中が|下四桁|下4桁
                    đuôi|đuôi là|cuối|cuối là|cuối cùng|cuối cùng là|kết thúc|kết thúc là|kết thúc bằng|giữa|giữa là|ở giữa
                    ลงท้าย|ลงท้ายด้วย|ปิดท้าย|ปิดท้ายด้วย|ท้าย|ตรงกลาง|สุดท้าย|ລົງທ້າຍ|ລົງທ້າຍດ້ວຍ|ທ້າຍ|ທາງກາງ|ສຸດທ້າຍ
                    ចុងក្រោយ|ចុង|ខាងចុង|បញ្ចប់ដោយ|កណ្តាល|နောက်ဆုံး|အဆုံး|အလယ်|အဆုံးမှာ|နောက်ဆုံးမှာ
                    buntut|buntutnya|belakang|belakangnya|ujungnya|akhirnya|akhiran|terakhir|terakhirnya|penutupnya|tengah|tengahnya|buntute|pungkasane|mburine|di akhir|diakhiri
                    dulo|sa dulo|ang dulo|huli|sa huli|panghuli|at sa dulo|gitna|sa gitna|katapusan
                    ends|ends in|ends with|ending|ending in|ending with|and ends in|and ends with|at the end|lastly|last|the last|finally|finishing with|finish with|in the middle|middle
                    termina|termina en|y termina en|acaba en|y acaba en|al final|y al final|por último|y por último|último|en medio|al medio
                    termina em|termina com|e termina em|acaba em|no final|no fim|e no final|por último|por fim|no meio
                    se termine par|finit par|et finit par|à la fin|et à la fin|enfin|et enfin|pour finir|au milieu|puis enfin
                    zum schluss|am ende|und am ende|zuletzt|hinten|endet auf|endet mit|ganz am ende|in der mitte|und zum schluss
                    aan het eind|eindigt op|tot slot|als laatste|op het eind|in het midden|ten slotte|en als laatste
                    alla fine|finisce con|e alla fine|infine|per finire|in mezzo|termina con|e infine
                    na końcu|na koniec|a na końcu|końcówka|kończy się|w środku|i na koniec
                    na konci|nakonec|a na konci|na závěr|končí|uprostřed|na koniec|nakoniec|v strede|a nakonec
                    na kraju|na kraju još|i na kraju|završava|završava sa|u sredini|на крају|и на крају|на крај|завршава|у средини|na koncu|in na koncu
                    накрая|и накрая|най-накрая|в края|завършва на|по средата|в средата
                    в конце|и в конце|в самом конце|напоследок|заканчивается на|последние|последние цифры|в середине|посередине|хвост|в хвосте
                    в кінці|на кінці|і в кінці|наприкінці|наостанок|закінчується на|останні|посередині|в канцы|пасярэдзіне
                    sonu|sonunda|sonda|en son|son olarak|sondaki|ortası|ortada|axırı|axırda|sonuncu|oxiri|oxirida|soʻngida|o'rtasi|o'rtasida|соңы|соңында|аяғы|ортасы|аягы|аягында|аягында|төгсгөл|төгсгөлд нь|сүүлд нь|сүүл нь|дунд нь|охираш|дар охир|охири
                    στο τέλος|και στο τέλος|τελειώνει σε|τέλος|στη μέση|a végén|és a végén|a vége|végül|középen|la sfârșit|la final|și la final|se termină cu|la urmă|la mijloc
                    på slutet|till slut|sist|i slutet|och sist|til slut|til sidst|og til sidst|til slutt|på slutten|i midten|lopuksi|lopussa|ja lopuksi|viimeiseksi|keskellä|lõpus|lõpuks|beigās|pabaigoje|gale|galā|në fund|në fund fare
                    آخرها|وآخرها|آخره|وآخره|في الآخر|وفي الآخر|والأخير|الأخير|بالأخير|وبالأخير|النهاية|وفي النهاية|في النهاية|اخره|واخره|بالنص|وسطها|الوسط|والآخر
                    آخرش|آخر|در آخر|و آخرش|و در آخر|تهش|وسطش|وسط|آخر میں|اور آخر میں|بیچ میں|درمیان میں
                    आखिर में|आख़िर में|अंत में|और अंत में|और आखिर में|आखिरी|बीच में|अन्त्यमा|अन्तिममा|अन्त्य|बीचमा|शेवटी|शेवट|मधे|मध्ये|aakhir mein|aakhir me|akhir mein|akhir me|aakhri|aur aakhir mein|beech mein|beech me
                    শেষে|সবশেষে|শেষ|মাঝে|শেষে আবার|sheshe|shobsheshe|majhe|கடைசியில்|கடைசி|இறுதியில்|முடிவில்|நடுவில்|చివర|చివరకు|చివర్లో|మధ్యలో|ಕೊನೆಗೆ|ಕೊನೆಯಲ್ಲಿ|ಮಧ್ಯೆ|അവസാനം|ഒടുവിൽ|നടുവിൽ|છેલ્લે|અંતે|વચ્ચે|ਅਖੀਰ ਵਿੱਚ|ਅਖੀਰ|ਵਿਚਕਾਰ|අන්තිමට|අවසානෙට|අන්තිම|මැද
                    mwishoni|mwisho|malizia na|malizia|na mwishoni|katikati|ugu dambayn|ugu dambeyn|dhamaadka|a karshe|daga karshe|በመጨረሻ|መጨረሻ|መጨረሻ ላይ|መሃል
                    ბოლოს|ბოლოში|და ბოლოს|შუაში|վերջում|և վերջում|մեջտեղում|ובסוף|בסוף|הסוף|באמצע
                    """);

    /// By their first characters, the longest first.
    private static final Map<Character, List<String>> ALL =
            byFirst(Stream.of(SIGNS, MORE, PARTS, DIGIT).flatMap(List::stream));

    private static final Map<Character, List<String>> ENDS = byFirst(PARTS.stream());

    private static final Map<Character, List<String>> SIGNS_ALONE = byFirst(SIGNS.stream());

    private static final int MAX_GAP = 2;

    /// From a word for a number's end to its digits: ` dos son `.
    private static final int MAX_GAP_TO_END = 9;

    /// Pauses that follow each other: `แล้ว ต่อด้วย เลข`.
    private static final int MOST_TOGETHER = 3;

    private NumberPauses() {}

    private static Map<Character, List<String>> byFirst(Stream<String> words) {
        return words.sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.groupingBy(word -> word.charAt(0)));
    }

    /// Past such a word at `start` of a folded text, if digits in words or figures follow; `start`
    /// where none stands.
    static int endAt(String text, int start) {
        int at = start;
        for (int words = 0; words < MOST_TOGETHER; words++) {
            int end = wordEnd(text, at, ALL);
            if (end == at) {
                return start;
            }
            int digits = digitsBehind(text, at, end);
            if (digits == at && wordEnd(text, at, ENDS) == end) {
                digits = digitsFurtherBehind(text, at, end);
            }
            if (digits > at && wordEnd(text, digits, ALL) == digits) {
                return digits;
            }
            at = end;
            while (at < text.length()
                    && at - end < MAX_GAP
                    && " ,，:".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
        return start;
    }

    /// Where digits begin a few letters behind a word for a number's end; `start` where none do.
    private static int digitsFurtherBehind(String text, int start, int end) {
        int to = Math.min(text.length(), end + MAX_GAP_TO_END);
        for (int i = end; i < to && !SentenceEnds.isAt(text, i); i++) {
            if (beginsWord(text, i) && i > end && goesOnAt(text, i)) {
                return i;
            }
        }
        return start;
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
