package lurewatch.indexer.campaign;

import java.util.Arrays;
import java.util.Optional;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Digest;
import lurewatch.indexer.Sketch;
import lurewatch.indexer.text.TextViews;

/// What a posting says, whomever it names and whatever it pays: its masked text, and the shingles
/// by which it is compared with others.
///
/// Whoever warns of an ad quotes it. So an offer and what is none are never the same wording, and
/// have no shingle in common.
///
/// @param digest equal for equal wordings
/// @param shingles different ones, sorted; none where the text says too little to be compared
/// @param sketch of the same text, by which the index compares it; warnings and offers alike
@SuppressWarnings("ArrayRecordComponent") // never compared by equals
public record Wording(long digest, int[] shingles, Optional<Sketch> sketch) {
    /// Shingles by which others like it are found: the smallest, so that like texts take the same.
    static final int SAMPLE = 16;

    /// Two texts of fewer shingles may agree by chance: `call me today` is no template.
    private static final int FEWEST = 10;

    private static final int DIGITS = Long.SIZE / 4;

    /// What says too little is nobody's copy: it has a wording of its own.
    public static Wording of(AssessedPosting posting) {
        return of(posting, TextViews.of(posting.posting().text()));
    }

    /// The same for whoever has made the views of the posting's text.
    public static Wording of(AssessedPosting posting, TextViews views) {
        String side = posting.assessment().context().allowsSuspicion() ? "offer" : "other";
        Wording wording = of(MaskedText.of(posting, views), side);
        return wording.shingles().length > 0
                ? wording
                : new Wording(
                        digest(posting.posting().id().value()),
                        wording.shingles(),
                        wording.sketch());
    }

    static Wording of(MaskedText masked, String side) {
        long[] shingles = Sketches.shinglesOf(masked.words());
        return new Wording(
                digest(side + "\n" + masked.shown()),
                shingles.length < FEWEST ? new int[0] : shortened(shingles, side.hashCode()),
                Sketches.ofShingles(shingles));
    }

    private static long digest(String text) {
        return Long.parseUnsignedLong(Digest.of(text).prefix(DIGITS), 16);
    }

    /// Half of each hash: of two texts of a thousand shingles, one in four thousand pairs then
    /// seems to share one that it does not.
    private static int[] shortened(long[] shingles, int salt) {
        int[] sorted = new int[shingles.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (int) (shingles[i] >>> Integer.SIZE) ^ salt;
        }
        Arrays.sort(sorted);
        int kept = 0;
        for (int shingle : sorted) {
            if (kept == 0 || shingle != sorted[kept - 1]) {
                sorted[kept++] = shingle;
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    int[] sample() {
        return sample(shingles);
    }

    static int[] sample(int[] shingles) {
        return Arrays.copyOf(shingles, Math.min(SAMPLE, shingles.length));
    }
}
