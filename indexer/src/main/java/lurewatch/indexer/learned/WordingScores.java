package lurewatch.indexer.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How like the wording of lures each passage of one text is: lines that follow one another, judged
/// together. What stands around a passage changes nothing of what is said of it. For one thread.
public final class WordingScores {
    /// Longer passages are no ads but lists of them.
    private static final int LONGEST_PASSAGE = 700;

    private static final int MOST_LINES = 30;

    /// What says less, in letters, is a heading or a way to call.
    private static final int LEAST_SAID = 24;

    private final String text;
    private final WordingModel.Weights weights;
    private final KindWeights kinds;
    private final List<WordingLines.Span> spans;

    /// By line; once a passage was asked for.
    private @Nullable List<Line> read;

    WordingScores(String text, WordingModel.Weights weights, KindWeights kinds) {
        this.text = text;
        this.weights = weights;
        this.kinds = kinds;
        this.spans = WordingLines.of(text);
    }

    /// Which lines are meant.
    public interface Own {
        boolean has(int start, int end);
    }

    /// A line, from `start` to before `end` of the text.
    ///
    /// @param sum what its pieces say
    /// @param squares how much they are, whatever they say
    /// @param saying how many letters it has
    private record Line(int start, int end, double sum, double squares, int saying) {
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

    /// The passage that is worded most like lures, of those whose lines are all meant.
    public Optional<Passage> strongest(Own isOwn) {
        List<Line> lines = lines();
        boolean[] own = new boolean[lines.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = isOwn.has(lines.get(i).start(), lines.get(i).end());
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

    /// The kind of text that all lines that are meant make together; nothing where they say too
    /// little.
    public Optional<KindWording> kinds(Own own) {
        List<WordingLines.Span> meant =
                spans.stream().filter(span -> own.has(span.start(), span.end())).toList();
        return Optional.of(new KindWording(text, meant, kinds))
                .filter(read -> read.saying() >= LEAST_SAID);
    }

    private List<Line> lines() {
        List<Line> lines = read;
        if (lines == null) {
            lines = new ArrayList<>();
            Buckets pieces = new Buckets(WordingLine.BITS);
            for (WordingLines.Span span : spans) {
                WordingLine line = new WordingLine(text, span.start(), span.end());
                pieces.clear();
                line.forEachPiece(pieces::add);
                lines.add(
                        new Line(
                                span.start(),
                                span.end(),
                                weights.pieces().sum(pieces),
                                weights.pieces().squares(pieces),
                                line.saying()));
            }
            read = lines;
        }
        return lines;
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
        for (Line line : lines()) {
            if (line.start() >= passage.start() && line.end() <= passage.end()) {
                WordShares.addTo(
                        stretches,
                        new WordingLine(text, line.start(), line.end()),
                        WordingLine.LONGEST,
                        bucket -> weights.pieces().product(bucket));
            }
        }
        return WordShares.foremost(stretches, most, sign);
    }
}
