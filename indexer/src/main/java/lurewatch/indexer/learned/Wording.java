package lurewatch.indexer.learned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// How like the wording of lures each passage of one text is: lines that follow one another, judged
/// together. What stands around a passage changes nothing of what is said of it.
public final class Wording {
    /// Longer passages are no ads but lists of them.
    private static final int LONGEST_PASSAGE = 700;

    private static final int MOST_LINES = 30;

    /// A passage that says less, in letters, is a heading or a way to call.
    private static final int LEAST_SAID = 24;

    private final String text;
    private final WordingModel.Weights weights;
    private final List<Line> lines;

    Wording(String text, WordingModel.Weights weights, List<Line> lines) {
        this.text = text;
        this.weights = weights;
        this.lines = List.copyOf(lines);
    }

    /// A line, from `start` to before `end` of the text.
    ///
    /// @param sum what its pieces say
    /// @param squares how much they are, whatever they say
    /// @param saying how many letters it has
    public record Line(int start, int end, double sum, double squares, int saying) {
        int length() {
            return end - start;
        }
    }

    /// A passage.
    ///
    /// @param probability that a lure is worded so, where lures and others are equally many
    public record Passage(int start, int end, double probability) {}

    /// Words of a passage.
    ///
    /// @param share what they add to the answer; below 0 where they speak against a lure
    public record Stretch(int start, int end, double share) {}

    /// The passage that is worded most like lures, of those whose lines all pass.
    public Optional<Passage> strongest(Predicate<Line> isOwn) {
        boolean[] own = new boolean[lines.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = isOwn.test(lines.get(i));
        }
        double best = Double.NEGATIVE_INFINITY;
        Line first = null;
        Line last = null;
        for (int from = 0; from < lines.size(); from++) {
            double sum = 0;
            double squares = 0;
            int length = 0;
            int saying = 0;
            int most = Math.min(lines.size(), from + MOST_LINES);
            for (int to = from; to < most && own[to]; to++) {
                Line line = lines.get(to);
                sum += line.sum();
                squares += line.squares();
                length += line.length();
                saying += line.saying();
                if (to > from && length > LONGEST_PASSAGE) {
                    break;
                }
                double answer = weights.answer(sum, squares);
                if (saying >= LEAST_SAID && answer > best) {
                    best = answer;
                    first = lines.get(from);
                    last = line;
                }
            }
        }
        return first == null || last == null
                ? Optional.empty()
                : Optional.of(new Passage(first.start(), last.end(), weights.probability(best)));
    }

    /// The words of a passage that speak most for a lure, in text order.
    public List<Stretch> telling(Passage passage, int most) {
        return foremost(passage, most, 1);
    }

    /// The words of a passage that speak most against a lure, in text order.
    public List<Stretch> denying(Passage passage, int most) {
        return foremost(passage, most, -1);
    }

    private List<Stretch> foremost(Passage passage, int most, int sign) {
        List<Stretch> stretches = new ArrayList<>();
        for (Line line : lines) {
            if (line.start() >= passage.start() && line.end() <= passage.end()) {
                addWords(new WordingLine(text, line.start(), line.end()), stretches);
            }
        }
        return stretches.stream()
                .filter(stretch -> sign * stretch.share() > 0)
                .sorted(
                        Comparator.comparingDouble((Stretch stretch) -> -sign * stretch.share())
                                .thenComparingInt(Stretch::start))
                .limit(most)
                .sorted(Comparator.comparingInt(Stretch::start))
                .toList();
    }

    /// Words where blanks divide them; elsewhere a few letters.
    private void addWords(WordingLine line, List<Stretch> to) {
        double[] shares = new double[line.length()];
        line.forEachPiece((hash, start, end) -> {
            double share = weights.pieces().product(Buckets.bucket(hash, WordingLine.BITS));
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
                to.add(new Stretch(line.place(start), line.place(i - 1) + 1, share));
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
