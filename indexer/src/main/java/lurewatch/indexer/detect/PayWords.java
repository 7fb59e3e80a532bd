package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.Pay;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.text.Sayings;

/// Words for pay and for its periods, looked for beside an amount.
final class PayWords {
    /// Ends before a period of which hours or days of work are said, not pay: `25h/wk`, `40 hours a
    /// week`.
    private static final HeadedPattern TIME =
            HeadedPattern.compile(
                    "(?:\\d\\s?(?:h|ч)|"
                            + Sayings.OF_NUMBERS.either("hours-worked")
                            + ")[\\s/]{0,2}$",
                    0);

    /// Begins behind a number that counts hours.
    private static final Pattern HOURS =
            Pattern.compile("\\s?(?:" + Sayings.OF_NUMBERS.either("hours-counted") + ")");

    /// Ends before hours that are counted: `8小时`. What one of them brings is pay.
    private static final Pattern COUNTED =
            Pattern.compile("(?<![\\d.,])(?:[2-9]|1\\d|2[0-4])\\s?$");

    private static final int LONGEST_TIME = 10;

    /// The words, and what each says; the period is empty for a word for pay.
    private record Table(FewStrings words, List<Optional<Pay.Period>> meanings) {}

    private static final Table TABLE = table();

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

    private static Table table() {
        Map<String, Optional<Pay.Period>> sayings = new LinkedHashMap<>();
        sayings.put("pay", Optional.empty());
        sayings.put("an-hour", Optional.of(Pay.Period.HOUR));
        sayings.put("a-day", Optional.of(Pay.Period.DAY));
        sayings.put("a-week", Optional.of(Pay.Period.WEEK));
        sayings.put("a-year", Optional.of(Pay.Period.YEAR));
        sayings.put("a-month", Optional.of(Pay.Period.MONTH));
        List<String> words = new ArrayList<>();
        List<Optional<Pay.Period>> meanings = new ArrayList<>();
        sayings.forEach((saying, meaning) -> {
            for (String word : Sayings.OF_NUMBERS.words(saying)) {
                words.add(word.replace('~', ' '));
                meanings.add(meaning);
            }
        });
        return new Table(FewStrings.of(words), List.copyOf(meanings));
    }

    /// What the words from `from` to `to` say: the last period named, and whether pay is.
    static PayWords between(String text, int from, int to) {
        PayWords words = new PayWords(text, from);
        TABLE.words().scan(text.substring(from, to), words::onWord);
        return words;
    }

    /// The period that follows an amount at once.
    static Optional<Pay.Period> after(String text) {
        String following = text.stripLeading();
        PayWords words = new PayWords(following, 0);
        TABLE.words()
                .scan(following.substring(0, Math.min(following.length(), 9)), words::onFirstWord);
        return words.period;
    }

    /// Whether a number counts hours that ends before this.
    static boolean areHours(String following) {
        return HOURS.matcher(following).lookingAt();
    }

    private void onWord(int word, int start, int end) {
        Optional<Pay.Period> meaning = TABLE.meanings().get(word);
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
        return TIME.isIn(before) || (period == Pay.Period.HOUR && COUNTED.matcher(before).find());
    }

    private void onFirstWord(int word, int start, int end) {
        Optional<Pay.Period> meaning = TABLE.meanings().get(word);
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
