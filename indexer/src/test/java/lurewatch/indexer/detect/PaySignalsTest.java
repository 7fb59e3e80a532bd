package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Signal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the shipped table: its figures change now and then, and these rows with them.
class PaySignalsTest {
    private static final Detector DETECTOR = Cases.shippedDetector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // By each period.
                "월급 300만원|2100.0 2100.0",
                "시급 30달러|5100.0 5100.0",
                "일당 20만원|3360.0 3360.0",
                "年薪12万-24万元|1400.0 2800.0",
                "$3,000/month|3000.0 3000.0",
                "USD 500 per week|2150.0 2150.0",
                // Nobody earns that in a month: a year's pay whose period goes without saying.
                "salary $45k-$67k|3750.0 5583.33",
                // A stated month is believed.
                "salary $45,000 per month|45000.0 45000.0",
                "salary 2K USDT|2000.0 2000.0",
                // How long one works is not for how long one is paid.
                "salary, 25h/wk, 850 USD gross|850.0 850.0",
                "40 hours a week, pay: 900 USD|900.0 900.0",
                "待遇：工作8小时，6000元|840.0 840.0",
                "8 Stunden am Tag, salary 20 EUR per hour|3978.0 3978.0",
                "chat support, 25h/wk, 850 USD gross, contract|''",
                // A currency without a rate has no worth.
                "salary 3000 TZX per month|''",
            })
    void saysWhatPayComesToInDollarsAMonth(String text, String usd) {
        List<String> found =
                assess(text).pay().stream()
                        .flatMap(pay -> pay.usdMonth().stream())
                        .map(range -> range.low() + " " + range.high())
                        .toList();
        assertThat(found).containsExactlyElementsOf(usd.isEmpty() ? List.of() : List.of(usd));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // At the destination, by the role that the text offers.
                "Customer service job in Thailand, salary USD 3000 per month|USD 3,000 a month, 4.0 times the most that office work usually pays in Thailand (USD 330 to 750;",
                "Waiter job, no experience, in Thailand, salary USD 3000 per month|USD 3,000 a month, 6.3 times the most that such work usually pays in Thailand (USD 240 to 480;",
                // A country without a row for the role is compared with its general one.
                "Customer service job in Laos, salary USD 1000 per month|USD 1,000 a month, 4.0 times the most that such work usually pays in Laos",
                // Of two destinations the one that pays least.
                "Waiter job, no experience, in Japan or Cambodia, salary USD 2000 per month|5.7 times the most that such work usually pays in Cambodia",
                // Without a destination in the only country that has the currency.
                "알바 모집 월급 1500만원|USD 10,500 a month, 5.0 times the most that such work usually pays in South Korea",
                // Nowhere.
                "no experience, salary USD 5000 per month|USD 5,000 a month, 2.0 times what is called too high for pay in USD (2,500 a month; pay.yaml,",
            })
    void saysByHowMuchPayIsTooHigh(String text, String reason) {
        Assessment assessment = assess(text);
        Signal signal = tooHigh(assessment).orElseThrow();
        assertThat(signal.reason().orElseThrow()).contains(reason);
        assertThat(assessment.pay().stream().map(Pay::evidence))
                .containsAnyElementsOf(signal.evidence());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Usual at the destination, whatever the mark of the currency says.
                "Waiter job, no experience, in Japan, salary USD 2800 per month",
                // Pay at home in its own currency.
                "พนักงานร้านอาหาร กรุงเทพ เงินเดือน 18,000 บาท",
                "Waiter job, no experience, in Thailand, salary USD 600 per month",
            })
    void leavesOrdinaryPayAlone(String text) {
        assertThat(tooHigh(assess(text))).isEmpty();
    }

    private static Optional<Signal> tooHigh(Assessment assessment) {
        return assessment.signals().stream().filter(s -> s.id().equals("pay_too_high")).findFirst();
    }

    private static Assessment assess(String text) {
        return DETECTOR.assess(text, Optional.empty());
    }
}
