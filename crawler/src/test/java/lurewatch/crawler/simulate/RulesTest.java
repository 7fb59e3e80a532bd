package lurewatch.crawler.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lurewatch.crawler.revisit.Sight;
import org.junit.jupiter.api.Test;

/// The rules of others, step by step, worked out by hand from their sources.
final class RulesTest {
    private static final WorldModel SMALL = WorldModel.DEFAULTS.scaled(0.01);
    private static final Sight ANY = new Sight(Sight.Kind.SAME, 1, 0, 1);
    private static final Sight GONE = new Sight(Sight.Kind.GONE, 1, 0, 1);

    private final World world = new World(SMALL, 1);
    private final int page = world.listings();

    @Test
    void nutchGrowsByFourTenthsShrinksByTwoAndLeansToTheLastChange() {
        NutchRule rule = new NutchRule(world, 5, 10, 0.1, 1_000);
        assertThat(rule.after(page, 0, ANY, Rule.Changed.UNKNOWN)).isEqualTo(10);
        // Unchanged since 0: 14 hours, less 0.3 of the 10 hours since.
        assertThat(rule.after(page, 10, ANY, Rule.Changed.NO)).isCloseTo(11, within(1e-9));
        // Changed: 0.8 of 14, and the change counts as of now.
        assertThat(rule.after(page, 21, ANY, Rule.Changed.YES)).isCloseTo(11.2, within(1e-9));
        assertThat(rule.after(page, 32, GONE, Rule.Changed.UNKNOWN)).isCloseTo(16.8, within(1e-9));
        assertThat(rule.after(0, 0, ANY, Rule.Changed.UNKNOWN)).isEqualTo(5);
    }

    @Test
    void nutchNeverWaitsLessThanSinceTheLastChange() {
        NutchRule rule = new NutchRule(world, 5, 10, 0.1, 1_000);
        rule.after(page, 0, ANY, Rule.Changed.UNKNOWN);
        assertThat(rule.after(page, 100, ANY, Rule.Changed.NO)).isCloseTo(70, within(1e-9));
    }

    @Test
    void stormCrawlerGrowsByHalfAndGoesHalfTheWayToItsShortest() {
        StormCrawlerRule rule = new StormCrawlerRule(world, 5, 10, 1, 20);
        assertThat(rule.after(page, 0, ANY, Rule.Changed.UNKNOWN)).isEqualTo(10);
        assertThat(rule.after(page, 0, ANY, Rule.Changed.NO)).isEqualTo(15);
        assertThat(rule.after(page, 0, ANY, Rule.Changed.NO)).isEqualTo(20);
        assertThat(rule.after(page, 0, ANY, Rule.Changed.YES)).isEqualTo(10.5);
        assertThat(rule.after(page, 0, GONE, Rule.Changed.UNKNOWN)).isInfinite();
    }
}
