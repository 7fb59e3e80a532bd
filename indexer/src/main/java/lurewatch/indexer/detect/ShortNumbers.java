package lurewatch.indexer.detect;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.View;

/// Hotlines of three to six digits, as warnings give them: `call 112`, `拨打反诈专线 96110`, `สายด่วน
/// 1441`. Only behind a word for calling; a country's plan must know the number, or the word must
/// mean a hotline and nothing else.
final class ShortNumbers {
    private static final int ENOUGH = 30;

    private static final int SHORTEST = 3;
    private static final int LONGEST = 6;

    /// No word and gap before a number are longer.
    private static final int REACH = 40;

    private static final String HOTLINE =
            "hotline|helpline|专线|專線|热线|熱線|สายด่วน|đường dây nóng|tổng đài|ホットライン|相談専用電話|ダイヤル|국번\\s?없이|상담전화|신고전화|हेल्पलाइन|हॉटलाइन|शिकायत|горяч[а-я]{2} лини[а-я]|disque";

    /// Words for calling, with the countries where they are said.
    private static final Map<String, List<String>> CALL =
            Map.ofEntries(
                    Map.entry(
                            "\\bcall|\\bdial|\\bphone",
                            List.of("US", "GB", "IN", "PH", "KE", "MY", "SG")),
                    Map.entry("拨打|请拨|致电|热线|专线", List.of("CN")),
                    Map.entry("撥打|請撥|電洽|專線|熱線", List.of("TW", "HK")),
                    Map.entry("โทร|สายด่วน", List.of("TH")),
                    Map.entry("전화|신고|연락", List.of("KR")),
                    Map.entry("gọi", List.of("VN")),
                    Map.entry("hubungi|telepon", List.of("ID", "MY")),
                    Map.entry("\\btawag", List.of("PH")),
                    Map.entry("ligue", List.of("BR")),
                    Map.entry("llame", List.of("MX", "CO", "PE", "ES")),
                    Map.entry("звоните|номеру", List.of("RU")),
                    Map.entry("कॉल|फोन", List.of("IN", "NP")),
                    Map.entry("電話", List.of("JP", "TW", "HK")),
                    Map.entry("\\bpiga", List.of("KE", "TZ")),
                    Map.entry("اتصل", List.of("AE", "EG", "SA")),
                    Map.entry("کال|شکایت", List.of("PK")),
                    Map.entry("ফোন|কল", List.of("BD", "IN")));

    private static final Map<Pattern, List<String>> COUNTRIES =
            CALL.entrySet().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    e -> Pattern.compile(e.getKey(), Pattern.CASE_INSENSITIVE),
                                    Map.Entry::getValue));
    private static final Pattern ONLY_HOTLINE = Pattern.compile(HOTLINE, Pattern.CASE_INSENSITIVE);
    private static final HeadedPattern NUMBER =
            HeadedPattern.compile(
                    "(?:"
                            + HOTLINE
                            + "|"
                            + String.join("|", new TreeSet<>(CALL.keySet()))
                            + ")[^\\d\\n。.!?#]{0,12}(?<![$₩¥€£฿₫₱₹+-])#?([1-9]\\d{2,5})(?![\\d%+]|[-.,:/~ ]\\d|[)）]\\s?\\d|\\s?(?:명|개|건|名|个|個|人|通|次|cuộc|người|calls?|people|customers|khách|ครั้ง|ราย|คน|k\\b|시|분|원|만|元|년|회|円|年|บาท|đ|per|a day|times|days?|hours?|min|usd|件|일|층|호))",
                    Pattern.CASE_INSENSITIVE);

    /// `신고: 112 또는 1330`: what is listed behind one that was found.
    private static final Pattern LISTED =
            Pattern.compile(
                    "\\s?(?:,|/|、|·|\\bor|\\band|或|및|또는|hoặc|atau|หรือ)\\s?([1-9]\\d{2,5})(?![\\d%+]|[-.,:/~]\\d)");

    private final View view;
    private final String text;
    private final LikelyRegions regions;
    private final ContactList contacts;

    ShortNumbers(Reading reading, LikelyRegions regions, ContactList contacts) {
        this.view = reading.views().cased();
        this.text = view.text();
        this.regions = regions;
        this.contacts = contacts;
    }

    void find() {
        HeadedPattern.Walk walk = NUMBER.walk(text, ENOUGH, this::add);
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && Scripts.isAsciiDigit(text.charAt(end))) {
                end++;
            }
            if (end - i >= SHORTEST && end - i <= LONGEST && text.charAt(i) != '0') {
                walk.noteRange(i - REACH, i - 1);
            }
            i = end + 1;
        }
        walk.lookWhereNoted();
    }

    private void add(MatchResult match) {
        String words = match.group();
        boolean hotline = ONLY_HOTLINE.matcher(words).find();
        Set<String> countries = new HashSet<>(regions.get().told());
        COUNTRIES.forEach((word, where) -> {
            if (word.matcher(words).find()) {
                countries.addAll(where);
            }
        });
        add(match.group(1), hotline, countries, match.start(1), match.end(1));
        Matcher listed = LISTED.matcher(text).region(match.end(1), text.length());
        if (listed.lookingAt()) {
            add(listed.group(1), false, countries, listed.start(1), listed.end(1));
        }
    }

    private void add(String number, boolean hotline, Set<String> countries, int start, int end) {
        boolean known = PhoneNumbers.isShort(number, countries);
        if ((hotline || known) && !contacts.isTaken(view.rawStart(start), view.rawEnd(end))) {
            contacts.add(
                    ContactKind.PHONE,
                    number,
                    view,
                    start,
                    end,
                    known ? 0.8 : 0.7,
                    "short number" + PhoneContacts.LAND_LINE);
        }
    }
}
