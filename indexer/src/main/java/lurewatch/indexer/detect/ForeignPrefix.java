package lurewatch.indexer.detect;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;

/// Dialling codes of the places where compounds stand, in ads for people from elsewhere.
final class ForeignPrefix {
    private static final Map<String, String> HOME_LANGUAGE =
            Map.of(
                    "+855", "km", "+95", "my", "+856", "lo", "+66", "th", "+84", "vi", "+63", "tl",
                    "+971", "ar", "+670", "pt");

    /// As the lexicon's patterns for these codes weigh: the fewer people have to do with a country
    /// but for its compounds, the more.
    private static final Map<String, Double> WEIGHTS =
            Map.of(
                    "+855", 0.5, "+95", 0.4, "+856", 0.4, "+66", 0.2, "+84", 0.15, "+63", 0.15,
                    "+971", 0.2, "+670", 0.3);

    private ForeignPrefix() {}

    /// The weight of a number in E.164 among words in these languages. Where none is told nobody
    /// knows whether the number is foreign: text around would then take the signal away again.
    static Optional<Double> weight(String number, Set<String> languages) {
        for (int length = 4; length >= 3; length--) {
            String code = number.substring(0, Math.min(number.length(), length));
            String home = HOME_LANGUAGE.get(code);
            if (home != null) {
                return Set.of(home).containsAll(languages)
                        ? Optional.empty()
                        : Optional.ofNullable(WEIGHTS.get(code));
            }
        }
        return Optional.empty();
    }

    /// Whether the number matched belongs to the country whose language the text is in.
    static boolean isHome(ScannedText scanned, Match match) {
        String written = scanned.raw().substring(match.start(), match.end());
        StringBuilder digits = new StringBuilder("+");
        for (int i = 0; i < written.length(); i++) {
            int digit = Character.digit(written.charAt(i), 10);
            if (digit >= 0) {
                digits.append(digit);
            }
        }
        String number =
                digits.toString().startsWith("+00") ? "+" + digits.substring(3) : digits.toString();
        return weight(number, scanned.languages().near(match.start())).isEmpty();
    }
}
