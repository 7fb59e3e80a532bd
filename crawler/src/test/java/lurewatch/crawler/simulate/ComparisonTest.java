package lurewatch.crawler.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lurewatch.crawler.revisit.Sight;
import lurewatch.crawler.settings.Schedule;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
    /// The whole table is `lurewatch simulate`; this is the same on a tenth of the web.
    @Test
    void oursCapturesMoreThanTheOthers() {
        Comparison comparison =
                new Comparison(WorldModel.DEFAULTS, 0.1, Comparison.seeds(2), Schedule.DEFAULTS);
        List<Comparison.Row> rows = comparison.at(1_600);
        double ours = captured(rows, "lurewatch");
        assertThat(ours).isGreaterThan(1.1 * captured(rows, "fixed"));
        assertThat(ours).isGreaterThan(1.02 * captured(rows, "nutch"));
        assertThat(ours).isGreaterThan(1.02 * captured(rows, "stormcrawler"));
        assertThat(rows).allMatch(row -> row.freshness() > 0.4 && row.freshness() < 1);
    }

    private static double captured(List<Comparison.Row> rows, String schedule) {
        return rows.stream()
                .filter(row -> row.schedule().equals(schedule))
                .findFirst()
                .orElseThrow()
                .captured();
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        Schedule schedule = Schedule.DEFAULTS;
        var first = new Comparison(WorldModel.DEFAULTS, 0.03, Comparison.seeds(2), schedule);
        var second = new Comparison(WorldModel.DEFAULTS, 0.03, Comparison.seeds(2), schedule);
        assertThat(first.at(500)).isEqualTo(second.at(500));
    }

    /// With more requests than there can be changes, everything is captured and up to date, but for
    /// what lives shorter than a round: the bookkeeping of the simulation itself.
    @Test
    void whoAsksAllTheTimeMissesNothing() {
        World world = new World(WorldModel.DEFAULTS.scaled(0.004), 3);
        Rule eager = (_, _, sight, _) -> sight.kind() == Sight.Kind.GONE ? 1e9 : 0.001;
        Result result = new Run(world, eager, 200_000).run();
        assertThat(result.captured()).isGreaterThan(0.99);
        assertThat(result.freshness()).isGreaterThan(0.97);
    }

    @Test
    void whoNeverComesBackCapturesOnlyWhatWasThere() {
        World world = new World(WorldModel.DEFAULTS.scaled(0.02), 3);
        Result result = new Run(world, (_, _, _, _) -> Double.POSITIVE_INFINITY, 5_000).run();
        assertThat(result.captured()).isZero();
    }
}
