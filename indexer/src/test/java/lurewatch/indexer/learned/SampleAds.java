package lurewatch.indexer.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import lurewatch.indexer.Particular;
import lurewatch.indexer.Particulars;

/// Made-up ads: fraudulent ones promise easy money at home, others ask for skills; both share most
/// of their words.
final class SampleAds {
    private static final List<String> COMMON =
            List.of(
                    "we are looking for people",
                    "to join the team",
                    "apply today",
                    "full time",
                    "the company",
                    "in this role you will",
                    "contact us",
                    "office work");
    private static final List<String> FRAUD =
            List.of(
                    "earn money from home",
                    "no experience needed",
                    "weekly cash",
                    "start now",
                    "data entry typist",
                    "wire transfer");
    private static final List<String> OTHER =
            List.of(
                    "degree in engineering",
                    "five years of experience",
                    "our customers",
                    "health insurance",
                    "software design",
                    "report to the manager");

    private SampleAds() {}

    /// So many groups of each kind, each of one to three copies of one ad.
    static List<TrainingAd> of(int groups, long seed) {
        Random random = new Random(seed);
        List<TrainingAd> ads = new ArrayList<>();
        for (int group = 0; group < groups * 2; group++) {
            boolean isFraud = group % 2 == 0;
            StringBuilder text =
                    new StringBuilder(isFraud ? "Typist wanted\n" : "Engineer wanted\n");
            text.append("campaign").append(group);
            for (int i = 0; i < 12; i++) {
                List<String> phrases = i % 2 == 0 ? COMMON : isFraud ? FRAUD : OTHER;
                text.append(' ').append(phrases.get(random.nextInt(phrases.size())));
            }
            for (int copy = 0; copy <= random.nextInt(3); copy++) {
                ads.add(
                        new TrainingAd(
                                "g" + group,
                                text + " copy " + copy,
                                particulars(isFraud),
                                isFraud));
            }
        }
        return ads;
    }

    /// Of two things asked for one, which the other kind lacks; what kind of work it is; nothing
    /// known of the rest.
    private static Particulars particulars(boolean isFraud) {
        return Particulars.of(
                        Set.of(Particular.LOGO, Particular.SALARY, Particular.FUNCTION),
                        Set.of(isFraud ? Particular.SALARY : Particular.LOGO, Particular.FUNCTION))
                .saying(
                        Map.of(
                                Particular.FUNCTION,
                                isFraud ? "Clerical work" : "Engineering work"));
    }
}
