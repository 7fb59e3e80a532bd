package lurewatch.indexer.search;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.search.Lexeme.Condition;

/// Reads an amount of pay as a query writes it: US dollars a month, `1000`, `1,000`, `$1000`,
/// `1000usd` or `1.5k`.
final class PayAmount {
    private static final Pattern AMOUNT =
            Pattern.compile(
                    "\\$?(\\d{1,9}(?:\\.\\d{1,4})?|\\d{1,3}(?:,\\d{3}){1,3})(k?)(?:usdt?|\\$)?");

    private PayAmount() {}

    static double read(Condition condition, String written, int at) throws QueryException {
        Matcher amount = AMOUNT.matcher(written.strip().toLowerCase(Locale.ROOT).replace(" ", ""));
        if (!amount.matches()) {
            throw new QueryException(
                    String.format(
                            Locale.ROOT,
                            "'%s' is no amount; pay is compared in US dollars a month, whatever"
                                    + " the ad is written in: pay>=1000usd or pay:1000..3000",
                            written.strip()),
                    at);
        }
        double number = Double.parseDouble(amount.group(1).replace(",", ""));
        return amount.group(2).isEmpty() ? number : number * 1000;
    }
}
