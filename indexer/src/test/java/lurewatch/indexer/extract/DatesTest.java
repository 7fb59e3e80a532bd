package lurewatch.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-03                          | 2026-11-03T00:00:00Z",
                "2026-11-03T14:22:05Z                | 2026-11-03T14:22:05Z",
                "2026-11-03T14:22:05.123+09:00       | 2026-11-03T05:22:05.123Z",
                "2026-11-03T14:22:05+0900            | 2026-11-03T05:22:05Z",
                "2026-11-03T14:22                    | 2026-11-03T14:22:00Z",
                "2026-11-03 14:22:05                 | 2026-11-03T14:22:05Z",
                "2026.11.3. 14:22                    | 2026-11-03T14:22:00Z",
                "등록일 2026/11/03                      | 2026-11-03T00:00:00Z",
                "26-11-03 14:22                      | 2026-11-03T14:22:00Z",
                "2026년 11월 3일                        | 2026-11-03T00:00:00Z",
                "2026年11月3日                         | 2026-11-03T00:00:00Z",
                "Tue, 03 Nov 2026 14:22:05 GMT       | 2026-11-03T14:22:05Z",
                "Tue, 3 Nov 2026 14:22:05 +0900      | 2026-11-03T05:22:05Z",
                "Tue, 3 Nov 2026 14:22 EST           | 2026-11-03T19:22:00Z",
                "Tue, 3 Nov 2026 14:22:05 WIB        | 2026-11-03T07:22:05Z",
                "Tue, 3 Nov 2026 14:22 NPT           | 2026-11-03T08:37:00Z",
                "Tue, 3 Nov 2026 14:22:05 CST        | 2026-11-03T00:00:00Z",
                "Tue, 3 Nov 2026 14:22:05 XYZT       | 2026-11-03T00:00:00Z",
                "November 3, 2026                    | 2026-11-03T00:00:00Z",
                "3rd November 2026                   | 2026-11-03T00:00:00Z",
                "25/12/2026 08:00                    | 2026-12-25T08:00:00Z",
            })
    void readsTheTimesThatPagesWrite(String text, String time) {
        assertThat(Dates.read(text)).contains(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-02-31",
                "99999-12-31",
                "1026-01-01",
                "010-1234-5678",
                "12:30",
                "2026-13-45",
                "Nov 99, 2026",
                "3 Foo 2026"
            })
    void doesNotInventATime(String text) {
        assertThat(Dates.read(text)).isEmpty();
    }
}
