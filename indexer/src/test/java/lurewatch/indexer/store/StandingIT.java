package lurewatch.indexer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Block;
import lurewatch.indexer.Capture;
import lurewatch.indexer.Context;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Standing;
import lurewatch.indexer.store.PageState.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What visits make of a posting: whether it is there, missed, or gone.
final class StandingIT {
    private static final String AD = "http://board.test/ad/1";
    private static final String LIST = "http://board.test/list";

    @TempDir Path directory;

    private final List<CaptureFacts> visits = new ArrayList<>();
    private Instant now = Postings.NOON;

    /// Visits of an ad's page, an hour apart unless said otherwise, and what they make of it.
    ///
    /// `S` seen, `C` seen with another text, `4` not found, `W` the page says that it is gone, `M`
    /// moved, `N` the page says something else, `O` the ad without its contact, `E` blank, `5`
    /// trouble, `3` not for us, `B` a wall, `L` seen on a listing only, `h` another page of the
    /// site came, `.` a minute passes instead of the next hour.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    S           | live
                    S 4         | suspect
                    # one answer proves nothing, two at once neither
                    S 4 . 4     | suspect
                    # nor two while the whole site was away
                    S 4 4       | suspect
                    S 4 h 4     | gone
                    S W h W     | gone
                    S 4 h W     | gone
                    # nothing stands there any more
                    S E         | suspect
                    S E h E     | gone
                    S E E       | suspect
                    S E h E S   | live reappeared
                    # what was always blank has shown nothing
                    L E h E     | live
                    # what did not come through says nothing
                    S 5 3 B     | live
                    S 4 h 5 3 B | suspect
                    # being sent elsewhere is not enough
                    S M h M h M | suspect
                    S M h 4     | gone
                    # nor is being sent on the way to the page
                    S M . S     | live
                    S M . M . S | live
                    S 4 . M . S | live
                    S M . 4     | suspect
                    # something else stands there: a notice, a wall, the list
                    S N         | suspect
                    S N h N h N | suspect
                    S N S       | live
                    S N h 4     | gone
                    # an ad without its contact is the ad, and what was always short is what it is
                    S O         | live
                    N N         | live
                    # seen again
                    S 4 S       | live
                    S 4 h 4 S   | live reappeared
                    S 4 h 4 C   | live reappeared
                    S 4 h 4 S 4 | suspect reappeared
                    # a listing goes on showing what is gone from its own page
                    S 4 h 4 L   | gone
                    S 4 L       | suspect
                    # what has no page of its own comes back where it stood
                    L 4 h 4 L   | live reappeared
                    """)
    void visitsSayWhetherItIsThere(String course, String expected) {
        for (String visit : course.split(" ", -1)) {
            visit(visit);
        }
        Standing standing = stored(AD).standing();
        String said =
                standing.status().label()
                        + (standing.reappearedAt().isPresent() ? " reappeared" : "");
        assertThat(said).isEqualTo(expected);
        assertThat(standing.absentSince().isPresent())
                .isEqualTo(standing.status() != Standing.Status.LIVE);
    }

    /// What the same visits are told as, each with the number of its capture.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    S C S         | 1 seen v1, 2 seen v2, 3 seen v3
                    S 4           | 1 seen v1
                    S 4 h 4 h 4   | 1 seen v1, 4 gone v1 since 2
                    S 4 h 4 L     | 1 seen v1, 4 gone v1 since 2, 5 seen v1
                    S 4 h 4 C     | 1 seen v1, 4 gone v1 since 2, 5 seen v2, 5 back v2 since 2 after 2
                    # being sent elsewhere is no look
                    S M h 4 4 S   | 1 seen v1, 4 gone v1 since 2, 6 seen v1, 6 back v1 since 2 after 2
                    S 4 S W h 4 S | 1 seen v1, 3 seen v1, 6 gone v1 since 4, 7 seen v1, 7 back v1 since 4 after 2
                    S 4 h 4 S 4 h 5 W | 1 seen v1, 4 gone v1 since 2, 5 seen v1, 5 back v1 since 2 after 2, 9 gone v1 since 6
                    """)
    void visitsAreToldInTheirOrder(String course, String expected) {
        for (String visit : course.split(" ", -1)) {
            visit(visit);
        }
        record();
        try (FactsReader reader = FactsReader.open(directory.resolve("facts.db"))) {
            List<String> whole = told(reader, 0, visits.size());
            assertThat(String.join(", ", whole)).isEqualTo(expected);
            List<String> oneByOne = new ArrayList<>();
            for (int i = 0; i < visits.size(); i++) {
                oneByOne.addAll(told(reader, i, i + 1));
            }
            assertThat(oneByOne).isEqualTo(whole);
        }
    }

    private List<String> told(FactsReader reader, long after, long until) {
        return reader.happenings(after, until).stream()
                .filter(happening -> happening.posting().equals(PostingId.of("board", AD)))
                .map(happening -> told(reader, happening))
                .toList();
    }

    private String told(FactsReader reader, Happening happening) {
        String what = happening.capture().sequence() + " %s v" + happening.version();
        return switch (happening) {
            case Happening.Seen seen -> {
                assertThat(seen.postingSince().sequence()).isEqualTo(1);
                assertThat(seen.versionSince()).isLessThanOrEqualTo(seen.capture());
                yield what.formatted("seen");
            }
            case Happening.Gone gone ->
                    what.formatted("gone") + " since " + captureAt(gone.missedSince());
            case Happening.Back back ->
                    what.formatted("back")
                            + " since "
                            + captureAt(back.missedSince())
                            + " after "
                            + reader.looks(back.posting(), back.missedSince(), back.capture())
                                    .map(Looks::count)
                                    .orElse(0L);
        };
    }

    private long captureAt(Instant time) {
        return visits.stream()
                .map(CaptureFacts::capture)
                .filter(capture -> capture.fetchedAt().equals(time))
                .findFirst()
                .orElseThrow()
                .id()
                .sequence();
    }

    private void visit(String kind) {
        now = now.plus(kind.equals(".") ? Duration.ofMinutes(-59) : Duration.ofHours(1));
        switch (kind) {
            case "S" -> page(AD, AD, "high pay");
            case "C" -> page(AD, AD, "higher pay");
            case "L" -> page(LIST, AD, "high pay");
            case "h" -> page(LIST + "?other", AD + "9", "other work");
            case "4" -> answer(AD, 404, Outcome.MISSING);
            case "N" -> nameless(AD, "Bitte melden Sie sich an, um fortzufahren");
            case "O" -> nameless(AD, "Customer service\nhigh pay, flights");
            case "E" -> answer(AD, 200, Outcome.BLANK);
            case "W" -> answer(AD, 200, Outcome.GONE_WORDS);
            case "M" -> answer(AD, 302, Outcome.MOVED);
            case "5" -> answer(AD, 503, Outcome.TROUBLED);
            case "3" -> answer(AD, 403, Outcome.DENIED);
            case "B" -> answer(AD, 200, Outcome.BLOCKED);
            case "." -> {}
            default -> throw new IllegalArgumentException(kind);
        }
    }

    @Test
    void whatOnceStoodBetweenTwoThatAreThereIsMissing() {
        channel(1, 2, 3, 4, 5);
        channel(2, 4, 5, 6); // the first has moved on, the third was taken out
        assertThat(statuses(1, 2, 3, 4, 5))
                .containsExactly("live", "live", "suspect", "live", "live");
        channel(4, 5, 6, 7);
        assertThat(statuses(2, 3)).containsExactly("live", "suspect");
        channel(2, 4, 5, 6, 7);
        assertThat(statuses(3)).containsExactly("gone");
        channel(2, 3, 4, 5);
        assertThat(statuses(3)).containsExactly("live");
        assertThat(stored(message(3)).observations())
                .extracting(StoredPosting.Observation::kind)
                .containsExactly("not_listed", "not_listed", "reappeared");
    }

    /// Many sites send each visit to a check and back, for a cookie.
    @ParameterizedTest
    @CsvSource({
        "S M . S, ''",
        "S M . M . S, ''",
        "S M . S M . S, ''",
        "S M S, moved",
        "S M . 4, moved gone_observed",
        "S 4 . M . S, gone_observed",
    })
    void whatLeadsToThePageInOneVisitIsNoObservation(String course, String expected) {
        for (String visit : course.split(" ", -1)) {
            visit(visit);
        }
        assertThat(
                        stored(AD).observations().stream()
                                .map(StoredPosting.Observation::kind)
                                .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    /// Those of a channel that have scrolled out of sight meanwhile, too.
    @Test
    void nobodyIsMissedByAPageThatCameAfterAll() {
        posts(1, 2, 3);
        now = now.plus(Duration.ofHours(1));
        answer(LIST, 302, Outcome.MOVED);
        assertThat(stored(LIST + "#1").standing().status()).isEqualTo(Standing.Status.SUSPECT);
        now = now.plus(Duration.ofMinutes(1));
        posts(2, 3, 4);
        for (int post = 1; post <= 4; post++) {
            assertThat(stored(LIST + "#" + post).standing()).isEqualTo(Standing.LIVE);
        }
    }

    private void posts(int... numbers) {
        Capture capture = capture(LIST, 200);
        List<AssessedPosting> postings = new ArrayList<>();
        for (int number : numbers) {
            postings.add(posting(capture, LIST + "#" + number, "post " + number));
        }
        visits.add(new CaptureFacts(capture, postings, List.of()));
    }

    @Test
    void whatCameInPartSaysNothingOfWhatIsMissing() {
        channel(1, 2, 3);
        now = now.plus(Duration.ofHours(1));
        Capture part = capture(LIST, 200);
        visits.add(
                new CaptureFacts(
                        part,
                        List.of(posting(part, message(1), "one"), posting(part, message(3), "x")),
                        List.of("decoded in part")));
        assertThat(statuses(2)).containsExactly("live");
    }

    /// `No such ad: 4711` with status 200, as many boards answer.
    @Test
    void theWordsOfDeadAddressesAreLearnt() {
        for (int ad = 1; ad <= 4; ad++) {
            page(AD + ad, AD + ad, "high pay " + ad);
        }
        for (int ad = 1; ad <= 3; ad++) {
            notice(AD + ad);
        }
        for (int ad = 1; ad <= 3; ad++) {
            StoredPosting stored = stored(AD + ad);
            assertThat(stored.current().posting().text()).contains("high pay " + ad);
            assertThat(stored.standing().status()).isEqualTo(Standing.Status.SUSPECT);
        }
        page(LIST, AD + "9", "other work");
        notice(AD + 1);
        notice(AD + 4);
        assertThat(stored(AD + 1).standing().status()).isEqualTo(Standing.Status.GONE);
        assertThat(stored(AD + 4).versions()).hasSize(1);
        assertThat(stored(AD + 4).standing().status()).isEqualTo(Standing.Status.SUSPECT);
    }

    @Test
    void theSameNoteUnderNewAddressesIsNoDeadAddress() {
        for (int ad = 1; ad <= 5; ad++) {
            notice(AD + ad);
        }
        assertThat(stored(AD + 5).current().posting().text()).contains("no such ad");
        assertThat(stored(AD + 5).standing()).isEqualTo(Standing.LIVE);
    }

    @Test
    void everyVisitLeavesARowWithItsSignatures() throws Exception {
        page(AD, AD, "high pay");
        visit("5");
        visit("4");
        record();
        Map<String, Integer> outcomes = Map.of("page", 1, "troubled", 1, "missing", 1);
        try (var connection =
                        java.sql.DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("facts.db"));
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT outcome, count(*) FROM captures GROUP BY outcome")) {
            while (rows.next()) {
                assertThat(outcomes).containsEntry(rows.getString(1), rows.getInt(2));
            }
        }
        assertThat(stored(AD).observations())
                .extracting(StoredPosting.Observation::kind)
                .containsExactly("troubled", "gone_observed");
    }

    private static String message(int number) {
        return "http://board.test/channel/" + number;
    }

    private void channel(int... numbers) {
        now = now.plus(Duration.ofHours(1));
        Capture capture = capture(LIST, 200);
        List<AssessedPosting> postings = new ArrayList<>();
        for (int number : numbers) {
            postings.add(posting(capture, message(number), "message " + number));
        }
        visits.add(new CaptureFacts(capture, postings, List.of()));
    }

    private List<String> statuses(int... numbers) {
        List<String> statuses = new ArrayList<>();
        for (int number : numbers) {
            statuses.add(stored(message(number)).standing().status().label());
        }
        return statuses;
    }

    private void page(String page, String ad, String text) {
        Capture capture = capture(page, 200);
        visits.add(new CaptureFacts(capture, List.of(posting(capture, ad, text)), List.of()));
    }

    /// A short page that names neither contact nor pay nor place.
    private void nameless(String page, String text) {
        nameless(page, text, AssessmentClass.LOW);
    }

    private void nameless(String page, String text, AssessmentClass judged) {
        Capture capture = capture(page, 200);
        JobPosting named = posting(capture, page, text).posting();
        JobPosting posting =
                new JobPosting(
                        named.id(),
                        named.capture(),
                        named.site(),
                        named.url(),
                        text.lines().findFirst().orElseThrow(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Block(Block.Kind.BODY, text)),
                        List.of(),
                        Particulars.UNKNOWN);
        Assessment assessment =
                new Assessment(
                        Optional.empty(),
                        0,
                        judged,
                        Context.NONE,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "rules1",
                        List.of());
        visits.add(
                new CaptureFacts(
                        capture,
                        List.of(new AssessedPosting(posting, assessment)),
                        List.of(),
                        new PageState(
                                Outcome.PAGE,
                                Optional.of(text),
                                Optional.empty(),
                                Optional.of(text))));
    }

    /// What the ad said stays what it is known by, in whatever language the page speaks now.
    @Test
    void whatTakesAnAdsPlaceIsNoVersionOfIt() {
        visit("S");
        for (String words :
                List.of(
                        "Este anúncio não está mais disponível",
                        "您需要登录后才可以查看本帖",
                        "คุณต้องเข้าสู่ระบบก่อนจึงจะดูเนื้อหานี้ได้",
                        "هذا الإعلان لم يعد متاحا",
                        "ይህ ማስታወቂያ ከአሁን በኋላ አይገኝም",
                        "Too many requests. Please slow down.")) {
            now = now.plus(Duration.ofHours(1));
            nameless(AD, words);
        }
        StoredPosting stored = stored(AD);
        assertThat(stored.versions()).hasSize(1);
        assertThat(stored.current().posting().text()).contains("high pay");
        assertThat(stored.observations())
                .extracting(StoredPosting.Observation::kind)
                .containsOnly("replaced");
    }

    /// A lure that names no contact stays in the lists when its page breaks off, in whatever words,
    /// or shows next to nothing of it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fatal error: Uncaught mysqli_sql_exception: Too many connections",
                "never",
                "Une erreur inconnue",
                "Customer service officer"
            })
    void whatIsLeftOfALureIsNoVersionOfIt(String left) {
        String lure = "Customer service officer\nhigh pay, flights, a room; no experience. ";
        nameless(AD, lure.repeat(3), AssessmentClass.LURE);
        now = now.plus(Duration.ofHours(1));
        nameless(AD, left);

        StoredPosting stored = stored(AD);
        assertThat(stored.current().posting().text()).contains("high pay");
        assertThat(stored.current().assessment().assessmentClass()).isEqualTo(AssessmentClass.LURE);
        assertThat(stored.standing().status().label()).isNotEqualTo("gone");
    }

    /// What is a lure again, or an ad of much else, is what stands there now.
    @ParameterizedTest
    @CsvSource({"true, LURE, 1", "true, LOW, 30", "false, LOW, 1"})
    void anotherTextIsAVersion(boolean wasSuspect, AssessmentClass judged, int lines) {
        nameless(
                AD,
                "Customer service officer, high pay. ".repeat(5),
                wasSuspect ? AssessmentClass.LURE : AssessmentClass.LOW);
        now = now.plus(Duration.ofHours(1));
        nameless(AD, "Kitchen hands wanted.\n".repeat(lines), judged);

        assertThat(stored(AD).current().posting().text()).contains("Kitchen");
    }

    private void answer(String page, int status, Outcome outcome) {
        visits.add(
                new CaptureFacts(
                        capture(page, status),
                        List.of(),
                        List.of(),
                        new PageState(
                                outcome, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private void notice(String page) {
        now = now.plus(Duration.ofHours(1));
        Capture capture = capture(page, 200);
        visits.add(
                new CaptureFacts(
                        capture,
                        List.of(posting(capture, page, "no such ad")),
                        List.of(),
                        new PageState(
                                Outcome.PAGE,
                                Optional.of("text of " + page),
                                Optional.empty(),
                                Optional.of("nosuchad"))));
    }

    private AssessedPosting posting(Capture capture, String url, String text) {
        return Postings.posting(capture, url, text, "hr_mary");
    }

    private Capture capture(String url, int status) {
        return Postings.capture(visits.size() + 1L, url, status, now, Optional.empty());
    }

    private void record() {
        try (FactsStore store = FactsStore.open(directory.resolve("facts.db"))) {
            visits.forEach(store::record);
        }
    }

    private StoredPosting stored(String url) {
        record();
        try (FactsReader reader = FactsReader.open(directory.resolve("facts.db"))) {
            return reader.posting(PostingId.of("board", url)).orElseThrow();
        }
    }
}
