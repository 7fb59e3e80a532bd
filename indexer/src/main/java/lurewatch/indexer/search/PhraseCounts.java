package lurewatch.indexer.search;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lurewatch.indexer.text.Phrases;

/// In how many postings each phrase stands, of some from before and some of now. Readable until the
/// search is closed.
///
/// Most phrases stand in one posting only. So the texts are read twice: first into cells by the
/// phrases' hashes, which count too much where two meet and never too little, then by themselves
/// where the cell says that they may be frequent enough. Memory does not grow with the texts.
public final class PhraseCounts {
    private static final int CELLS = 1 << 24;

    /// So many phrases are compared with each other.
    private static final int MOST_COMPARED = 5_000;

    private static final double NEARLY_ALL = 0.8;

    private final Sample before;
    private final Sample now;
    private final Map<String, Long> countsBefore;
    private final Map<String, Long> countsNow;

    private PhraseCounts(Sample before, Sample now, Cells cells) {
        this.before = before;
        this.now = now;
        this.countsBefore = cells.exactly(before);
        this.countsNow = cells.exactly(now);
    }

    /// @param fewest what stands in fewer postings of both together may be left out
    static PhraseCounts of(Sample before, Sample now, int fewest) {
        Cells cells = new Cells(fewest);
        before.forEachText(cells::note);
        now.forEachText(cells::note);
        return new PhraseCounts(before, now, cells);
    }

    /// How many postings from before were read.
    public int ofBefore() {
        return before.size();
    }

    /// How many postings of now were read.
    public int ofNow() {
        return now.size();
    }

    /// The postings from before that each phrase stands in.
    public Map<String, Long> before() {
        return countsBefore;
    }

    /// The postings of now that each phrase stands in.
    public Map<String, Long> now() {
        return countsNow;
    }

    /// Of phrases that stand in nearly the same postings of now, as those of one text that was
    /// copied do, the longest alone.
    public Set<String> oneForThoseOfTheSame(List<String> phrases) {
        Map<String, BitSet> postings = new HashMap<>();
        phrases.stream().limit(MOST_COMPARED).forEach(phrase -> postings.put(phrase, new BitSet()));
        int[] posting = {0};
        now.forEachText(text -> {
            for (String phrase : Phrases.in(text)) {
                BitSet of = postings.get(phrase);
                if (of != null) {
                    of.set(posting[0]);
                }
            }
            posting[0]++;
        });
        Map<String, BitSet> kept = new LinkedHashMap<>();
        postings.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
                .forEach(phrase -> {
                    BitSet own = postings.getOrDefault(phrase, new BitSet());
                    if (kept.values().stream().noneMatch(other -> areNearlyTheSame(own, other))) {
                        kept.put(phrase, own);
                    }
                });
        return kept.keySet();
    }

    private static boolean areNearlyTheSame(BitSet one, BitSet other) {
        int few = Math.min(one.cardinality(), other.cardinality());
        int many = Math.max(one.cardinality(), other.cardinality());
        if (few < NEARLY_ALL * many) {
            return false;
        }
        BitSet both = (BitSet) one.clone();
        both.and(other);
        int shared = both.cardinality();
        return shared >= NEARLY_ALL * (few + many - shared);
    }

    /// How often phrases stand in texts, by their hashes and never too few.
    private static final class Cells {
        private final int fewest;
        private final byte[] counts = new byte[CELLS];

        Cells(int fewest) {
            this.fewest = fewest;
        }

        void note(String text) {
            for (String phrase : Phrases.in(text)) {
                int cell = cell(phrase);
                if (counts[cell] < Byte.MAX_VALUE) {
                    counts[cell]++;
                }
            }
        }

        Map<String, Long> exactly(Sample sample) {
            Map<String, Long> exact = new HashMap<>();
            sample.forEachText(text -> {
                for (String phrase : Phrases.in(text)) {
                    if (counts[cell(phrase)] >= fewest) {
                        exact.merge(phrase, 1L, Long::sum);
                    }
                }
            });
            return exact;
        }

        private static int cell(String phrase) {
            int hash = phrase.hashCode() * 0x9E3779B9;
            return hash >>> 8;
        }
    }
}
