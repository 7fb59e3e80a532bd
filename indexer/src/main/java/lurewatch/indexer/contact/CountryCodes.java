package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.scan.SentenceEnds;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// The codes of countries that a text tells apart from the numbers behind or before them: `country
/// code two one two, then six …`, `国码八五五先按好,再按九六…`.
final class CountryCodes {
    private static final FewStrings NAMES =
            FewStrings.of(NumberWords.folded(Sayings.OF_NUMBERS.words("country-code")));

    /// From the words to the code's digits: ` is `, ` del Paraguay: `.
    private static final int REACH = 18;

    private static final int LONGEST_CODE = 3;

    /// From the code to the number that it is of, on either side.
    private static final int APART = 32;

    private static final int MOST = 10;

    private final List<SaidDigits> codes = new ArrayList<>();

    private CountryCodes(View view) {
        String text = view.text();
        NAMES.scan(
                view,
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

    static CountryCodes in(View folded) {
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
