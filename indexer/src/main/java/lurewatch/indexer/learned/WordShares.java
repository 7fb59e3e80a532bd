package lurewatch.indexer.learned;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// What single words add to a model's answer.
final class WordShares {
    private WordShares() {}

    /// Those that add most, or least where the sign is -1, in text order.
    static List<WordingScores.Stretch> foremost(
            List<WordingScores.Stretch> words, int most, int sign) {
        return words.stream()
                .filter(word -> sign * word.share() > 0)
                .sorted(
                        Comparator.comparingDouble(
                                        (WordingScores.Stretch word) -> -sign * word.share())
                                .thenComparingInt(WordingScores.Stretch::start))
                .limit(most)
                .sorted(Comparator.comparingInt(WordingScores.Stretch::start))
                .toList();
    }

    /// The words of a line: what blanks divide; elsewhere a few letters.
    ///
    /// @param longest pieces are of so many letters at most
    /// @param shareOf what a bucket of pieces adds
    static void addTo(
            List<WordingScores.Stretch> to,
            WordingLine line,
            int longest,
            IntToDoubleFunction shareOf) {
        double[] shares = new double[line.length()];
        line.forEachPiece(
                longest,
                (hash, start, end) -> {
                    double share = shareOf.applyAsDouble(Buckets.bucket(hash, WordingLine.BITS));
                    for (int i = start; i < end; i++) {
                        shares[i] += share / (end - start);
                    }
                });
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            boolean ends =
                    i == line.length()
                            || !isOfWord(line.at(i))
                            || (i - start >= longestWord(line.at(i)));
            if (!ends) {
                continue;
            }
            if (i > start) {
                double share = 0;
                for (int k = start; k < i; k++) {
                    share += shares[k];
                }
                to.add(new WordingScores.Stretch(line.place(start), line.place(i - 1) + 1, share));
            }
            start = i < line.length() && isOfWord(line.at(i)) ? i : i + 1;
        }
    }

    private static boolean isOfWord(char c) {
        return c != WordingModel.LEAD && (Character.isLetterOrDigit(c) || isMark(c));
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || Character.isSurrogate(c);
    }

    /// How long a word may be before this letter, in a script that writes no blanks between words.
    private static int longestWord(char c) {
        if (Character.isIdeographic(c) || (c >= '\u3040' && c <= '\u30ff')) {
            return WordingLine.LONGEST;
        }
        boolean isUnspaced =
                (c >= '\u0e00' && c <= '\u0eff')
                        || (c >= '\u1000' && c <= '\u109f')
                        || (c >= '\u1780' && c <= '\u17ff');
        return isUnspaced && Character.isLetter(c) ? 3 * WordingLine.LONGEST : Integer.MAX_VALUE;
    }
}
