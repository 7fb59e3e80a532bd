package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.indexer.Contact;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names, links and mail addresses as people hide them from machines, in many languages.
class DisguisedNamesTest {
    private static final Detector DETECTOR = Cases.shippedDetector();

    static Stream<String> rows() {
        return Cases.lines("disguised-names.tsv").stream();
    }

    /// Each row is a text (`\\n` is a line feed) and the contact in it; a row without one is
    /// innocent.
    @ParameterizedTest
    @MethodSource("rows")
    void findsTheContactAndNothingElse(String row) {
        String[] columns = row.split("\t", -1);
        String text = columns[0].replace("\\n", "\n");
        List<String> found =
                DETECTOR.assess(text, Optional.empty()).contacts().stream()
                        .map(Contact::key)
                        .toList();
        assertThat(found)
                .as(columns[0])
                .containsExactlyElementsOf(columns[1].isEmpty() ? List.of() : List.of(columns[1]));
    }

    /// What begins a disguise again and again costs no more than its length.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "telegram: t dot me slash ",
                "telegram [a][b][c] ",
                "sample☆x (☆ is _) ",
                "telegram first letters of each line:\n",
                "telegram same name as here\n",
                "a🐶b.c ",
                "A: telegram\nA: underscore\n",
                "телега раскладка: ыфьзду ",
                "insta #a #b hashtag "
            })
    void takesNoLongerForHostileTexts(String piece) {
        String text = piece.repeat(20_000 / piece.length());
        Assertions.assertTimeout(
                Duration.ofSeconds(60), () -> DETECTOR.assess(text, Optional.empty()));
    }
}
