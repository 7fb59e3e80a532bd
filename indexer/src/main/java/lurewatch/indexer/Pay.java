package lurewatch.indexer;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// A promise of money as written, understood but not converted.
///
/// @param low the smaller amount; equal to `high` where one is named
/// @param currency ISO 4217 code, or `USDT`; empty where the text leaves it open
public record Pay(
        BigDecimal low,
        BigDecimal high,
        Optional<String> currency,
        Optional<Period> period,
        Evidence evidence) {
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
