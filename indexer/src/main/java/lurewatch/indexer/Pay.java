package lurewatch.indexer;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// A promise of money as written, and what it comes to.
///
/// @param low the smaller amount; equal to `high` where one is named
/// @param currency ISO 4217 code, or `USDT`; empty where the text leaves it open
/// @param period as named; where the text names none, the likeliest
/// @param usdMonth at the rates of the rules that judged; empty where the currency has none
public record Pay(
        BigDecimal low,
        BigDecimal high,
        Optional<String> currency,
        Optional<Period> period,
        Optional<UsdMonth> usdMonth,
        Evidence evidence) {
    /// What an amount comes to in US dollars a month.
    public record UsdMonth(double low, double high) {}

    /// What one payment covers.
    public enum Period {
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Pay {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("pay range turned round: " + low + " to " + high);
        }
    }
}
