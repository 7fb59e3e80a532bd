package lurewatch.indexer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.text.Ticking.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TickingTest {
    private static final Instant THEN = Instant.parse("2026-11-28T14:05:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # clocks go on as long as passed, whatever zone they show
                    PT65M | 14:05 조회 321                          | 15:10 조회 388
                    PT65M | It is 23:05:12 here                     | It is 00:10:40 here
                    PT65M | 오전 11:05 등록                         | 오후 12:10 등록
                    PT65M | 2:05 pm                                 | 3:10 pm
                    P3D   | Stand: 28.11.2026, 09:00 Uhr            | Stand: 01.12.2026, 09:01 Uhr
                    P1D   | Обновлено 2026-11-28 в 10:00            | Обновлено 2026-11-29 в 10:00
                    PT2H  | آخر تحديث ١٢:٠٠                          | آخر تحديث ١٤:٠٠
                    # boards write the time on the day, then how long ago, then the date
                    P2D   | 작성 14:05                              | 작성 2일 전
                    P2D   | 작성 14:05                              | 작성 11-28
                    P9D   | Posted 3 days ago                       | Posted 2026-11-25
                    P1D   | Posted just now                         | Posted yesterday
                    # ages in words of many languages, in a text of any length
                    PT1H  | We hire for our office by the sea, and were asked 59 minutes ago | We hire for our office by the sea, and were asked 2 hours ago
                    PT1H  | 등록 59분전                             | 등록 1시간전
                    PT1H  | 發布於 59 分鐘前                        | 發布於 2 小時前
                    P1D   | โพสต์เมื่อ 3 ชั่วโมงที่ผ่านมา                  | โพสต์เมื่อ 1 วันที่ผ่านมา
                    P1D   | Đăng 3 giờ trước                        | Đăng hôm qua
                    P1D   | hace 3 horas                            | hace 1 día
                    P1D   | il y a 3 heures                         | il y a 2 jours
                    P1D   | há 3 horas                              | há 1 dia
                    P1D   | vor 3 Stunden                           | vor 2 Tagen
                    P1D   | 3 часа назад                            | 5 дней назад
                    P1D   | 3 години тому                           | 2 дні тому
                    P1D   | 3 saat önce                             | 1 gün önce
                    P1D   | منذ 3 ساعات                             | قبل يومين
                    P1D   | 3 घंटे पहले                                | 1 दिन पहले
                    P1D   | ৩ ঘণ্টা আগে                               | ১ দিন আগে
                    P1D   | 3 jam yang lalu                         | 1 hari yang lalu
                    P1D   | 3 oras ang nakalipas                    | 1 araw ang nakalipas
                    P1D   | saa 3 zilizopita                        | siku 2 zilizopita
                    P1D   | 3 時間前                                | 昨日
                    P1D   | 3 godz. temu                            | 2 dni temu
                    P1D   | acum 3 ore                              | acum 2 zile
                    # ages in words of no language that we know, by how much they grew
                    PT3H  | vuko 4 oran                             | vuko 7 oran
                    P2D   | D-12                                    | D-10
                    """)
    void seesThatOnlyTimeWentBy(Duration passed, String before, String after) {
        assertThat(between(passed, before, after)).contains(Set.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PT65M | Interview at 14:05                      | Interview at 16:30
                    PT65M | Apply until 2026-12-01                  | Apply until 2026-12-15
                    PT65M | ages 20-35 wanted                       | ages 21-40 wanted
                    P1D   | two flats of 3 rooms                    | two houses of 3 rooms
                    P1D   | start next week                         | start at once
                    P1D   | account 1234567890123                   | account 1234567890124
                    P1D   | yesterday we met                        | 15 of us met
                    """)
    void seesThatSomebodyChangedIt(Duration passed, String before, String after) {
        assertThat(between(passed, before, after)).isEmpty();
    }

    /// Whether these count nobody can tell from two visits.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PT1H  | sebagai 321 orang                       | sebagai 388 orang                   | true
                    PT1H  | 15 places left                          | 12 places left                      | false
                    P1D   | We want 10 cooks who stay for a year with us in our house | We want 11 cooks who stay for a year with us in our house | true
                    """)
    void leavesOpenWhatNothingExplains(
            Duration passed, String before, String after, boolean grows) {
        assertThat(between(passed, before, after)).contains(Set.of(new Slot(0, 0, grows)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    14:05 조회 321 고수익                     | # # 고수익
                    2026-11-28 09:00:12 pay 2500            | # # pay 2500
                    call 085512345678                       | call 085512345678
                    """)
    void stillsWhatTicks(String text, String left) {
        assertThat(Ticking.still(text)).isEqualTo(left);
    }

    /// What is read once is read in time that grows with its length.
    @Test
    void takesTimeThatGrowsWithTheText() {
        for (String piece :
                List.of("1", "1.", "1:", "1-1-", "vor 1 ", "\u0301", "yesterda", "1 day ", ". ")) {
            String long1 = piece.repeat(20_000);
            assertThat(Ticking.between(List.of(long1), THEN, List.of(long1 + "x"), THEN)).isEmpty();
        }
    }

    private static Optional<Set<Slot>> between(Duration passed, String before, String after) {
        return Ticking.between(List.of(before), THEN, List.of(after), THEN.plus(passed));
    }
}
