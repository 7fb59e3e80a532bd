package lurewatch.indexer.detect;

import java.math.BigDecimal;
import java.util.Optional;
import lurewatch.indexer.Pay;
import lurewatch.indexer.rules.PayTable;

/// What pay comes to in US dollars a month, at the rates of a table.
final class PayRates {
    private static final double HOURS_PER_MONTH = 170;
    private static final double DAYS_PER_MONTH = 24;
    private static final double WEEKS_PER_MONTH = 4.3;
    private static final double MONTHS_PER_YEAR = 12;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1e15);

    /// `$45k-$67k` names no period; so many times the mark is what people earn in a year.
    private static final double MORE_LIKELY_A_YEAR = 8;

    private final PayTable table;

    PayRates(PayTable table) {
        this.table = table;
    }

    /// The pay with its period, where the text names none the likeliest, and with its worth where
    /// the currency is known.
    Pay completed(Pay pay) {
        Optional<PayTable.Currency> currency =
                pay.currency().map(code -> table.currencies().get(code));
        Pay.Period period = pay.period().orElseGet(() -> likeliest(pay, currency));
        return new Pay(
                pay.low(),
                pay.high(),
                pay.currency(),
                Optional.of(period),
                currency.map(rate ->
                        new Pay.UsdMonth(
                                worth(pay.low(), period, rate), worth(pay.high(), period, rate))),
                pay.evidence());
    }

    private static Pay.Period likeliest(Pay pay, Optional<PayTable.Currency> currency) {
        boolean isLarge =
                currency.filter(rate ->
                                worth(pay.low(), Pay.Period.MONTH, rate)
                                        >= MORE_LIKELY_A_YEAR * rate.highUsd())
                        .isPresent();
        return isLarge ? Pay.Period.YEAR : Pay.Period.MONTH;
    }

    /// In cents: more would feign a precision that coarse rates have not.
    private static double worth(BigDecimal amount, Pay.Period period, PayTable.Currency rate) {
        double usd = perMonth(amount.min(LARGEST).doubleValue(), period) * rate.usd();
        return Math.rint(usd * 100) / 100;
    }

    private static double perMonth(double amount, Pay.Period period) {
        return switch (period) {
            case HOUR -> amount * HOURS_PER_MONTH;
            case DAY -> amount * DAYS_PER_MONTH;
            case WEEK -> amount * WEEKS_PER_MONTH;
            case MONTH -> amount;
            case YEAR -> amount / MONTHS_PER_YEAR;
        };
    }
}
