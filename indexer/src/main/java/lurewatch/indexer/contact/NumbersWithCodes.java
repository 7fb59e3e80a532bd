package lurewatch.indexer.contact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.text.View;

/// Numbers in figures of which the text tells the country's code apart from them: `12 000 075,
/// country code 855`.
final class NumbersWithCodes {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}+])\\(?\\d(?:[ .()-]{0,2}+\\d){6,11}+(?![\\p{L}\\p{N}])");

    private static final int MOST = 40;

    private NumbersWithCodes() {}

    static void findIn(View folded, DeducedNumbers numbers) {
        CountryCodes codes = CountryCodes.in(folded);
        if (codes.areNone()) {
            return;
        }
        Matcher written = NUMBER.matcher(folded.text());
        for (int found = 0; found < MOST && written.find(); found++) {
            int start = written.start();
            int end = written.end();
            Optional<String> number =
                    codes.withCode(written.group().replaceAll("\\D", ""), start, end);
            if (number.isPresent() && !numbers.isTaken(start, end)) {
                List<Match> named = numbers.named(start, end, start);
                numbers.add(number.get(), start, end, named, "with the code told");
            }
        }
    }
}
