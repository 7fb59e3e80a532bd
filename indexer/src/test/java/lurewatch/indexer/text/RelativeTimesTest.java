package lurewatch.indexer.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelativeTimesTest {
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");

    private static final List<RelativeUnit> UNITS =
            List.of(
                    RelativeUnit.SECONDS,
                    RelativeUnit.MINUTES,
                    RelativeUnit.HOURS,
                    RelativeUnit.DAYS,
                    RelativeUnit.WEEKS,
                    RelativeUnit.MONTHS,
                    RelativeUnit.YEARS);

    /// Numbers that between them need every form of a plural.
    private static final double[] QUANTITIES = {0, 1, 2, 3, 5, 11, 21, 100};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    posted 3 hours ago by us     | posted # by us
                    3시간전 등록                 | # 등록
                    vor  3\u00a0Std. gesehen      | # gesehen
                    acum 3 ore                   | #
                    bravado 3 horas              | bravado 3 horas
                    3 days agony                 | 3 days agony
                    knowhow is now wanted        | knowhow is # wanted
                    call 12345 days ago          | call 12345 days ago
                    """)
    void aSignStandsInThePlaceOfEach(String text, String signed) {
        assertThat(RelativeTimes.all().signed(text).replace(RelativeTimes.SIGN, '#'))
                .isEqualTo(signed);
    }

    /// The file is what ICU's locale data say. Where they came to say more, the test leaves the
    /// file that is wanted in `target/ages.tsv`.
    @Test
    void theFormsAreThoseOfTheLocaleData() throws IOException {
        Set<String> forms = new TreeSet<>();
        for (ULocale locale : ULocale.getAvailableLocales()) {
            if (locale.getCountry().isEmpty() && locale.getVariant().isEmpty()) {
                addAll(locale, forms);
            }
        }
        List<String> wanted = List.copyOf(forms);
        Files.write(Path.of("target", "ages.tsv"), wanted);
        try (var in = RelativeTimes.class.getResourceAsStream("ages.tsv")) {
            assertThat(in).isNotNull();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactlyElementsOf(wanted);
        }
    }

    private static void addAll(ULocale locale, Set<String> forms) {
        for (RelativeDateTimeFormatter.Style style : RelativeDateTimeFormatter.Style.values()) {
            RelativeDateTimeFormatter format =
                    RelativeDateTimeFormatter.getInstance(
                            locale,
                            NumberFormat.getIntegerInstance(locale),
                            style,
                            DisplayContext.CAPITALIZATION_NONE);
            for (RelativeUnit unit : UNITS) {
                for (double quantity : QUANTITIES) {
                    add(format.format(quantity, Direction.LAST, unit), forms);
                    add(format.format(quantity, Direction.NEXT, unit), forms);
                }
            }
            for (Direction direction :
                    List.of(Direction.LAST_2, Direction.LAST, Direction.THIS, Direction.NEXT)) {
                add(format.format(direction, AbsoluteUnit.DAY), forms);
            }
            add(format.format(Direction.PLAIN, AbsoluteUnit.NOW), forms);
        }
        Arrays.stream(DateFormatSymbols.getInstance(locale).getAmPmStrings())
                .forEach(half -> add(half, forms));
    }

    private static void add(String written, Set<String> forms) {
        if (written == null) {
            return;
        }
        Matcher number = NUMBER.matcher(written);
        boolean hasNumber = number.find();
        String before =
                hasNumber ? RelativeTimes.squeezed(written.substring(0, number.start())) : "";
        String after =
                RelativeTimes.squeezed(hasNumber ? written.substring(number.end()) : written);
        if (isTelling(before, after)) {
            forms.add(hasNumber ? before + "\t" + after : after);
        }
    }

    /// Not so `-3 h`, nor a word of two or three letters such as *no* and *to*, each the word for
    /// *now* or *morning* somewhere.
    private static boolean isTelling(String before, String after) {
        boolean hasSign = !before.isEmpty() && before.codePoints().noneMatch(Character::isLetter);
        int letters = (int) (before + after).codePoints().filter(Character::isLetter).count();
        boolean isOfLetters =
                (before + after)
                        .codePoints()
                        .filter(Character::isLetter)
                        .allMatch(letter -> letter < 0x0900); // scripts that write each sound
        return !hasSign && letters >= (isOfLetters ? 4 : 2);
    }
}
