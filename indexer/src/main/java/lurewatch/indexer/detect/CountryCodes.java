package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The codes of countries that a text tells apart from the numbers behind or before them: `country
/// code two one two, then six …`, `国码八五五先按好,再按九六…`.
final class CountryCodes {
    private static final FewStrings NAMES =
            FewStrings.of(
                    NumberWords.foldedLines(
                            """
                            country code|dial code|dialing code|dialling code|calling code|international code
                            국가번호|국가 번호|국가코드|국가 코드|나라번호|나라 번호
                            国码|國碼|国家码|國家碼|区号|區號|国际区号|國際區號|国家代码|國家代碼|国号
                            国番号|国コード|国際番号
                            mã nước|mã quốc gia|mã vùng quốc gia|đầu nước|รหัสประเทศ|ລະຫັດປະເທດ|លេខកូដប្រទេស|កូដប្រទេស|နိုင်ငံကုဒ်|နိုင်ငံကုတ်
                            kode negara|kode negaranya|kod negara|country code nya
                            indicativo|código de país|código del país|codigo de pais|prefijo internacional|prefijo|código do país|código do pais|ddi
                            indicatif|code pays|code du pays|ländervorwahl|landesvorwahl|landcode|landnummer|landsnummer|landekode|landskod|landkode|maatunnus|suuntanumero
                            prefisso internazionale|prefisso|kierunkowy|numer kierunkowy|kod kraju|předvolba|predvoľba|pozivni broj|pozivni|позивни број|позивни|код на държавата|код на страната
                            код страны|код країни|код краіны|международный код|ел коды|мемлекет коды|өлкө коду|davlat kodi|ölke kodu|ülke kodu|ölkə kodu|улсын код|коди кишвар
                            κωδικός χώρας|országhívó|országkód|prefixul țării|prefix țară|kodi i vendit|riigi kood|valsts kods|šalies kodas
                            مفتاح الدولة|كود الدولة|رمز الدولة|مقدمة الدولة|کد کشور|پیش شماره|پیش‌شماره|کوڈ ملک|ملک کا کوڈ|کنٹری کوڈ
                            देश का कोड|कंट्री कोड|देश कोड|देशको कोड|देशाचा कोड|দেশের কোড|কান্ট্রি কোড|நாட்டு குறியீடு|நாட்டு கோட்|దేశ కోడ్|ದೇಶದ ಕೋಡ್|രാജ്യ കോഡ്|കൺട്രി കോഡ്|દેશનો કોડ|ਦੇਸ਼ ਦਾ ਕੋਡ|රටේ කේතය|රටේ කෝඩ්
                            msimbo wa nchi|kodi ya nchi|lambar ƙasa|lambar kasa|koodhka dalka|furaha dalka|የሀገር ኮድ|የአገር ኮድ|ქვეყნის კოდი|երկրի կոդ|קידומת בינלאומית|קידומת מדינה|קידומת
                            """));

    /// From the words to the code's digits: ` is `, ` del Paraguay: `.
    private static final int REACH = 18;

    private static final int LONGEST_CODE = 3;

    /// From the code to the number that it is of, on either side.
    private static final int APART = 32;

    private static final int MOST = 10;

    private final List<SaidDigits> codes = new ArrayList<>();

    private CountryCodes(String text) {
        NAMES.scan(
                text,
                (_, start, end) -> {
                    boolean whole =
                            (start == 0
                                            || !Scripts.isWord(text.charAt(start))
                                            || !Scripts.isWord(text.charAt(start - 1)))
                                    && codes.size() < MOST;
                    if (whole) {
                        codeIn(text, end).ifPresent(codes::add);
                    }
                });
    }

    static CountryCodes in(String folded) {
        return new CountryCodes(folded);
    }

    private static Optional<SaidDigits> codeIn(String text, int from) {
        int to = Math.min(text.length(), from + REACH);
        int i = from;
        while (i < to && !SentenceEnds.isAt(text, i)) {
            SaidDigits digits = SaidDigits.at(text, i);
            String code = digits.digits().replace("+", "");
            if (!code.isEmpty()) {
                return Optional.of(new SaidDigits(code, digits.start(), digits.end()))
                        .filter(told -> told.digits().length() <= LONGEST_CODE)
                        .filter(told -> told.digits().charAt(0) != '0')
                        .filter(told ->
                                PhoneNumbers.regionOf(Integer.parseInt(told.digits())).isPresent());
            }
            i = Math.max(i + 1, digits.end());
        }
        return Optional.empty();
    }

    boolean areNone() {
        return codes.isEmpty();
    }

    /// Where the code that begins there ends; the place itself where none does.
    int endAt(int start) {
        for (SaidDigits code : codes) { // asked of each place
            if (code.start() == start) {
                return code.end();
            }
        }
        return start;
    }

    /// The code that is told beside what stands between the places.
    Optional<SaidDigits> beside(int start, int end) {
        return codes.stream()
                .filter(code ->
                        (code.end() <= start && start - code.end() <= APART)
                                || (code.start() >= end && code.start() - end <= APART))
                .findFirst();
    }

    /// The number between the places with the code that is told beside it.
    Optional<String> withCode(String digits, int start, int end) {
        return beside(start, end)
                .filter(_ -> !digits.startsWith("+"))
                .map(code -> "+" + code.digits() + withoutTrunk(digits));
    }

    private static String withoutTrunk(String digits) {
        return digits.startsWith("0") ? digits.substring(1) : digits;
    }
}
