package lurewatch.searchcli.leads;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lurewatch.indexer.search.Sample;
import lurewatch.indexer.text.Phrases;

/// In how many postings each phrase stands, over two samples at once.
///
/// Most phrases stand in one posting only. So the texts are read twice: first into cells by the
/// phrases' hashes, which count too much where two meet and never too little, then by themselves
/// where the cell says that they may be frequent enough. Memory does not grow with the texts.
final class PhraseCounts {
    private static final int CELLS = 1 << 24;

    /// So many phrases are compared with each other.
    private static final int MOST_COMPARED = 5_000;

    private static final double NEARLY_ALL = 0.8;

    private final int fewest;
    private final byte[] cells = new byte[CELLS];

    private PhraseCounts(int fewest) {
        this.fewest = fewest;
    }

    /// The phrases of both samples that stand in at least `fewest` postings of both together; per
    /// sample, in how many.
    static Pair of(Sample one, Sample other, int fewest) {
        PhraseCounts counts = new PhraseCounts(fewest);
        one.forEachText(counts::note);
        other.forEachText(counts::note);
        return new Pair(counts.exactly(one), counts.exactly(other));
    }

    record Pair(Map<String, Long> one, Map<String, Long> other) {}

    private void note(String text) {
        for (String phrase : Phrases.in(text)) {
            int cell = cell(phrase);
            if (cells[cell] < Byte.MAX_VALUE) {
                cells[cell]++;
            }
        }
    }

    private Map<String, Long> exactly(Sample sample) {
        Map<String, Long> exact = new HashMap<>();
        sample.forEachText(text -> {
            for (String phrase : Phrases.in(text)) {
                if (cells[cell(phrase)] >= fewest) {
                    exact.merge(phrase, 1L, Long::sum);
                }
            }
        });
        return exact;
    }

    /// Of phrases that stand in nearly the same postings, as those of one text that was copied do,
    /// the longest alone.
    static Set<String> oneForThoseOfTheSame(Sample sample, List<String> phrases) {
        Map<String, BitSet> postings = new HashMap<>();
        phrases.stream().limit(MOST_COMPARED).forEach(phrase -> postings.put(phrase, new BitSet()));
        int[] posting = {0};
        sample.forEachText(text -> {
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

    private static int cell(String phrase) {
        int hash = phrase.hashCode() * 0x9E3779B9;
        return hash >>> 8;
    }
}
