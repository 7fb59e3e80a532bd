package lurewatch.indexer.learned;

import java.util.ArrayList;
import java.util.List;

/// Which kind of text some lines of a text are worded as, all together.
public final class KindWording {
    private final String text;
    private final List<WordingLines.Span> lines;
    private final KindWeights weights;
    private final double[] answers;
    private final int saying;

    KindWording(String text, List<WordingLines.Span> lines, KindWeights weights) {
        this.text = text;
        this.lines = List.copyOf(lines);
        this.weights = weights;
        Buckets pieces = new Buckets(WordingLine.BITS);
        int said = 0;
        for (WordingLines.Span span : lines) {
            WordingLine line = new WordingLine(text, span.start(), span.end());
            line.forEachPiece(KindWeights.LONGEST, pieces::add);
            said += line.saying();
        }
        this.saying = said;
        this.answers = weights.answers(pieces);
    }

    /// How much they say: letters, those of scripts that write a word in one or two of them twice.
    public int saying() {
        return saying;
    }

    /// How much they are of a kind; above 0 where they rather are.
    ///
    /// @param kind its place among the model's kinds
    public double answer(int kind) {
        return answers[kind];
    }

    /// The words that speak most for one kind rather than another, in text order.
    public List<WordingScores.Stretch> telling(int kind, int other, int most) {
        List<WordingScores.Stretch> words = new ArrayList<>();
        for (WordingLines.Span line : lines) {
            WordShares.addTo(
                    words,
                    new WordingLine(text, line.start(), line.end()),
                    KindWeights.LONGEST,
                    bucket -> weights.product(bucket, kind, other));
        }
        return WordShares.foremost(words, most, 1);
    }
}
