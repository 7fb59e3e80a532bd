package lurewatch.indexer.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lurewatch.indexer.Signal;
import lurewatch.indexer.detect.Cases;
import org.junit.jupiter.api.Test;

class PartHitsTest {
    /// Literals 0 and 1 on the two sides of one row, 2 and 3 on those of another.
    private final PartHits hits = new PartHits(new int[] {0, 1, 2, 3}, 2);

    private final List<String> told = new ArrayList<>();

    @Test
    void tellsOfRowsOfWhichBothSidesStandInTheText() {
        hits.add(2, false, 5);
        hits.add(0, false, 7);
        hits.add(1, true, 3);
        hits.add(2, true, 9);
        hits.tellPaired(this::note);
        assertThat(told).containsExactly("0@7", "1@3 bare");
    }

    @Test
    void remembersTheRowsOfWhatItHasTold() {
        hits.add(0, false, 7);
        hits.tellAll(this::note);
        hits.add(1, false, 399_999);
        hits.tellPaired(this::note);
        assertThat(told).containsExactly("0@7", "1@399999");
    }

    /// Far more words that may be part of something than are kept back, and then one that is.
    @Test
    void findsWordsNearEachOtherBehindThousandsThatAreAlone() {
        String ad = "Your air ticket will be paid by us.";
        String dump = "ticket. visa. flight. hostel. salary. ".repeat(800);
        assertThat(signalsIn(dump)).doesNotContain("free_airfare");
        assertThat(signalsIn(ad)).contains("free_airfare");
        assertThat(signalsIn(dump + '\n' + ad)).contains("free_airfare");
        assertThat(signalsIn(ad + '\n' + dump)).contains("free_airfare");
    }

    private void note(int literal, boolean inBareView, int start) {
        told.add(literal + "@" + start + (inBareView ? " bare" : ""));
    }

    private static Set<String> signalsIn(String text) {
        return Cases.shippedDetector().assess(text, Optional.empty()).signals().stream()
                .map(Signal::id)
                .collect(Collectors.toSet());
    }
}
