package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.text.JarText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CurrenciesTest {
    static Stream<String[]> rows() {
        return JarText.rows(Currencies.class, "currencies.tsv").stream()
                .map(row -> row.split("\t", -1));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachWordOfTheTableMeansItsCurrency(String code, String language, String words) {
        assertThat(words.split("\\|", -1))
                .allSatisfy(word -> assertThat(Currencies.code(word, language)).contains(code));
    }

    @Test
    void eachCurrencyHasARate() {
        Set<String> rates = Rules.read(Cases.SIGNALS).pay().currencies().keySet();
        assertThat(rows().map(row -> row[0])).isSubsetOf(rates);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "рублями|ru|RUB",
                "dollarga|uz|USD",
                "rs|ne|NPR",
                "rs|hi|INR",
                "$|zh-Hant|HKD",
                "pesos|es|MXN",
                "pesos|tl|PHP",
                "wonder|en|''",
                "rublx|ru|''",
                "dollarization|en|''",
                "umbrella|en|''",
            })
    void knowsEndingsAndLanguages(String written, String language, String code) {
        assertThat(Currencies.code(written, language).orElse("")).isEqualTo(code);
    }
}
