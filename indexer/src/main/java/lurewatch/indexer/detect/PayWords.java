package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.Pay;

/// Words for pay and for its periods, looked for beside an amount.
final class PayWords {
    private static final String PAY =
            "급여|월급|수입|페이|고정급|소득|薪|工资|工資|收入|底薪|待遇|salary|salaries|wage|income|earn|basic|pay |pay:|lương|thu nhập|luong|เงินเดือน|รายได้|ค่าจ้าง|gaji|penghasilan|upah|pendapatan|sahod|sweldo|給料|給与|報酬|月収|सैलरी|वेतन|तनख्वाह|तलब|বেতন|تنخواہ|راتب|salário|sueldo|salario|salaire|зп|з/п|зарплата|доход|mshahara|ደመወዝ|လစာ|ប្រាក់ខែ|ເງິນເດືອນ|சம்பளம்|maaş|kazanç|цалин|oylik|maosh|жалақы|айлығы|වැටුප|оклад|заработ|выходит|платят|платим|remunerat|remunera|in hand|we pay|ganas|ganar|ganhe|cobras|rémun|gagne|fixe |dibayar|bayaran|lãnh|kiếm|到手|月入|固定給|歩合|月給|फिक्स|कमाई|इन हैंड|আয়|آمدنی|دخل|أجر|జీతం|సంపాదన|ಸಂಬಳ|ವೇತನ|ശമ്പളം|પગાર|ਤਨਖਾਹ|ደሞዝ|حقوق|පඩිය|kipato|ဝင်ငွေ|ចំណូល|ລາຍໄດ້";
    private static final String HOUR =
            "시급|시간당|时薪|時薪|時給|/hr|/hour|/h|per hour|an hour|小时|小時|/giờ|ต่อชั่วโมง|por hora|per jam|час";
    private static final String DAY =
            "일당|하루|일급|매일|日结|日結|日薪|日给|日給|日当|/day|per day|a day|daily|/天|每天|日赚|ngày|วันละ|ต่อวัน|per hari|sehari|/hari|por dia|al día|रोज|प्रतिदिन|день|kwa siku";
    private static final String WEEK =
            "주급|매주|주에|주 |周薪|週薪|週給|/week|per week|a week|weekly|/周|tuần|สัปดาห์|minggu|semana|неделю|हफ्ते|haftalık|haftada|/wk";
    private static final String YEAR =
            "연봉|년봉|年薪|年収|年收|per year|a year|per annum|/year|/yr|annual|/năm|ต่อปี|per tahun|por ano|al año|год";
    private static final String MONTH =
            "월|달에|한달|한 달|月|month|/mo|tháng|thang|เดือน|bulan|bln|buwan|महीन|मासिक|মাস|ماہ|mês| mes|mensual|mensal|mois|месяц|mwezi|በወር|aylık|ayda|сард|сарын|oyiga|айына|මාසෙට|මාසයට|महिना|মাসে|மாதம்|மாசம்|నెలకు|ತಿಂಗಳಿಗೆ|മാസം|મહિને|ماهی |شهريا|شهري|ماہانہ";

    /// Ends before a period of which hours or days of work are said, not pay: `25h/wk`, `40 hours a
    /// week`.
    private static final Pattern TIME =
            Pattern.compile(
                    "(?:\\d\\s?(?:h|ч)|\\b(?:hrs?|hours?|days?|std\\.?|stunden|tage|horas|días|dias|heures|jours|ore|giorni|uur|dagen|jam|hari|giờ|tiếng|ngày|saat|gün|masaa|siku)|часов|часа|дней|дня|小时|小時|時間|시간|ชั่วโมง|วัน|घंटे|दिन|ঘণ্টা|দিন|ساعات|ساعة|أيام)[\\s/]{0,2}$");

    /// Begins behind a number that counts hours.
    private static final Pattern HOURS =
            Pattern.compile(
                    "\\s?(?:小时|小時|時間|시간(?!당)|час|hrs?\\b|hours?\\b|h/|h\\b|std\\b|stunden|horas|heures|jam\\b|tiếng|giờ|ชั่วโมง|saat)");

    /// Ends before hours that are counted: `8小时`. What one of them brings is pay.
    private static final Pattern COUNTED =
            Pattern.compile("(?<![\\d.,])(?:[2-9]|1\\d|2[0-4])\\s?$");

    private static final int LONGEST_TIME = 10;

    /// What a word of the automaton says; the period is empty for a word for pay.
    private static final List<Optional<Pay.Period>> MEANINGS = new ArrayList<>();

    private static final FewStrings WORDS = words();

    private Optional<Pay.Period> period = Optional.empty();
    private boolean payWord;
    private int latest = -1;
    private final String text;

    /// Where in the text the words begin that are looked at.
    private final int from;

    private PayWords(String text, int from) {
        this.text = text;
        this.from = from;
    }

    private static FewStrings words() {
        List<String> words = new ArrayList<>();
        add(words, PAY, Optional.empty());
        add(words, HOUR, Optional.of(Pay.Period.HOUR));
        add(words, DAY, Optional.of(Pay.Period.DAY));
        add(words, WEEK, Optional.of(Pay.Period.WEEK));
        add(words, YEAR, Optional.of(Pay.Period.YEAR));
        add(words, MONTH, Optional.of(Pay.Period.MONTH));
        return FewStrings.of(words);
    }

    private static void add(List<String> words, String alternatives, Optional<Pay.Period> meaning) {
        for (String word : alternatives.split("\\|", -1)) {
            words.add(word);
            MEANINGS.add(meaning);
        }
    }

    /// What the words from `from` to `to` say: the last period named, and whether pay is.
    static PayWords between(String text, int from, int to) {
        PayWords words = new PayWords(text, from);
        WORDS.scan(text.substring(from, to), words::onWord);
        return words;
    }

    /// The period that follows an amount at once.
    static Optional<Pay.Period> after(String text) {
        String following = text.stripLeading();
        PayWords words = new PayWords(following, 0);
        WORDS.scan(following.substring(0, Math.min(following.length(), 9)), words::onFirstWord);
        return words.period;
    }

    /// Whether a number counts hours that ends before this.
    static boolean areHours(String following) {
        return HOURS.matcher(following).lookingAt();
    }

    private void onWord(int word, int start, int end) {
        Optional<Pay.Period> meaning = MEANINGS.get(word);
        payWord |= meaning.isEmpty();
        if (meaning.isPresent() && end > latest && !isOfTime(meaning.get(), start)) {
            latest = end;
            period = meaning;
        }
    }

    /// Whether the period at `start` says how long one works and not for how long one is paid.
    private boolean isOfTime(Pay.Period period, int start) {
        int at = from + start;
        String before = text.substring(Math.max(0, at - LONGEST_TIME), at);
        return TIME.matcher(before).find()
                || (period == Pay.Period.HOUR && COUNTED.matcher(before).find());
    }

    private void onFirstWord(int word, int start, int end) {
        Optional<Pay.Period> meaning = MEANINGS.get(word);
        if (meaning.isPresent() && (latest < 0 || end <= latest)) {
            latest = end;
            period = meaning;
        }
    }

    Optional<Pay.Period> period() {
        return period;
    }

    boolean namePay() {
        return payWord;
    }
}
