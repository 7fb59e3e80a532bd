package lurewatch.indexer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Capture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the database has to do for a visit, or to find an id, does not grow with what it has.
final class FactsCostIT {
    private static final int FEW = 50;
    private static final int MANY = 2000;

    /// For trees that have grown by a level.
    private static final double MOST = 1.5;

    @TempDir Path directory;

    enum Visit {
        SHOWS_A_NEW_AD,
        SHOWS_A_KNOWN_AD,
        SHOWS_ANOTHER_AD_AT_ITS_ADDRESS,
        MISSES_AN_AD,
        MISSES_AN_AD_OF_A_SITE_THAT_IS_AWAY,
        FINDS_ONE_MORE_DEAD_ADDRESS
    }

    @ParameterizedTest
    @EnumSource(Visit.class)
    void isWhatThisVisitNeeds(Visit visit) throws SQLException {
        assertThat(instructions(visit, MANY))
                .isPositive()
                .isLessThan((int) (MOST * instructions(visit, FEW)));
    }

    @Test
    void idsAreFoundByTheirBeginningWithoutLookingAtAll() throws SQLException {
        assertThat(instructionsToFind(MANY))
                .isPositive()
                .isLessThan((int) (MOST * instructionsToFind(FEW)));
    }

    private int instructionsToFind(int postings) throws SQLException {
        Path file = directory.resolve("facts" + postings + ".db");
        try (FactsStore facts = FactsStore.open(file)) {
            for (int i = 1; i <= postings; i++) {
                facts.record(shows(capture(i, ad(i), 200), "Good pay no " + i));
            }
        }
        Sql sql = Schema.openForReading(file);
        try (FactsReader facts = new FactsReader(sql)) {
            return Instructions.of(
                    sql, () -> assertThat(facts.idsStartingWith("p0000000", 2)).isEmpty());
        }
    }

    private int instructions(Visit visit, int before) throws SQLException {
        List<CaptureFacts> visits = new ArrayList<>();
        for (int i = 1; i <= before; i++) {
            visits.add(shows(capture(i, ad(i), 200), "Good pay no " + i));
        }
        if (visit == Visit.MISSES_AN_AD_OF_A_SITE_THAT_IS_AWAY) {
            for (int i = 1; i <= before; i++) {
                visits.add(misses(capture(before + i, ad(i), 404)));
            }
        }
        if (visit == Visit.FINDS_ONE_MORE_DEAD_ADDRESS) {
            for (int i = 1; i < before; i++) {
                visits.add(isDead(capture(before + i, ad(i), 200)));
            }
        }
        int next = visits.size() + 1;
        CaptureFacts last =
                switch (visit) {
                    case SHOWS_A_NEW_AD -> shows(capture(next, ad(next), 200), "New");
                    case SHOWS_A_KNOWN_AD -> shows(capture(next, ad(7), 200), "Good pay no 7");
                    case SHOWS_ANOTHER_AD_AT_ITS_ADDRESS ->
                            shows(capture(next, ad(7), 200), "Warehouse staff wanted for nights");
                    case MISSES_AN_AD, MISSES_AN_AD_OF_A_SITE_THAT_IS_AWAY ->
                            misses(capture(next, ad(7), 404));
                    case FINDS_ONE_MORE_DEAD_ADDRESS -> isDead(capture(next, ad(before), 200));
                };
        Sql sql = Schema.openForWriting(directory.resolve("facts" + before + ".db"));
        try (FactsStore facts = new FactsStore(sql)) {
            visits.forEach(facts::record);
            return Instructions.of(sql, () -> facts.record(facts.settled(last)));
        }
    }

    private static String ad(int number) {
        return "http://board.test/ad/" + number;
    }

    /// Visits are an hour apart.
    private static Capture capture(int sequence, String url, int status) {
        return Postings.capture(
                sequence,
                url,
                status,
                Postings.NOON.plus(Duration.ofHours(sequence)),
                Optional.empty());
    }

    private static CaptureFacts shows(Capture capture, String body) {
        String handle = "hr_" + capture.id().sequence();
        return new CaptureFacts(
                capture,
                List.of(Postings.posting(capture, capture.url(), body, handle)),
                List.of());
    }

    /// Says what all dead addresses of its site say.
    private static CaptureFacts isDead(Capture capture) {
        return new CaptureFacts(
                capture,
                List.of(),
                List.of(),
                new PageState(
                        PageState.Outcome.PAGE,
                        Optional.of("text"),
                        Optional.empty(),
                        Optional.of("closed")));
    }

    private static CaptureFacts misses(Capture capture) {
        return new CaptureFacts(capture, List.of(), List.of());
    }
}
