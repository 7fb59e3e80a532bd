package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Contact;
import org.junit.jupiter.api.Test;

/// How much of 150 lures and their contacts is found when they hide as lures do.
class ObfuscationTest {
    private static final long SEED = Long.getLong("lurewatch.seed", 20_261_122L);
    private static final int LURES = 150;
    private static final double MAX_LOSS = 0.05;
    private static final double MAX_CONTACT_LOSS = 0.10;

    private static final Detector DETECTOR = Cases.shippedDetector();

    private record Recall(double lures, double contacts) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "lures %.3f  contacts %.3f", lures, contacts);
        }
    }

    @Test
    void hidingCostsLittleRecall() {
        System.out.println("ObfuscationTest seed " + SEED);
        Random random = new Random(SEED);
        List<Lure> lures =
                Cases.all().stream()
                        .filter(Cases.Case::isLure)
                        .limit(LURES)
                        .map(one -> Lure.of(one, DETECTOR, random))
                        .toList();
        assertThat(lures).hasSize(LURES);
        Recall plain = recall("plain", lures);
        List<String> worse = new ArrayList<>();
        for (Obfuscation first : Obfuscation.values()) {
            for (Obfuscation second : Obfuscation.values()) {
                boolean isPair =
                        Obfuscation.PAIRED.contains(first) && Obfuscation.PAIRED.contains(second);
                if (second.compareTo(first) < 0 || (first != second && !isPair)) {
                    continue;
                }
                String name = first == second ? first.name() : first + " + " + second;
                Recall recall =
                        recall(
                                name,
                                lures.stream()
                                        .map(lure -> hidden(lure, first, second, random))
                                        .toList());
                if (plain.lures() - recall.lures() > MAX_LOSS
                        || plain.contacts() - recall.contacts() > MAX_CONTACT_LOSS) {
                    worse.add(name + ": " + recall);
                }
            }
        }
        assertThat(worse).isEmpty();
    }

    private static Lure hidden(Lure lure, Obfuscation first, Obfuscation second, Random random) {
        Lure once = lure.hidden(first, random);
        return first == second ? once : once.hidden(second, random);
    }

    private static Recall recall(String name, List<Lure> lures) {
        int found = 0;
        int contacts = 0;
        int contactsFound = 0;
        for (Lure lure : lures) {
            Assessment assessment = DETECTOR.assess(lure.text(), Optional.empty());
            boolean isFound = assessment.assessmentClass() != AssessmentClass.LOW;
            found += isFound ? 1 : 0;
            Set<String> keys =
                    assessment.contacts().stream().map(Contact::key).collect(Collectors.toSet());
            Set<String> kept = new HashSet<>(lure.contacts());
            kept.retainAll(keys);
            contacts += lure.contacts().size();
            contactsFound += kept.size();
            if (Boolean.getBoolean("lurewatch.misses")
                    && (!isFound || kept.size() < lure.contacts().size())) {
                System.out.println(
                        "    "
                                + name
                                + (isFound ? "" : " LOST")
                                + " "
                                + lure.contacts()
                                + " got "
                                + keys
                                + ": "
                                + lure.text().replace("\n", "\\n"));
            }
        }
        Recall recall =
                new Recall(found / (double) lures.size(), contactsFound / (double) contacts);
        System.out.printf(Locale.ROOT, "%-34s %s%n", name, recall);
        return recall;
    }
}
