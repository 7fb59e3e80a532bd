package lurewatch.indexer.contact;

import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.text.Sayings;

/// What may stand between a number and the name of a channel behind it, and still say that the
/// number answers there.
final class BehindNumber {
    static final int LONGEST = 30;

    /// Signs alone are no longer.
    static final int MOST_SIGNS = 5;

    /// May stand between a number and the channel where it answers: `… 345 (only WhatsApp)`, `… 345
    /// same number on WhatsApp`, `… 345 (có Zalo)`.
    private static final Set<String> WORDS = Set.copyOf(Sayings.OF_NUMBERS.words("answers-there"));

    /// Those of them that say that a number is for two channels.
    private static final Set<String> SAME = Set.copyOf(Sayings.OF_NUMBERS.words("for-both"));

    /// `… 345 (no WhatsApp)`, `… 345, không Zalo`
    private static final Pattern NOT_THERE =
            Pattern.compile(
                    "\\s?[(（,;，]\\s?no\\s|(?:\\s?[(（,;，]\\s?|.*\\s)(?:"
                            + Sayings.OF_NUMBERS.either("not-there")
                            + ")\\s?",
                    Pattern.DOTALL);

    /// `… 345, ватсапа нет`
    private static final Pattern NOT_HERE =
            Pattern.compile(
                    "(?:[аa]|[''’]?(?:ım|im|um)|m|은|는|이|도)?\\s?(?:"
                            + Sayings.OF_NUMBERS.either("not-here")
                            + ")");

    /// `… 345 (KKTC), wp var`
    private static final Pattern REMARK =
            Pattern.compile(
                    "^\\s?[(（][\\p{L}\\p{M} .]{2,14}[)）](?=[ ,;/])|^\\s?[(（][\\p{L}\\p{M}\\d:~–-]{2,18}[)）](?=[,，、])");

    /// `… 345 or 0722 000 870 (WhatsApp only)`: a remark in brackets behind the second of two.
    private static final Pattern OF_LAST =
            Pattern.compile("[^,;，、\\d]{0,12}[\\d +.-]{7,}[(（][^)）]*");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    private BehindNumber() {}

    /// Whether what stands behind a channel's name says that nobody answers there.
    static boolean isDeniedFrom(String raw, int end) {
        return NOT_HERE.matcher(raw).region(end, raw.length()).lookingAt();
    }

    /// `Viber (same number on WeChat): …`: whether what stands between two channels says that one
    /// number is for both.
    static boolean isSaidToBeSame(String raw, int end, int start) {
        String between = LowerCase.of(raw.substring(end, start));
        return raw.charAt(end) == ' '
                && between.startsWith(" (")
                && SAME.stream().anyMatch(between::contains)
                && NO_LETTERS
                        .splitAsStream(between)
                        .allMatch(word -> word.isEmpty() || WORDS.contains(word));
    }

    /// Whether only signs, or words that say that the number answers there, stand between the two.
    static boolean leadsTo(String raw, int end, int start) {
        if (start - end <= MOST_SIGNS && isOnlySigns(raw, end, start)) {
            return true;
        }
        if (start - end > LONGEST || start <= end) {
            return false;
        }
        String behind = LowerCase.of(raw.substring(end, start));
        if (NOT_THERE.matcher(behind).matches()) {
            return false;
        }
        String between = REMARK.matcher(behind).replaceFirst("");
        if (between.indexOf('/') >= 0 && between.chars().anyMatch(Character::isDigit)) {
            return false; // another number stands nearer; of those behind commas it may be for all
        }
        if (OF_LAST.matcher(between).matches()) {
            return false;
        }
        for (String word : NO_LETTERS.split(between, -1)) {
            if (!word.isEmpty() && !WORDS.contains(word)) {
                return false;
            }
        }
        return between.indexOf('\n') < 0
                && ".。!?！？".chars().noneMatch(c -> between.indexOf(c) >= 0);
    }

    static boolean isOnlySigns(String raw, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = raw.charAt(i);
            if (Character.isLetterOrDigit(c) || "\n.。!?！？।။።".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }
}
