package lurewatch.indexer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import lurewatch.indexer.text.WordDiff.Part;
import lurewatch.indexer.text.WordDiff.Part.Kind;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDiffTest {
    /// What is removed stands in `[-…-]`, what is added in `{+…+}`.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    write to @sample_a now    | write to @sample_b now     | write to @[-sample_a-]{+sample_b+} now
                    high pay                  | high pay, free flight      | high pay{+, free flight+}
                    visa and flight provided  | flight provided            | [-visa and -]flight provided
                    a b c                     | x y z                      | [-a b c-]{+x y z+}
                    고수익 보장 텔레그램      | 고수익 보장 카톡           | 고수익 보장 [-텔레그램-]{+카톡+}
                    工资三千包吃住            | 工资五千包吃住             | 工资[-三千-]{+五千+}包吃住
                    งานรายได้ดี               | งานรายได้สูง               | งานรายได้[-ดี-]{+สูง+}
                    same                      | same                       | same
                    ''                        | all new                    | {+all new+}
                    """)
    void showsWhatBecameOfAText(String before, String after, String expected) {
        assertThat(marked(WordDiff.of(before, after))).isEqualTo(expected);
    }

    /// Whatever the texts, both can be read off the parts.
    @RepeatedTest(200)
    void bothTextsStandInTheParts(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String before = text(random);
        String after = text(random);

        List<Part> parts = WordDiff.of(before, after);

        assertThat(without(parts, Kind.ADDED)).isEqualTo(before);
        assertThat(without(parts, Kind.REMOVED)).isEqualTo(after);
    }

    @Test
    void textsThatShareNothingAreTwoTexts() {
        Random random = new Random(1);
        String before = random.ints(20_000).mapToObj(n -> "a" + n).collect(Collectors.joining(" "));
        String after = random.ints(20_000).mapToObj(n -> "b" + n).collect(Collectors.joining(" "));
        assertThat(WordDiff.of(before, after))
                .extracting(Part::kind)
                .contains(Kind.REMOVED, Kind.ADDED);
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(40), 0, 5)
                .mapToObj(n -> List.of("pay ", "visa ", "work ", "\n", "flight ").get(n))
                .collect(Collectors.joining());
    }

    private static String without(List<Part> parts, Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() != kind)
                .map(Part::text)
                .collect(Collectors.joining());
    }

    private static String marked(List<Part> parts) {
        return parts.stream()
                .map(part ->
                        switch (part.kind()) {
                            case SAME -> part.text();
                            case REMOVED -> "[-" + part.text() + "-]";
                            case ADDED -> "{+" + part.text() + "+}";
                        })
                .collect(Collectors.joining());
    }
}
