package lurewatch.indexer.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SayingsTest {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    static Stream<Sayings> tables() {
        return Stream.of(
                Sayings.OF_NAMES, Sayings.OF_NUMBERS, Sayings.OF_CHANNELS, Sayings.OF_TEXTS);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void eachRowIsOfALanguageAndGivesWaysThatCanBeMatched(Sayings table) {
        for (String saying : table.all()) {
            for (Sayings.Row row : table.rows(saying)) {
                String where = saying + " " + row;
                assertAll(
                        () -> assertTrue(isLanguage(row.language()), where),
                        () -> assertDoesNotThrow(() -> Pattern.compile(row.ways()), where),
                        () -> assertFalse(Pattern.matches(row.ways(), ""), where),
                        () -> assertFalse(("|" + row.ways() + "|").contains("||"), where));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noLanguageHasARowTwice(Sayings table) {
        for (String saying : table.all()) {
            Set<Sayings.Row> rows = new HashSet<>();
            for (Sayings.Row row : table.rows(saying)) {
                assertTrue(rows.add(row), saying + " " + row);
            }
        }
    }

    @Test
    void aSayingThatNoTableHasIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> Sayings.OF_NAMES.rows("no such saying"));
    }

    private static boolean isLanguage(String tag) {
        return tag.equals("und") || LANGUAGES.contains(tag) || tag.equals("ceb");
    }
}
