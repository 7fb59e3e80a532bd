package lurewatch.crawler.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is told, and how often.
final class AlertBookTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final int ROOM = 100;

    private static Alert silent(String site) {
        return new Alert(Kind.SITE_SILENT, site, NOON, "it gives no page any more");
    }

    private static List<String> told(List<Notice> notices) {
        return notices.stream().map(notice -> notice.event() + " " + notice.alert().key()).toList();
    }

    @Test
    void tellsOnceWhenItBeginsAndOnceWhenItIsOver() {
        AlertBook book = new AlertBook(20, List.of());
        assertThat(told(book.update(List.of(silent("a")), NOON, ROOM)))
                .containsExactly("RAISED site_silent a");
        assertThat(book.update(List.of(silent("a")), NOON.plusSeconds(10), ROOM)).isEmpty();
        assertThat(told(book.update(List.of(), NOON.plusSeconds(20), ROOM)))
                .containsExactly("RECOVERED site_silent a");
        assertThat(book.update(List.of(), NOON.plusSeconds(30), ROOM)).isEmpty();
    }

    @Test
    void anEarlierRunsAlertsAreNotToldAgainButTakenBack() {
        AlertBook book = new AlertBook(20, List.of(silent("a"), silent("b")));
        assertThat(told(book.update(List.of(silent("a")), NOON, ROOM)))
                .containsExactly("RECOVERED site_silent b");
    }

    @Test
    void whatIsBeyondTheHoursShareIsToldLaterTheGravestFirst() {
        AlertBook book = new AlertBook(2, List.of());
        Alert disk = new Alert(Kind.DISK_LOW, "", NOON, "");
        List<Alert> all = List.of(silent("b"), silent("a"), disk);
        assertThat(told(book.update(all, NOON, ROOM)))
                .containsExactly("RAISED disk_low ", "RAISED site_silent a");
        assertThat(book.update(all, NOON.plus(Duration.ofMinutes(59)), ROOM)).isEmpty();
        assertThat(told(book.update(all, NOON.plus(Duration.ofMinutes(61)), ROOM)))
                .containsExactly("RAISED site_silent b");
    }

    @Test
    void whatWasNeverToldIsNotTakenBack() {
        AlertBook book = new AlertBook(20, List.of());
        assertThat(book.update(List.of(silent("a")), NOON, 0)).isEmpty();
        assertThat(book.update(List.of(), NOON, ROOM)).isEmpty();
    }
}
