package lurewatch.indexer.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.indexer.detect.Cases;
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
                "不|abc|zy(?!x);不 abc ab 不x zyx zy;4",
                "[ab]|cd;cd c a;2",
            })
    void findsWhatAPlainSearchFinds(String regex, String text, int count) {
        assertThat(found(regex, text)).hasSize(count).isEqualTo(plain(regex, text));
    }

    /// The long s, the sign for kelvin and dotless letters are letters in another case.
    @Test
    void findsLettersThatHaveNoCasePlace() {
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        String text = "\u017fign SIGN \u212bngstrom wor\u212a \u0130n \u0131n in \u2126 \u03c9";
        for (String regex : List.of("sign", "k", "\u00e5ng", "i?n", "\u03a9")) {
            List<String> plain = plain(Pattern.compile(regex, flags), text);
            assertThat(found(HeadedPattern.compile(regex, flags), text))
                    .as(regex)
                    .isNotEmpty()
                    .isEqualTo(plain);
        }
    }

    /// `\\d`, `\\w` and `\\s` hold characters beyond ASCII only where the flag says so.
    @Test
    void findsDigitsLettersAndBlanksBeyondAsciiWhereTheyCount() {
        String text = "12 \u0663\u0664 \u0e01\u0e02\u3000\u0e02 x";
        for (String regex : List.of("\\d{2}", "\\w\\w", "\\s.", "[\\d\\s][^\\w]")) {
            for (int flags : List.of(0, Pattern.UNICODE_CHARACTER_CLASS)) {
                List<String> plain = plain(Pattern.compile(regex, flags), text);
                assertThat(found(HeadedPattern.compile(regex, flags), text))
                        .as("%s with flags %s", regex, flags)
                        .isNotEmpty()
                        .isEqualTo(plain);
            }
        }
    }

    @Test
    void knowsWhetherSomePartMatches() {
        HeadedPattern pattern = HeadedPattern.compile("no(?= fee)|never", 0);
        assertThat(pattern.isIn("there is no fee")).isTrue();
        assertThat(pattern.isIn("there is no")).isFalse();
        assertThat(pattern.isIn("")).isFalse();
    }

    @Test
    void findsEveryMatchOfTheLexiconInTheCases() {
        List<String> texts =
                Cases.all().stream().map(c -> TextViews.of(c.text()).folded().text()).toList();
        int matches = 0;
        for (Phrase phrase : Rules.read(Cases.SIGNALS).phrases()) {
            if (phrase.kind() == Phrase.Kind.REGEX) {
                String regex = LowerCasePattern.of(phrase.text()).pattern();
                HeadedPattern headed = HeadedPattern.compile(regex, 0);
                Pattern pattern = Pattern.compile(regex);
                for (String text : texts) {
                    List<String> plain = plain(pattern, text);
                    assertThat(found(headed, text)).as("%s in %s", regex, text).isEqualTo(plain);
                    matches += plain.size();
                }
            }
        }
        assertThat(matches).isGreaterThan(30);
    }

    private static List<String> found(String regex, String text) {
        return found(HeadedPattern.compile(regex, 0), text);
    }

    private static List<String> found(HeadedPattern pattern, String text) {
        List<String> found = new ArrayList<>();
        pattern.find(text, 0, text.length(), MANY, m -> found.add(m.start() + ":" + m.group()));
        return found;
    }

    private static List<String> plain(String regex, String text) {
        return plain(Pattern.compile(regex), text);
    }

    private static List<String> plain(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                found.add(matcher.start() + ":" + matcher.group());
            }
        }
        return found;
    }
}
