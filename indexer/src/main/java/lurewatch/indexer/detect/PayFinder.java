package lurewatch.indexer.detect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.Pay;
import lurewatch.indexer.text.View;

/// Promises of pay in many languages' writings: `월 1500만`, `3-5万`, `2K USDT`, `20jt`, `lương 25tr`,
/// `5หมื่น`, `$3,000/month`. An amount without any word for pay or period beside it is a price, a
/// number of pieces or an address, and not taken.
final class PayFinder {
    private static final int MAX_PAY = 20;
    private static final int BEFORE = 18;
    private static final int AFTER = 14;
    private static final int WINDOW = 64;

    private static final String NUMBER =
            "(?:\\d{1,3}(?:[,.]\\d{3}){1,3}(?!\\d)|\\d{1,9}(?:[.,]\\d{1,2}(?!\\d))?)";
    private static final String MULTIPLIER =
            "(?:천만|백만|만|억|천|百万|千万|万|萬|w|千|k|triệu|trieu|tr|củ|juta|jt|ribu|rb|หมื่น|แสน|พัน|ล้าน|lakhs?|lacs?|लाख|লাখ|لاکھ|हजार|हज़ार|হাজার|ہزار|mil|тысяч|тыс\\.?|т\\.р|သိန်း|nghìn|ngàn)";
    private static final String CURRENCY =
            "(?:usdt|usd|us\\$|u\\.s\\.?\\$|hk\\$|nt\\$|s\\$|r\\$|\\$|u(?![a-z])|刀|美金|美元|美刀|달러|불|만불|원|won|krw|₩|人民币|元|块|rmb|cny|円|日元|yen|jpy|¥|₫|vnđ|vnd|đồng|đô la|đô|đ(?![a-zà-ỹ])|บาท|baht|thb|฿|บ\\.|rp\\.?|rupiah|idr|rm|myr|令吉|₱|php|pesos?|piso|₹|inr|rs\\.?|रुपये|रुपए|টাকা|taka|bdt|روپے|pkr|brl|reais|ksh|kes|ugx|tzs|birr|台幣|台币|ntd|twd|港紙|港幣|港币|hkd|aed|dirhams?|درهم|€|eur|euros?|£|gbp|₽|руб\\.?|рублей|долларов|долл\\.?|dólares|dolares|dolar|dollars?|ดอลลาร์|ڈالر|دولار|डॉलर|डलर|ডলার|ዶላር|டாலர்)";
    private static final Pattern AMOUNT =
            Pattern.compile(
                    "("
                            + NUMBER
                            + ")\\s?("
                            + MULTIPLIER
                            + "(?![a-z]))?\\s?("
                            + CURRENCY
                            + ")?"
                            + "(?:\\s?(?:~|-|–|—|至|到|to|đến|sampai|s/d|ถึง|から|hasta|a)\\s?(?:"
                            + CURRENCY
                            + ")?\\s?("
                            + NUMBER
                            + ")\\s?("
                            + MULTIPLIER
                            + "(?![a-z]))?\\s?("
                            + CURRENCY
                            + ")?)?");
    private static final Pattern CURRENCY_BEFORE = Pattern.compile(CURRENCY + "\\s?$");

    private static final Map<Pay.Period, Pattern> PERIODS =
            Map.of(
                    Pay.Period.HOUR,
                            Pattern.compile(
                                    "시급|시간당|时薪|時薪|時給|/\\s?h(?:r|our)?\\b|per hour|an hour|小时|小時|/giờ|ต่อชั่วโมง|por hora|per jam|час"),
                    Pay.Period.DAY,
                            Pattern.compile(
                                    "일당|하루|일급|매일|日结|日結|日薪|日给|日給|日当|/\\s?day|per day|a day|daily|/天|每天|日赚|ngày|วันละ|ต่อวัน|per hari|sehari|/hari|por dia|al día|रोज|प्रतिदिन|কে প্রতিদিন|день|kwa siku"),
                    Pay.Period.WEEK,
                            Pattern.compile(
                                    "주급|매주|주에|주 |周薪|週薪|週給|/\\s?w(?:ee)?k|per week|a week|weekly|/周|tuần|สัปดาห์|minggu|semana|неделю|हफ्ते"),
                    Pay.Period.YEAR,
                            Pattern.compile(
                                    "연봉|년봉|年薪|年収|年收|per year|a year|per annum|/\\s?y(?:ea)?r|annual|/năm|ต่อปี|per tahun|por ano|al año|год"),
                    Pay.Period.MONTH,
                            Pattern.compile(
                                    "월|달에|한 ?달|月|month|/\\s?mo\\b|tháng|เดือน|bulan|bln|buwan|महीन|मासिक|মাস|ماہ|mês|\\bmes\\b|mensual|mensal|mois|месяц|mwezi|በወር|လ "));
    private static final List<Pay.Period> ORDER =
            List.of(
                    Pay.Period.HOUR,
                    Pay.Period.DAY,
                    Pay.Period.WEEK,
                    Pay.Period.YEAR,
                    Pay.Period.MONTH);
    private static final Pattern PAY_WORD =
            Pattern.compile(
                    "급여|월급|수입|페이|고정급|소득|薪|工资|工資|收入|底薪|待遇|salary|salaries|wage|income|earn|basic|pay\\b|lương|thu nhập|เงินเดือน|รายได้|ค่าจ้าง|gaji|penghasilan|upah|pendapatan|sahod|sweldo|給料|給与|報酬|月収|सैलरी|वेतन|तनख्वाह|तलब|বেতন|تنخواہ|راتب|salário|sueldo|salario|salaire|зп|з/п|зарплата|доход|mshahara|ደመወዝ|လစာ|ប្រាក់ខែ|ເງິນເດືອນ|சம்பளம்");

    private PayFinder() {}

    static List<Pay> find(Reading reading) {
        View view = reading.views().folded();
        String text = view.text();
        List<Pay> found = new ArrayList<>();
        Matcher matcher = AMOUNT.matcher(text).useTransparentBounds(true);
        int i = 0;
        while (i < text.length() && found.size() < MAX_PAY) {
            if (!Scripts.isAsciiDigit(text.charAt(i))) {
                i++;
                continue;
            }
            matcher.region(i, Math.min(text.length(), i + WINDOW));
            if (!matcher.lookingAt()) {
                i++;
                continue;
            }
            pay(reading, view, matcher).ifPresent(found::add);
            i = Math.max(matcher.end(), afterDigits(text, i));
        }
        return found;
    }

    private static int afterDigits(String text, int start) {
        int i = start;
        while (i < text.length() && Scripts.isAsciiDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static Optional<Pay> pay(Reading reading, View view, Matcher m) {
        String text = view.text();
        String before = text.substring(Math.max(0, m.start() - BEFORE), m.start());
        String after = text.substring(m.end(), Math.min(text.length(), m.end() + AFTER));
        Optional<Pay.Period> period = period(before, after);
        boolean payWord = PAY_WORD.matcher(before).find();
        Optional<String> currency = currency(m, before, reading.language().orElse(""));
        String multiplier = m.group(5) != null ? m.group(5) : m.group(2);
        boolean money =
                m.group(3) != null
                        || m.group(6) != null
                        || CURRENCY_BEFORE.matcher(before).find()
                        || multiplier != null;
        if (!money && !payWord || period.isEmpty() && !payWord || isPartOfWord(text, m.start())) {
            return Optional.empty();
        }
        BigDecimal low = amount(m.group(1), m.group(2) != null ? m.group(2) : multiplier);
        BigDecimal high = m.group(4) == null ? low : amount(m.group(4), multiplier);
        if (low.signum() == 0 || low.compareTo(high) > 0) {
            high = low;
        }
        Optional<Pay.Period> known = period.or(() -> Optional.of(Pay.Period.MONTH));
        int end = m.end();
        while (end > m.start() && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return Optional.of(
                new Pay(low, high, currency, known, reading.quote(view, m.start(), end)));
    }

    private static boolean isPartOfWord(String text, int start) {
        return start > 0
                && (Scripts.isAsciiWord(text.charAt(start - 1))
                                && !text.substring(Math.max(0, start - 4), start)
                                        .matches(".*(?:rm|rp|usd|us|php|rs|ksh|hkd|p)")
                        || text.charAt(start - 1) == '+'
                        || text.charAt(start - 1) == '@');
    }

    private static Optional<Pay.Period> period(String before, String after) {
        for (Pay.Period period : ORDER) {
            Pattern words = PERIODS.get(period);
            if (words != null
                    && (words.matcher(after).lookingAt()
                            || words.matcher(after.strip()).lookingAt())) {
                return Optional.of(period);
            }
        }
        int latest = -1;
        Optional<Pay.Period> nearest = Optional.empty();
        for (Pay.Period period : ORDER) {
            Matcher words = PERIODS.get(period).matcher(before);
            while (words.find()) {
                if (words.end() > latest) {
                    latest = words.end();
                    nearest = Optional.of(period);
                }
            }
        }
        return nearest;
    }

    /// `1,500` and `1.500` are thousands; `1.5` and `1,5` are not.
    private static BigDecimal amount(
            String written, @org.jspecify.annotations.Nullable String multiplier) {
        String digits =
                written.matches("\\d{1,3}(?:[,.]\\d{3})+")
                        ? written.replaceAll("[,.]", "")
                        : written.replace(',', '.');
        return new BigDecimal(digits).multiply(BigDecimal.valueOf(factor(multiplier)));
    }

    private static long factor(@org.jspecify.annotations.Nullable String multiplier) {
        return switch (multiplier == null ? "" : multiplier) {
            case "만", "万", "萬", "w", "หมื่น" -> 10_000;
            case "천", "천만", "千万" -> 10_000_000; // 월 2천 means 2천만
            case "백만", "百万", "triệu", "trieu", "tr", "củ", "juta", "jt", "ล้าน" -> 1_000_000;
            case "억" -> 100_000_000;
            case "แสน", "lakh", "lakhs", "lac", "lacs", "लाख", "লাখ", "لاکھ", "သိန်း" -> 100_000;
            case "" -> 1;
            default -> 1_000;
        };
    }

    private static Optional<String> currency(Matcher m, String before, String language) {
        for (int group : new int[] {6, 3}) {
            if (m.group(group) != null) {
                return Currencies.code(m.group(group), language);
            }
        }
        Matcher written = CURRENCY_BEFORE.matcher(before);
        if (written.find()) {
            return Currencies.code(written.group().strip(), language);
        }
        return Currencies.usual(m.group(5) != null ? m.group(5) : m.group(2), language);
    }
}
