package lurewatch.indexer.contact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Numbers that stand where an ad has its price, and of which it says that they are none: `₱
/// 09,170,000,075 (hindi po yan presyo, sa Viber po yan)`.
final class NumbersAsPrices {
    private static final FewStrings NOTES =
            FewStrings.of(NumberWords.folded(Sayings.OF_NUMBERS.words("not-the-price")));

    private static final Pattern AMOUNT =
            Pattern.compile(
                    "(?<![\\p{L}\\d.,])\\+?(?:\\d{1,3}(?:[., ']\\d{2,4}){2,4}|\\d{9,13})(?![\\p{L}\\d])");

    /// From the price to what is said of it.
    private static final int REACH = 60;

    /// From there to the channel where the number answers.
    private static final int TO_CHANNEL = 90;

    private static final int MOST = 20;

    private NumbersAsPrices() {}

    static void findIn(View folded, DeducedNumbers numbers) {
        int[] found = {0};
        NOTES.scan(
                folded,
                (_, start, end) -> {
                    if (found[0]++ < MOST) {
                        read(start, end, numbers);
                    }
                });
    }

    private static void read(int noteStart, int noteEnd, DeducedNumbers numbers) {
        int to = numbers.view().indexOf(numbers.rawOfFolded(noteStart));
        String text = numbers.view().text();
        Matcher amount = AMOUNT.matcher(text).region(Math.max(0, to - REACH), to);
        int start = -1;
        int end = -1;
        while (amount.find()) {
            start = amount.start();
            end = amount.end();
        }
        if (start < 0 || numbers.isTaken(start, end)) {
            return;
        }
        String digits = text.substring(start, end).replaceAll("[^+\\d]", "");
        List<Match> behind = numbers.channelBehind(numbers.rawOfFolded(noteEnd), TO_CHANNEL);
        List<Match> named = behind.isEmpty() ? numbers.named(start, end, start) : behind;
        if (!named.isEmpty() && numbers.add(digits, start, end, named, "as a price")) {
            numbers.take(start, end);
        }
    }
}
