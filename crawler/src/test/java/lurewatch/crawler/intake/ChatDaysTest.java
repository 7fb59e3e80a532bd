package lurewatch.crawler.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatDaysTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    01/08/2026 13/08/2026            | 01/08/2026  | 2026-08-01
                    8/1/26 8/13/26                   | 8/1/26      | 2026-08-01
                    01/08/2026 02/08/2026 01/09/2026 | 01/08/2026  | 2026-08-01
                    7/31/26 8/1/26                   | 8/1/26      | 2026-08-01
                    01/08/2026 02/08/2026            | 01/08/2026  |
                    08/08/2026                       | 08/08/2026  | 2026-08-08
                    13/08/2569                       | 13/08/2569  | 2026-08-13
                    2026-08-01                       | 2026-08-01  | 2026-08-01
                    2026.8.1.                        | 2026. 8. 1. | 2026-08-01
                    2026/08/01                       | 2026年8月1日 | 2026-08-01
                    2026/08/01                       | Aug 1, 2026 | 2026-08-01
                    ١٣/٨/٢٠٢٦                        | ١٣/٨/٢٠٢٦   | 2026-08-13
                    13/13/2026                       | 13/13/2026  |
                    2026-02-30                       | 2026-02-30  |
                    """)
    void theFileTellsWhichNumberIsTheMonth(String learned, String asked, LocalDate day) {
        ChatDays days = new ChatDays();
        Stream.of(learned.split(" +", -1)).forEach(days::learn);

        assertThat(days.of(asked)).isEqualTo(Optional.ofNullable(day));
    }
}
