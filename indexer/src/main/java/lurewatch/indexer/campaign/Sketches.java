package lurewatch.indexer.campaign;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Sketch;
import lurewatch.indexer.SortedNumbers;
import lurewatch.indexer.campaign.MaskedText.Word;
import lurewatch.indexer.text.TextViews;

/// Makes sketches: of the shingles of a masked text, each three words or six letters of a script
/// without spaces. What a text says is in its shingles; whom it names and how much it pays is not.
public final class Sketches {
    private static final int SHINGLE_WEIGHT = 6;

    /// Two texts of fewer shingles may agree by chance: `call me today` is no template.
    private static final int FEWEST_SHINGLES = 10;

    /// Fixed for ever: sketches are stored and compared with those made later.
    private static final long[] SEEDS =
            new SplittableRandom(0x4c757265).longs(Sketch.SIZE).toArray();

    private Sketches() {}

    /// The posting's sketch; empty where it says too little to be told from others.
    public static Optional<Sketch> of(AssessedPosting assessed) {
        return of(MaskedText.of(assessed));
    }

    /// The same for whoever has made the views of the posting's text.
    public static Optional<Sketch> of(AssessedPosting assessed, TextViews views) {
        return of(MaskedText.of(assessed, views));
    }

    public static Optional<Sketch> of(MaskedText masked) {
        return ofShingles(shinglesOf(masked.words()));
    }

    /// @param shingles as [#shinglesOf] gives them
    static Optional<Sketch> ofShingles(long[] shingles) {
        return shingles.length < FEWEST_SHINGLES ? Optional.empty() : Optional.of(of(shingles));
    }

    private static Sketch of(long[] shingles) {
        int[] minima = new int[Sketch.SIZE];
        for (int place = 0; place < Sketch.SIZE; place++) {
            long least = Long.MAX_VALUE;
            for (long shingle : shingles) {
                least = Math.min(least, mixed(shingle ^ SEEDS[place]));
            }
            minima[place] = (int) least;
        }
        return Sketch.of(minima);
    }

    /// The different shingles' hashes, sorted.
    static long[] shinglesOf(List<Word> words) {
        long[] hashes = new long[words.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = hashOf(words.get(i).text());
        }
        long[] shingles = new long[hashes.length];
        int count = 0;
        for (int start = 0; start < hashes.length; start++) {
            long hash = 0;
            int weight = 0;
            boolean says = false;
            for (int i = start; i < hashes.length && weight < SHINGLE_WEIGHT; i++) {
                Word word = words.get(i);
                hash = mixed(hash + hashes[i]);
                weight += word.weight();
                says |= word.slot().isEmpty();
            }
            if (says && weight >= SHINGLE_WEIGHT) {
                shingles[count++] = hash;
            }
        }
        return SortedNumbers.of(shingles, count);
    }

    /// FNV-1a over UTF-16 units.
    private static long hashOf(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /// The finaliser of SplitMix64: every bit of the result hangs on every bit given.
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
