package lurewatch.indexer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a page is worth to the crawl.
final class RelevanceTest {
    /// The crawl follows no page that warns, as no list of suspects holds it.
    @ParameterizedTest
    @EnumSource
    void onlyWhatAllowsSuspicionIsWorthItsScore(Context context) {
        assertThat(Pipeline.relevance(Stream.of(scored(80, context))))
                .hasValue(context.allowsSuspicion() ? 0.8 : 0);
    }

    @Test
    void isThatOfTheWorstPosting() {
        assertThat(
                        Pipeline.relevance(
                                Stream.of(
                                        scored(90, Context.WARNING),
                                        scored(40, Context.NONE),
                                        scored(20, Context.NONE))))
                .hasValue(0.4);
    }

    @Test
    void isUnknownWhereThereIsNoPosting() {
        assertThat(Pipeline.relevance(Stream.empty())).isEmpty();
    }

    private static Assessment scored(double score, Context context) {
        return new Assessment(
                Optional.of("en"),
                score,
                AssessmentClass.REVIEW,
                context,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "test",
                List.of());
    }
}
