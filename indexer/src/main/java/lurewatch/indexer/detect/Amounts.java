package lurewatch.indexer.detect;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import org.jspecify.annotations.Nullable;

/// Numbers as amounts are written with them, and the words that multiply them: `1,500`, `20k`,
/// `3.5万`, `1,50,000`.
final class Amounts {
    /// `1,500`, `1.500` and `1 500`, the Indian `1,50,000`, `1500`, `1.5`.
    static final String NUMBER =
            "(?:\\d{1,3}(?:[,.]\\d{3}){1,3}(?!\\d)|\\d{1,3}(?: \\d{3}){1,2}(?! ?\\d)"
                    + "|\\d{1,2}(?:,\\d{2}){1,3},\\d{3}(?!\\d)|\\d{1,9}(?:[.,]\\d{1,2}(?!\\d))?)";

    /// What the words behind a number multiply it by.
    private static final Map<String, Long> FACTORS = factors();

    /// The longest first.
    static final String MULTIPLIER =
            FACTORS.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?:", ")"));

    private static final Pattern THOUSANDS =
            Pattern.compile("\\d{1,3}(?:[,. ]\\d{3})+|\\d{1,2}(?:,\\d{2})+,\\d{3}");

    /// What parts thousands.
    private static final Pattern PARTING = Pattern.compile("[,. ]");

    private Amounts() {}

    /// `1,500`, `1.500` and `1 500` are thousands; `1.5` and `1,5` are not.
    ///
    /// @param written as [#NUMBER] finds it
    /// @param multiplier as [#MULTIPLIER] finds it; null where there is none
    static BigDecimal read(String written, @Nullable String multiplier) {
        String digits =
                THOUSANDS.matcher(written).matches()
                        ? PARTING.matcher(written).replaceAll("")
                        : written.replace(',', '.');
        return new BigDecimal(digits).multiply(BigDecimal.valueOf(factor(multiplier)));
    }

    static long factor(@Nullable String multiplier) {
        return multiplier == null ? 1 : Objects.requireNonNull(FACTORS.get(multiplier));
    }

    /// Where the digits end that begin there.
    static int afterDigits(String text, int start) {
        int i = start;
        while (i < text.length() && Scripts.isAsciiDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static Map<String, Long> factors() {
        Map<String, Long> factors = new HashMap<>();
        putAll(factors, "thousand", 1_000);
        putAll(factors, "ten-thousand", 10_000);
        putAll(factors, "hundred-thousand", 100_000);
        putAll(factors, "million", 1_000_000);
        putAll(factors, "ten-million", 10_000_000);
        putAll(factors, "hundred-million", 100_000_000);
        return factors;
    }

    private static void putAll(Map<String, Long> factors, String saying, long factor) {
        Sayings.OF_NUMBERS.words(saying).forEach(word -> factors.put(word, factor));
    }
}
