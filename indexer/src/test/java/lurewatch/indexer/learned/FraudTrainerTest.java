package lurewatch.indexer.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import lurewatch.indexer.FraudScore;
import lurewatch.indexer.Particular;
import lurewatch.indexer.Particulars;
import org.junit.jupiter.api.Test;

final class FraudTrainerTest {
    private static final List<TrainingAd> ADS = SampleAds.of(40, 1);
    private static final FraudModel MODEL = new FraudTrainer(ADS, 1).train("d");

    @Test
    void theSameAdsAndSeedGiveTheSameBytes() {
        byte[] first = new FraudTrainer(ADS, 5).train("d").bytes();
        assertThat(new FraudTrainer(ADS, 5).train("d").bytes()).isEqualTo(first);
        assertThat(new FraudTrainer(ADS, 6).train("d").bytes()).isNotEqualTo(first);
        assertThat(new FraudTrainer(ADS, 5).train("e").bytes()).isNotEqualTo(first);
    }

    @Test
    void setsApartWhatItHasNotSeen() {
        FraudTrainer.Unseen unseen = new FraudTrainer(ADS, 1).outOfFold();
        for (int i = 0; i < ADS.size(); i++) {
            boolean isFraud = ADS.get(i).isFraud();
            assertThat(unseen.known()[i] > 0.5).as(ADS.get(i).text()).isEqualTo(isFraud);
            assertThat(unseen.textAlone()[i] > 0.5).as(ADS.get(i).text()).isEqualTo(isFraud);
        }
    }

    /// Labels by lot, so that only a copy of an ad can tell its label: a split of copies between
    /// training and test would show as knowledge that no one can have.
    @Test
    void copiesNeverStandOnBothSides() {
        Random random = new Random(3);
        List<TrainingAd> ads = new ArrayList<>();
        for (int group = 0; group < 100; group++) {
            boolean isFraud = group % 2 == 0;
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                text.append("word").append(random.nextInt(200)).append(' ');
            }
            for (int copy = 0; copy < 5; copy++) {
                ads.add(new TrainingAd("g" + group, text.toString(), Particulars.UNKNOWN, isFraud));
            }
        }
        double[] unseen = new FraudTrainer(ads, 1).outOfFold().known();
        int right = 0;
        for (int i = 0; i < unseen.length; i++) {
            right += unseen[i] > 0.5 == ads.get(i).isFraud() ? 1 : 0;
        }
        assertThat(right / (double) ads.size()).isBetween(0.3, 0.7);
    }

    @Test
    void namesTheWordsThatMovedIt() {
        FraudScore score =
                MODEL.score(
                                "Start now: earn money from home with weekly cash, no experience"
                                        + " needed for this data entry typist job")
                        .orElseThrow();
        assertThat(score.probability()).isGreaterThan(0.8);
        assertThat(score.modelVersion()).isEqualTo(MODEL.version());
        assertThat(score.words())
                .isNotEmpty()
                .first()
                .satisfies(share -> assertThat(share.logOdds()).isPositive());
        assertThat(
                        MODEL.score(
                                        "A degree in engineering and five years of experience in"
                                                + " software design; health insurance for all")
                                .orElseThrow()
                                .probability())
                .isLessThan(0.2);
    }

    /// A text that could be either: what stands beside it decides, and is named. What the model
    /// never learned of changes nothing.
    @Test
    void countsWhatIsKnownBesideTheText() {
        String text = "we are looking for people to join the team and apply today";
        FraudScore alone = MODEL.score(text).orElseThrow();
        FraudScore withLogo = MODEL.score(text, given(Particular.LOGO)).orElseThrow();
        FraudScore withoutLogo =
                MODEL.score(text, Particulars.of(Set.of(Particular.LOGO), Set.of())).orElseThrow();
        assertThat(withLogo.probability()).isLessThan(alone.probability());
        assertThat(withoutLogo.probability()).isGreaterThan(alone.probability());
        assertThat(withLogo.words()).extracting(FraudScore.Share::words).contains("[logo]");
        assertThat(withoutLogo.words()).extracting(FraudScore.Share::words).contains("[no logo]");
        assertThat(MODEL.score(text, given(Particular.LOGO, Particular.BENEFITS)))
                .contains(withLogo);
    }

    private static Particulars given(Particular... particulars) {
        return Particulars.given(Set.of(particulars));
    }

    @Test
    void countsWhatParticularsSay() {
        String text = "we are looking for people to join the team and apply today";
        Particulars salary = given(Particular.SALARY);
        FraudScore silent = MODEL.score(text, salary).orElseThrow();
        FraudScore clerk = MODEL.score(text, saying(salary, "Clerical work")).orElseThrow();
        FraudScore engineer = MODEL.score(text, saying(salary, "ENGINEERING_WORK")).orElseThrow();
        assertThat(clerk.probability()).isGreaterThan(silent.probability());
        assertThat(engineer.probability()).isLessThan(silent.probability());
        assertThat(clerk.words())
                .extracting(FraudScore.Share::words)
                .contains("[function: clerical]");
        assertThat(engineer.words())
                .extracting(FraudScore.Share::words)
                .contains("[function: engineering]");
        assertThat(MODEL.score(text, saying(salary, "Unheard of")))
                .isEqualTo(MODEL.score(text, saying(salary, "Never seen")));
    }

    private static Particulars saying(Particulars given, String function) {
        Set<Particular> all = new HashSet<>(given.given());
        all.add(Particular.FUNCTION);
        return Particulars.given(all).saying(Map.of(Particular.FUNCTION, function));
    }

    /// The first of several lines, if it is short: it counts once more than as words of the text.
    @Test
    void countsTheTitleForItself() {
        String body = "we are looking for people to join the team and apply today";
        FraudScore titled = MODEL.score("Typist wanted\n" + body).orElseThrow();
        FraudScore untitled = MODEL.score("Typist wanted " + body).orElseThrow();
        assertThat(titled.probability()).isGreaterThan(untitled.probability());
        assertThat(titled.words()).extracting(FraudScore.Share::words).contains("[title: typist]");
        assertThat(untitled.words())
                .extracting(FraudScore.Share::words)
                .noneMatch(words -> words.startsWith("[title"));
        assertThat(MODEL.score("\n\nTypist wanted\r\n" + body)).contains(titled);
        String alone = "typist wanted to earn money from home with the team";
        assertThat(MODEL.score(alone + "\n")).isEqualTo(MODEL.score(alone));
        String longLine = "typist wanted " + "for the office ".repeat(4);
        assertThat(MODEL.score(longLine + "\n" + body))
                .isEqualTo(MODEL.score(longLine + " " + body));
    }

    /// One campaign's words tell nothing of the next: they have no weight, however many its copies.
    @Test
    void learnsNoWordsOfASingleCampaign() {
        FraudScore score =
                MODEL.score("campaign0 campaign0 campaign0 copy 0 copy 1 people and more people")
                        .orElseThrow();
        assertThat(score.words())
                .extracting(FraudScore.Share::words)
                .isNotEmpty()
                .noneMatch(words -> words.contains("campaign0"));
    }

    @Test
    void saysNothingOfAFewWords() {
        assertThat(MODEL.score("")).isEmpty();
        assertThat(MODEL.score("Earn money from home")).isEmpty();
        assertThat(MODEL.score("!".repeat(50_000))).isEmpty();
    }

    @Test
    void readsNoMoreThanItsBound() {
        String start = "earn money from home with the team ".repeat(1000);
        String cut = start.substring(0, AdWords.LONGEST);
        assertThat(MODEL.score(start + "health insurance ".repeat(100_000)))
                .isEqualTo(MODEL.score(cut));
    }

    /// Of 4 true ones 3 lie above 0 and of 4 false ones 1: symmetric, so the sigmoid's middle is 0
    /// and it climbs.
    @Test
    void theSigmoidFitsWhatWasSo() {
        double[] answers = {2, 2, 2, -2, 2, -2, -2, -2};
        boolean[] isTrue = {true, true, true, true, false, false, false, false};
        double[] weights = {1, 1, 1, 1, 1, 1, 1, 1};
        Sigmoid sigmoid = Sigmoid.fitted(answers, isTrue, weights);
        assertThat(sigmoid.offset()).isCloseTo(0, within(1e-4));
        // Smoothed targets are 5/6 and 1/6: (3 · 5/6 + 1/6) / 4 = 2/3 above 0.
        assertThat(sigmoid.probability(2)).isCloseTo(2.0 / 3, within(1e-4));
    }
}
