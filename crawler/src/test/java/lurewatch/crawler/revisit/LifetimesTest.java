package lurewatch.crawler.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LifetimesTest {
    /// Half of the ads live two hours on average, half a hundred: visits every twelve hours see it.
    @Test
    void shortAndLongLivesAreToldApart() {
        SplittableRandom random = new SplittableRandom(5);
        Lifetimes lifetimes = new Lifetimes();
        Habits host = Habits.ofHost();
        for (int ad = 0; ad < 4_000; ad++) {
            double mean = ad % 2 == 0 ? 2 : 100;
            double life = -Math.log(1 - random.nextDouble()) * mean;
            double age = 0;
            while (age + 12 < life && age < 240) {
                lifetimes.alive(host, age, age + 12);
                age += 12;
            }
            if (age + 12 >= life) {
                lifetimes.ended(host, age, age + 12);
            }
        }
        Survival survival = lifetimes.anywhere();
        double atTwelve = 0.5 * Math.exp(-6) + 0.5 * Math.exp(-0.12);
        assertThat(survival.at(12)).isCloseTo(atTwelve, within(0.06));
        assertThat(survival.at(120) / survival.at(24)).isCloseTo(Math.exp(-0.96), within(0.06));
        assertThat(lifetimes.of(host).at(12)).isCloseTo(atTwelve, within(0.08));
    }

    @Test
    void hoursWithinAnAgeAreTheIntegralOfWhatSurvives() {
        Survival survival = new Lifetimes().anywhere();
        double sum = 0;
        for (double age = 0; age < 200; age += 0.01) {
            sum += survival.at(age + 0.005) * 0.01;
        }
        assertThat(survival.hoursWithin(200)).isCloseTo(sum, within(0.01));
    }
}
