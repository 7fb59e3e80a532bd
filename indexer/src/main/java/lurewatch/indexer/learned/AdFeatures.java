package lurewatch.indexer.learned;

import java.util.List;
import lurewatch.indexer.Particular;
import lurewatch.indexer.Particulars;

/// What the model sees of an ad: which words, pairs and triples of words; how the text is built;
/// and what stands beside the text.
///
/// @param read the text that the buckets' places count in
/// @param said what its title and particulars say
/// @param traits the build, then each particular: 1 given, 0 lacking, not a number where unknown
@SuppressWarnings("ArrayRecordComponent") // never compared
record AdFeatures(
        String read, int wordCount, Buckets words, ParticularWords said, double[] traits) {
    static final int WORD_BITS = 20;

    /// In the order in which they follow the build.
    static final List<Particular> PARTICULARS = List.of(Particular.values());

    static final int TRAITS = Build.COUNT + PARTICULARS.size();

    static final int PRIME = 16777619;
    static final int BASIS = 0x811c9dc5;

    static AdFeatures of(String text, Particulars particulars) {
        String cut = AdWords.cut(text);
        String read = AdWords.read(cut);
        Buckets words = new Buckets(WORD_BITS);
        int count = count(read.toCharArray(), words);
        return new AdFeatures(
                read,
                count,
                words,
                ParticularWords.of(read, particulars),
                traits(cut, particulars));
    }

    /// The same ad of which only the text is known.
    AdFeatures textAlone() {
        double[] unknown = traits.clone();
        for (int i = Build.COUNT; i < TRAITS; i++) {
            unknown[i] = Double.NaN;
        }
        return new AdFeatures(
                read, wordCount, words, ParticularWords.of(read, Particulars.UNKNOWN), unknown);
    }

    private static double[] traits(String text, Particulars particulars) {
        double[] traits = new double[TRAITS];
        Build.of(text, traits);
        for (int i = 0; i < PARTICULARS.size(); i++) {
            Particular particular = PARTICULARS.get(i);
            traits[Build.COUNT + i] =
                    particulars.given().contains(particular)
                            ? 1
                            : particulars.lacking().contains(particular) ? 0 : Double.NaN;
        }
        return traits;
    }

    private static int count(char[] read, Buckets words) {
        int count = 0;
        int last = 0;
        int lastPair = 0;
        int lastStart = 0;
        int pairStart = 0;
        for (int start = 0; start < read.length; ) {
            if (!isOfWord(read[start])) {
                start++;
                continue;
            }
            int end = start;
            int hash = BASIS;
            for (; end < read.length && isOfWord(read[end]); end++) {
                hash = (hash ^ read[end]) * PRIME;
            }
            words.add(hash, start, end);
            int pair = (last * 31) ^ hash;
            if (count > 0) {
                words.add(pair, lastStart, end);
            }
            if (count > 1) {
                words.add((lastPair * 31) ^ hash, pairStart, end);
            }
            last = hash;
            lastPair = pair;
            pairStart = lastStart;
            lastStart = start;
            count++;
            start = end;
        }
        return count;
    }

    static boolean isOfWord(char c) {
        return (c >= 'a' && c <= 'z') || (c != ' ' && Character.isLetterOrDigit(c));
    }
}
