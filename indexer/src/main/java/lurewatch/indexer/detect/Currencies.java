package lurewatch.indexer.detect;

import static java.util.function.Function.identity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.indexer.text.JarText;
import org.jspecify.annotations.Nullable;

/// Which currency a sign or word means, and which one goes without saying in a language.
///
/// The words stand in `currencies.tsv`: a code, the language in which they mean it (`und` where
/// they mean it in all that have no row of their own), and the words in small letters, parted by
/// `|`.
final class Currencies {
    private static final Map<String, String> OF_LANGUAGE =
            Map.ofEntries(
                    Map.entry("ko", "KRW"),
                    Map.entry("zh-Hans", "CNY"),
                    Map.entry("zh-Hant", "TWD"),
                    Map.entry("ja", "JPY"),
                    Map.entry("vi", "VND"),
                    Map.entry("th", "THB"),
                    Map.entry("id", "IDR"),
                    Map.entry("ms", "MYR"),
                    Map.entry("tl", "PHP"),
                    Map.entry("hi", "INR"),
                    Map.entry("ne", "NPR"),
                    Map.entry("bn", "BDT"),
                    Map.entry("ur", "PKR"),
                    Map.entry("pt", "BRL"),
                    Map.entry("ru", "RUB"),
                    Map.entry("sw", "KES"),
                    Map.entry("am", "ETB"),
                    Map.entry("my", "MMK"),
                    Map.entry("km", "USD"),
                    Map.entry("lo", "LAK"),
                    Map.entry("ta", "INR"),
                    Map.entry("te", "INR"),
                    Map.entry("kn", "INR"),
                    Map.entry("ml", "INR"),
                    Map.entry("gu", "INR"),
                    Map.entry("pa", "INR"));

    /// By what is written, then by the language it is written in; `und` for all others.
    private static final Map<String, Map<String, String>> WRITTEN = written();

    private static final String ANY_LANGUAGE = "und";
    private static final int COLUMNS = 3;

    private static final char FIRST_SPELLED = 'ß';
    private static final char LAST_SPELLED = 'ԯ';
    private static final String SPELLED = "[a-z" + FIRST_SPELLED + "-" + LAST_SPELLED + "]";

    /// Up to here a word in letters that are spelled is whole or none: `won`, not `wonderful`.
    private static final int LONGEST_SHORT = 4;

    /// … and longer ones may have endings: `рублями`, `dollarga`.
    private static final int LONGEST_ENDING = 4;

    /// A regular expression for all of them, the longest first: a group that captures nothing.
    static final String EXPRESSION = expression();

    /// How long the longest is.
    static final int LONGEST =
            WRITTEN.keySet().stream().mapToInt(String::length).max().orElseThrow() + LONGEST_ENDING;

    private Currencies() {}

    private static Map<String, Map<String, String>> written() {
        Map<String, Map<String, String>> written = new HashMap<>();
        for (String line : JarText.rows(Currencies.class, "currencies.tsv")) {
            String[] columns = line.split("\t", -1);
            if (columns.length != COLUMNS) {
                throw new IllegalStateException("currencies.tsv: not three columns: " + line);
            }
            for (String word : columns[2].split("\\|", -1)) {
                written.computeIfAbsent(word, _ -> new HashMap<>()).put(columns[1], columns[0]);
            }
        }
        return written;
    }

    private static String expression() {
        return WRITTEN.keySet().stream()
                .sorted(
                        Comparator.comparingInt(String::length)
                                .reversed()
                                .thenComparing(identity()))
                .map(word -> Pattern.quote(word) + end(word))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String end(String word) {
        if (!isSpelled(word.charAt(word.length() - 1))) {
            return "";
        }
        String endings =
                word.length() > LONGEST_SHORT ? SPELLED + "{0," + LONGEST_ENDING + "}+" : "";
        return endings + "(?!" + SPELLED + ")";
    }

    /// Whether a small letter is one of Latin, Greek or Cyrillic, in which words stand apart.
    static boolean isSpelled(char c) {
        return (c >= 'a' && c <= 'z') || (c >= FIRST_SPELLED && c <= LAST_SPELLED);
    }

    /// The currency's code (ISO 4217, or `USDT`).
    ///
    /// @param written a sign or a word, which may have endings; in small letters
    static Optional<String> code(String written, String language) {
        for (int ending = 0; mayEnd(written, ending); ending++) {
            Map<String, String> byLanguage =
                    WRITTEN.get(written.substring(0, written.length() - ending));
            if (byLanguage != null) {
                return Optional.ofNullable(
                        byLanguage.getOrDefault(language, byLanguage.get(ANY_LANGUAGE)));
            }
        }
        return Optional.empty();
    }

    /// Whether so many letters at a word's end may be an ending.
    private static boolean mayEnd(String word, int letters) {
        return letters == 0
                || (letters <= LONGEST_ENDING
                        && word.length() - letters > LONGEST_SHORT
                        && isSpelled(word.charAt(word.length() - letters)));
    }

    /// The currency of an amount that names none.
    static Optional<String> usual(@Nullable String multiplier, String language) {
        return switch (multiplier == null ? "" : multiplier) {
            case "만", "천만", "백만", "억", "천" -> Optional.of("KRW");
            case "萬" -> Optional.of("TWD");
            case "triệu", "trieu", "tr", "củ", "nghìn", "ngàn" -> Optional.of("VND");
            case "juta", "jt", "ribu", "rb" -> Optional.of("IDR");
            case "หมื่น", "แสน", "พัน", "ล้าน" -> Optional.of("THB");
            default -> Optional.ofNullable(OF_LANGUAGE.get(language));
        };
    }
}
