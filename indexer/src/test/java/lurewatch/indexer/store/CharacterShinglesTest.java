package lurewatch.indexer.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CharacterShinglesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # case, blanks and signs are nothing
                    Hotel job!    | H-O-T-E-L / j o b  | 1.0
                    hotel         | hotel, hotel       | 1.0
                    # hote, otel
                    hotel         | hotels             | 1.0
                    # hote, otel, tels
                    hotels        | hotel              | 0.6666666666666666
                    hotel         | motel              | 0.5
                    # letters of any script, their marks, and digits
                    งานดี            | งาน ดี                | 1.0
                    招聘客服      | 招聘、客服         | 1.0
                    12-34         | 1234               | 1.0
                    𝟎𝟏            | 𝟎 𝟏                | 1.0
                    # too little to tell
                    job           | job                | 0.0
                    ''            | hotel              | 0.0
                    hotel         | ''                 | 0.0
                    """)
    void sharesRunsOfFourLettersOrDigits(String one, String other, double share) {
        assertThat(CharacterShingles.of(one).shareIn(CharacterShingles.of(other))).isEqualTo(share);
    }
}
