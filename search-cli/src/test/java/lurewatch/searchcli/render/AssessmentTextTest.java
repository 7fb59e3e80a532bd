package lurewatch.searchcli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Context;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.PlaceRole;
import lurewatch.indexer.Signal;
import lurewatch.indexer.console.LinkForm;
import org.junit.jupiter.api.Test;

final class AssessmentTextTest {
    private static final String TEXT =
            "Kampot: drivers wanted, USD 900. Drivers for kampot, USD 900; office in Kampot, USD 700";

    /// A title's place stands in the text again, most times.
    @Test
    void namesAPlaceAndAPayOnceHoweverOftenTheyAreWritten() {
        List<Place> places =
                List.of(
                        kampot(PlaceRole.DESTINATION, TEXT.indexOf("Kampot")),
                        kampot(PlaceRole.DESTINATION, TEXT.indexOf("kampot")),
                        kampot(PlaceRole.EMPLOYER, TEXT.lastIndexOf("Kampot")));
        List<Pay> pay =
                List.of(
                        dollars(900, TEXT.indexOf("900")),
                        dollars(900, TEXT.lastIndexOf("900")),
                        dollars(700, TEXT.indexOf("700")));
        Assessment assessment =
                new Assessment(
                        Optional.of("en"),
                        0,
                        AssessmentClass.LOW,
                        Context.NONE,
                        List.of(),
                        List.of(),
                        places,
                        pay,
                        List.of(),
                        "made",
                        Optional.empty(),
                        List.of());
        assertThat(
                        new AssessmentText(Style.PLAIN, LinkForm.DEFANGED, 100)
                                .sections(TEXT, assessment))
                .containsExactly(
                        "Places",
                        "  kh_kampot                 Kampot (KH)  destination, risk high, written Kampot"
                                + " +1",
                        "  kh_kampot                 Kampot (KH)  employer, risk high, written Kampot",
                        "Pay",
                        "  900 USD per month  written 900 +1",
                        "  700 USD per month  written 700");
    }

    @Test
    void whatDoesNotFitGoesOnBelow() {
        Signal signal =
                new Signal(
                        "pay_too_high",
                        0.9,
                        List.of(Evidence.in(TEXT, TEXT.indexOf("900"), TEXT.indexOf("900") + 3)),
                        Optional.of(
                                "USD 900 a month, 3.6 times the most that such work usually pays"
                                        + " there (USD 100 to 250; estimate after advertised pay"
                                        + " 2024)"));
        Assessment assessment =
                new Assessment(
                        Optional.of("en"),
                        0,
                        AssessmentClass.LOW,
                        Context.NONE,
                        List.of(signal),
                        List.of(),
                        List.of(kampot(PlaceRole.DESTINATION, TEXT.indexOf("Kampot"))),
                        List.of(),
                        List.of(),
                        "made",
                        Optional.empty(),
                        List.of());
        assertThat(
                        String.join(
                                "\n",
                                new AssessmentText(Style.PLAIN, LinkForm.DEFANGED, 60)
                                        .sections(TEXT, assessment)))
                .isEqualTo(
                        """
                        Why
                            +0.0  pay_too_high              …s wanted, USD »900«
                                  USD 900 a month, 3.6 times the most that such work
                                  usually pays there (USD 100 to 250; estimate after
                                  advertised pay 2024)
                        Places
                          kh_kampot                 Kampot (KH)
                                                    destination, risk high, written
                                                    Kampot\
                        """);
    }

    private static Place kampot(PlaceRole role, int start) {
        return new Place(
                "kh_kampot", "Kampot", "KH", "high", role, Evidence.in(TEXT, start, start + 6));
    }

    private static Pay dollars(int amount, int start) {
        BigDecimal exact = BigDecimal.valueOf(amount);
        return new Pay(
                exact,
                exact,
                Optional.of("USD"),
                Optional.of(Pay.Period.MONTH),
                Optional.empty(),
                Evidence.in(TEXT, start, start + 3));
    }
}
