package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.indexer.rules.Phrase;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.text.TextViews;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// That what rules places out rules none out where a plain search finds something.
class HeadedPatternTest {
    private static final int MANY = 1000;

    /// A pattern may only match where one of these stands; none means anywhere.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "텔[\\s.*]{1,3}레;텔",
                "(?:월급|주급)\\s*\\d+;월급,주급",
                "최고\\s*[1-9]\\d{3}\\s*만;최고",
                "a?bcdx+e*;abcd,bcd",
                "colou?r of;color of,colour of",
                "(?<!x)foo(?=bar);foo",
                "(?:a|[0-9])z?;''",
                "[0-9]{6,};''",
            })
    void knowsWhatAPatternRequires(String regex, String literals) {
        String required =
                RequiredLiterals.of(RegexReader.read(Pattern.compile(regex))).literals().stream()
                        .sorted()
                        .collect(Collectors.joining(","));
        assertThat(required).isEqualTo(literals);
    }

    /// Between how many units a match holds before its required string.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "텔[\\s.*]{1,3}레;0;0",
                "\\$\\s?\\d{2,4}\\s*(?:일당|주급)x;3;UNBOUNDED",
                "[0-9]{1,2}[^x]텔레;2;4",
                "(?:[a-z]텔레|텔레그램);0;1",
                "(?<!x)(?:🛩️?|텔레)a?;0;0",
                "(?:[0-9]{2}){1,3}텔레;2;6",
            })
    void knowsWhereAPatternRequiresIt(String regex, int least, String most) {
        RequiredLiterals required = RequiredLiterals.of(RegexReader.read(Pattern.compile(regex)));
        assertThat(required.least()).isEqualTo(least);
        assertThat(required.most())
                .isEqualTo(
                        most.equals("UNBOUNDED")
                                ? RequiredLiterals.UNBOUNDED
                                : Integer.parseInt(most));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "t[\\W_]{0,2}e[^x]l;a t.e-l tel t- el te l;2",
                "(?:ab|a)c{2,}d?;abcc accd ac abccd;3",
                "[0-9]{2,3}(?![0-9]);12 345 6789 1;3",
                "x{0,2};axx;1",
                "(?:a*b)+;aab b ab;3",
                "[\\u2460-\\u2473]{2};①②a③;1",
                "[𝐀-𝟿]b;𝐀b a𝟿b;2",
                "🛩️?\\s*a;🛩a 🛩️ a;2",
                "\\bcat\\b;cat concat cat.;2",
                ".a;ba 🛩a;2",
                "(?:call|dial|ph?one)[^0-9]{0,3}[0-9]+;call 1 dial:22 pone3 phone4 phoe5;4",
                "a{2,4}(?:b|cd)?;aab a aaaacd aaaaaa;4",
                "(?:ab?){2}c;abac aac abc;2",
            })
    void findsWhatAPlainSearchFinds(String regex, String text, int count) {
        assertThat(found(regex, text)).hasSize(count).isEqualTo(plain(regex, text));
    }

    @Test
    void findsEveryMatchOfTheLexiconInTheCases() {
        List<String> texts =
                Cases.all().stream().map(c -> TextViews.of(c.text()).folded().text()).toList();
        int matches = 0;
        for (Phrase phrase : Rules.read(Cases.SIGNALS).phrases()) {
            if (phrase.kind() == Phrase.Kind.REGEX) {
                String regex = LowerCasePattern.of(phrase.text()).pattern();
                for (String text : texts) {
                    List<String> plain = plain(regex, text);
                    assertThat(found(regex, text)).as("%s in %s", regex, text).isEqualTo(plain);
                    matches += plain.size();
                }
            }
        }
        assertThat(matches).isGreaterThan(30);
    }

    private static List<String> found(String regex, String text) {
        List<String> found = new ArrayList<>();
        HeadedPattern.compile(regex, 0)
                .find(text, 0, text.length(), MANY, m -> found.add(m.start() + ":" + m.group()));
        return found;
    }

    private static List<String> plain(String regex, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(regex).matcher(text);
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                found.add(matcher.start() + ":" + matcher.group());
            }
        }
        return found;
    }
}
