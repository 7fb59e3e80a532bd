package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Context;
import lurewatch.indexer.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The labelled texts against the shipped rules.
class CasesTest {
    private static final Detector DETECTOR = Cases.shippedDetector();

    static Stream<Cases.Case> cases() {
        return Cases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void showsItsExpectedSignals(Cases.Case one) {
        Assessment assessment = assess(one.text());
        Set<String> found =
                assessment.signals().stream().map(Signal::id).collect(Collectors.toSet());
        assertThat(found).as(one.text()).containsAll(one.expected());
        assertThat(assessment.failures()).isEmpty();
        Quotes.requireTrue(one.text(), assessment);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsContributionsAddUpToTheScore(Cases.Case one) {
        Assessment assessment = assess(one.text());
        double sum =
                assessment.contributions().stream()
                        .mapToDouble(Assessment.Contribution::points)
                        .sum();
        assertThat(sum).isCloseTo(assessment.score(), within(1e-6));
    }

    @Test
    void classesAreAsGoodAsPromised() {
        List<Cases.Case> lures = cases().filter(Cases.Case::isLure).toList();
        long lure = count(lures, AssessmentClass.LURE);
        long found = lure + count(lures, AssessmentClass.REVIEW);
        System.out.printf(
                "lures: %d of %d classed lure, %d lure or review%n", lure, lures.size(), found);
        assertThat(lure).isGreaterThanOrEqualTo(Math.round(0.90 * lures.size()));
        assertThat(found).isGreaterThanOrEqualTo(Math.round(0.97 * lures.size()));
        List<Cases.Case> others = cases().filter(one -> !one.isLure()).toList();
        assertThat(
                        count(
                                others.stream().filter(c -> c.label().equals("benign")).toList(),
                                AssessmentClass.LURE))
                .isLessThanOrEqualTo(1);
        assertThat(
                        count(
                                others.stream()
                                        .filter(c -> c.label().equals("warning_or_news"))
                                        .toList(),
                                AssessmentClass.LURE))
                .isZero();
    }

    @Test
    void tellsVictimsFromAdvertisers() {
        for (Cases.Case one : Cases.all()) {
            if (one.expected().contains("ctx_victim_report")) {
                assertThat(assess(one.text()).context())
                        .as(one.text())
                        .isEqualTo(Context.VICTIM_REPORT);
            }
        }
    }

    @Test
    void quotesStayTrueUnderAnyMutation() {
        long seed = 42L;
        System.out.println("CasesTest seed " + seed);
        Random random = new Random(seed);
        for (Cases.Case one : Cases.all()) {
            String mutated = Mutations.apply(one.text(), random);
            Quotes.requireTrue(mutated, assess(mutated));
        }
    }

    @Test
    void theSameTextGetsTheSameAssessment() {
        for (Cases.Case one : Cases.all()) {
            assertThat(assess(one.text())).isEqualTo(assess(one.text()));
        }
    }

    @Test
    void benignTextAroundMovesQuotesAndRemovesNone() {
        String before = "Lorem ipsum dolor sit amet.\n\n";
        for (Cases.Case one : Cases.all()) {
            Assessment alone = assess(one.text());
            Assessment framed = assess(before + one.text() + "\n\nDolor sit amet.");
            Set<String> found =
                    framed.signals().stream().map(Signal::id).collect(Collectors.toSet());
            assertThat(found)
                    .as(one.text())
                    .containsAll(
                            alone.signals().stream()
                                    .filter(signal -> !WholeTextSignals.judgesWholeText(signal))
                                    .map(Signal::id)
                                    .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"T.G sample_x", "ㅌㄹ: s a m p l e _ 7 7", "テレ→ sample_ope", "飞-机 sample_x1"})
    void aHiddenContactAloneIsNoLure(String text) {
        assertThat(assess(text).assessmentClass()).isNotEqualTo(AssessmentClass.LURE);
    }

    private static long count(List<Cases.Case> cases, AssessmentClass wanted) {
        return cases.stream().filter(one -> assess(one.text()).assessmentClass() == wanted).count();
    }

    private static Assessment assess(String text) {
        return DETECTOR.assess(text, Optional.empty());
    }
}
