package lurewatch.indexer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Block;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.FraudScore;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.PostingTimes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class FactsIT {
    private static final String AD = "http://board.test/ad/1";
    private static final String LIST = "http://board.test/list";

    @TempDir Path directory;
    private Path file = Path.of("");

    @BeforeEach
    void place() {
        file = directory.resolve("facts.db");
    }

    @Test
    void givesBackEverythingThatWasRecorded() {
        Capture capture = Postings.capture(1, LIST, 200);
        AssessedPosting posting = Postings.posting(capture, AD, "high pay", "hr_mary");
        record(facts(capture, posting));
        try (FactsReader reader = FactsReader.open(file)) {
            StoredPosting stored = reader.posting(posting.posting().id()).orElseThrow();
            assertThat(stored.current()).isEqualTo(posting);
            assertThat(stored.times())
                    .isEqualTo(new PostingTimes(capture.fetchedAt(), capture.fetchedAt(), 1));
            assertThat(stored.versions()).hasSize(1);
            assertThat(stored.sightings())
                    .singleElement()
                    .satisfies(sighting -> {
                        assertThat(sighting.version()).isEqualTo(1);
                        assertThat(sighting.capture().id()).isEqualTo(capture.id());
                        assertThat(sighting.capture().recordDigest())
                                .isEqualTo(capture.recordDigest());
                        assertThat(sighting.capture().position()).isEqualTo(capture.position());
                    });
            assertThat(reader.idsStartingWith(stored.id().value().substring(0, 6), 2))
                    .containsExactly(stored.id());
            assertThat(reader.posting(new PostingId("p0"))).isEmpty();
        }
    }

    @Test
    void countsAVersionOnlyWhenContentOrEvidenceChanged() {
        AssessedPosting moreLinks = posting(2, "high pay", "hr_mary");
        JobPosting said = moreLinks.posting();
        JobPosting otherLinks =
                new JobPosting(
                        said.id(),
                        said.capture(),
                        said.site(),
                        said.url(),
                        said.title(),
                        said.author(),
                        said.employer(),
                        said.location(),
                        said.salary(),
                        Optional.empty(),
                        said.blocks(),
                        List.of(),
                        Particulars.UNKNOWN);
        record(
                seen(1, posting(1, "high pay", "hr_mary")),
                seen(2, new AssessedPosting(otherLinks, moreLinks.assessment())),
                seen(3, posting(3, "high pay", "hr_jane")),
                seen(4, posting(4, "higher pay", "hr_jane")),
                seen(5, posting(5, "high pay", "hr_mary")));
        StoredPosting stored = stored(AD);
        assertThat(stored.sightings())
                .extracting(StoredPosting.Sighting::version)
                .containsExactly(1, 1, 2, 3, 4);
        assertThat(stored.times())
                .isEqualTo(
                        new PostingTimes(
                                Postings.NOON.plusSeconds(1), Postings.NOON.plusSeconds(5), 4));
        assertThat(stored.versions().getFirst().contentDigest())
                .isEqualTo(stored.versions().getLast().contentDigest());
    }

    /// Most who ask want the text; an ad that is watched has tens of thousands of sightings.
    @Test
    void howAPostingStandsIsKnownWithoutALookAtItsSightings() {
        record(
                seen(1, posting(1, "high pay", "hr_mary")),
                seen(2, posting(2, "low pay", "hr_mary")));
        StoredPosting stored = stored(AD);
        assertThat(stored.currentVersion()).isEqualTo(2);
        assertThat(stored.sightings()).hasSize(2);
        execute("ALTER TABLE sightings RENAME TO aside");
        try (FactsReader reader = FactsReader.open(file)) {
            assertThat(reader.current(stored.id())).contains(stored.known());
            List<CurrentPosting> all = new ArrayList<>();
            reader.forEachPosting(all::add);
            assertThat(all).containsExactly(stored.known());
        }
    }

    /// A feed's entry and the article it leads to have one address, and so one id.
    @Test
    void anAbridgementElsewhereNeitherReplacesTheFullTextNorCountsAsAChange() {
        String whole = "high pay, flight and visa provided, passport is kept at the office";
        record(
                at(LIST, 1, "high pay", "hr_mary"),
                at(AD, 2, whole, "hr_mary"),
                at(LIST, 3, "high pay", "hr_mary"),
                at(AD, 4, whole, "hr_mary"),
                at(LIST + "?page=2", 5, "high pay", "hr_mary"));
        StoredPosting stored = stored(AD);
        assertThat(stored.sightings())
                .extracting(StoredPosting.Sighting::version)
                .containsExactly(1, 2, 1, 2, 1);
        assertThat(stored.current().posting().text()).contains(whole);
        assertThat(stored.current().posting().capture())
                .as("a capture that holds these words")
                .isEqualTo(new CaptureId(4));
        assertThat(stored.times().lastSeen()).isEqualTo(Postings.NOON.plusSeconds(5));
    }

    @Test
    void theFullerTextStaysWhicheverPageItStandsOn() {
        record(
                at(AD, 1, "log in to read this offer", "hr_mary"),
                at(LIST, 2, "high pay, flight and visa provided, write today", "hr_mary"),
                at(AD, 3, "log in to read this offer", "hr_mary"));
        assertThat(stored(AD).current().posting().text()).contains("flight and visa");
    }

    @Test
    void whatChangedOnAPageIsShownThoughItBecameShorter() {
        record(
                at(LIST, 1, "high pay", "hr_mary"),
                at(AD, 2, "high pay, flight and visa provided", "hr_mary"),
                at(AD, 3, "higher pay, visa provided", "hr_jane"),
                at(LIST, 4, "high pay", "hr_mary"));
        assertThat(stored(AD).current().posting().text()).contains("higher pay");
        record(at(LIST, 5, "high pay, flight, visa and housing provided", "hr_mary"));
        assertThat(stored(AD).current().posting().text()).contains("housing");
        record(at(AD, 6, "position moved, ask jane", "hr_jane"));
        assertThat(stored(AD).current().posting().text())
                .as("news at its own address")
                .contains("position moved");
    }

    /// Boards write into an ad how often it was seen, and how long ago it came.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    high pay. Viewed 1,204 times          | high pay. Viewed 1,311 times        | 1
                    high pay~Views 1,204                  | high pay~Views 7                    | 1
                    high pay. 조회수 : 12                   | high pay. 조회수 : 3,415              | 1
                    high pay, posted 5 minutes ago        | high pay, posted 3 hours ago        | 1
                    고수익 보장, 12분 전                      | 고수익 보장, 2시간 전                   | 1
                    日结 浏览量：88 发布于3天前               | 日结 浏览量：90 发布于5小时前            | 1
                    lương cao, 15 lượt xem, 2 giờ trước   | lương cao, 99 lượt xem, 3 ngày trước | 1
                    high pay, 5 rooms with views          | high pay, 9 rooms with views        | 2
                    two years ago we paid 50              | two years ago we paid 60            | 2
                    call 5 days a week                    | call 6 days a week                  | 2
                    """)
    void countersAreNoChangeOfAnAd(String before, String after, int versions) {
        String first = before.replace('~', '\n');
        String then = after.replace('~', '\n');
        record(at(AD, 1, first, "hr_mary"), at(AD, 2, then, "hr_mary"));
        assertThat(stored(AD).versions()).hasSize(versions);
        record(at(AD, 3, then, "hr_jane"));
        assertThat(stored(AD).versions()).hasSize(versions + 1);
    }

    /// A clock goes on, an age grows, in words that nobody listed or in none.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PT65M | 14:05 조회 321~고수익 보장           | 15:10 조회 388~고수익 보장           | 1
                    PT65M | high pay, now 14:05:33 here          | high pay, now 15:10:34 here          | 1
                    PT2H  | high pay~vuko 4 oran                 | high pay~vuko 6 oran                 | 1
                    P1D   | lương cao~Đăng 3 giờ trước           | lương cao~Đăng hôm qua               | 1
                    P1D   | high pay, 3 heures de plus, il y a 3 heures | high pay, 3 heures de plus, il y a 1 jour | 1
                    PT65M | high pay, interview at 14:05         | high pay, interview at 17:00         | 2
                    PT65M | high pay, apply until 2026-12-01     | high pay, apply until 2026-12-24     | 2
                    PT65M | high pay, id 1234567890123           | high pay, id 1234567890124           | 2
                    """)
    void timeThatPassedIsNoChangeOfAnAd(
            Duration passed, String before, String after, int versions) {
        record(later(1, Duration.ZERO, before), later(2, passed, after));
        assertThat(stored(AD).versions()).hasSize(versions);
        FactsCheck check = FactsCheck.open(file);
        assertThat(check.problems()).isEmpty();
        check.close();
    }

    /// What counts is known when it has counted twice.
    @Test
    void aNumberThatKeepsGrowingMakesOneVersion() {
        record(
                later(1, Duration.ofHours(1), "high pay in our house~zogi 17"),
                later(2, Duration.ofHours(2), "high pay in our house~zogi 44"),
                later(3, Duration.ofHours(3), "high pay in our house~zogi 97"),
                later(4, Duration.ofHours(4), "high pay in our house~zogi 131"));
        assertThat(stored(AD).versions()).hasSize(2);
        record(later(5, Duration.ofHours(5), "high pay in our house~zogi 12"));
        assertThat(stored(AD).versions()).as("it fell").hasSize(3);
        record(later(6, Duration.ofHours(6), "high pay in our flat~zogi 12"));
        assertThat(stored(AD).versions()).as("somebody wrote").hasSize(4);
    }

    private CaptureFacts later(long sequence, Duration passed, String text) {
        Capture capture =
                Postings.capture(sequence, AD, 200, Postings.NOON.plus(passed), Optional.empty());
        return facts(capture, Postings.posting(capture, AD, text.replace('~', '\n'), "hr_mary"));
    }

    @Test
    void otherRulesJudgeTheSameVersionAnew() {
        Capture first = Postings.capture(1, LIST, 200);
        Capture second = Postings.capture(2, LIST, 200);
        record(
                facts(first, Postings.posting(first, AD, "high pay", "hr_mary", "rules1", 30)),
                facts(second, Postings.posting(second, AD, "high pay", "hr_mary", "rules2", 80)));
        StoredPosting stored = stored(AD);
        assertThat(stored.versions()).hasSize(1);
        assertThat(stored.current().assessment().score()).isEqualTo(80);
        assertThat(stored.current().assessment().rulesVersion()).isEqualTo("rules2");
        assertThat(stored.current().assessment().contacts()).hasSize(2);
    }

    @Test
    void aLateCaptureOfAnEarlierTimeIsASightingButNotTheNewestContent() {
        Capture now = Postings.capture(1, LIST, 200);
        Capture before =
                Postings.capture(
                        2, LIST, 200, Postings.NOON.minus(Duration.ofDays(30)), Optional.empty());
        AssessedPosting old = Postings.posting(before, AD, "low pay", "hr_old");
        try (FactsStore store = FactsStore.open(file)) {
            store.record(facts(now, Postings.posting(now, AD, "high pay", "hr_mary")));
            store.record(facts(before, old));
            assertThat(store.current(facts(before, old)))
                    .singleElement()
                    .satisfies(current -> {
                        assertThat(current.posting().posting().text()).contains("high pay");
                        assertThat(current.times().firstSeen()).isEqualTo(before.fetchedAt());
                        assertThat(current.times().lastSeen()).isEqualTo(now.fetchedAt());
                        assertThat(current.times().versions()).isEqualTo(2);
                    });
        }
        assertThat(stored(AD).current().posting().capture()).isEqualTo(now.id());
    }

    @Test
    void aRepeatedPageIsASightingOfWhatItShowed() {
        Capture page = Postings.capture(1, LIST, 200);
        Capture again =
                Postings.capture(
                        2, LIST, 304, Postings.NOON.plusSeconds(60), Optional.of(page.id()));
        try (FactsStore store = FactsStore.open(file)) {
            store.record(
                    new CaptureFacts(
                            page,
                            List.of(
                                    Postings.posting(page, AD, "high pay", "hr_mary"),
                                    Postings.posting(page, AD + "2", "visa", "hr_jane")),
                            List.of("one item not read")));
            CaptureFacts repeated = store.repeated(again);
            assertThat(repeated.postings()).hasSize(2);
            assertThat(repeated.failures()).containsExactly("one item not read");
            store.record(repeated);
            assertThat(store.lastPayload("board", LIST)).contains(page.id());
            assertThat(store.lastPayload("other", LIST)).isEmpty();
        }
        StoredPosting stored = stored(AD);
        assertThat(stored.sightings()).hasSize(2);
        assertThat(stored.sightings().getLast().capture().revisitOf()).contains(page.id());
        assertThat(stored.versions()).hasSize(1);
        assertThat(stored.times().lastSeen()).isEqualTo(again.fetchedAt());
    }

    @Test
    void aGoneAddressIsAnObservationAndDeletesNothing() {
        record(
                seen(1, posting(1, "high pay", "hr_mary")),
                facts(Postings.capture(2, AD, 404)),
                facts(Postings.capture(3, AD + "0", 404)),
                facts(Postings.capture(4, LIST, 410)),
                facts(Postings.capture(5, AD, 500)));
        StoredPosting stored = stored(AD);
        assertThat(stored.observations())
                .extracting(StoredPosting.Observation::kind)
                .containsExactly("gone_observed", "troubled");
        assertThat(stored.observations())
                .first()
                .satisfies(gone -> {
                    assertThat(gone.kind()).isEqualTo("gone_observed");
                    assertThat(gone.capture().id()).isEqualTo(new CaptureId(2));
                    assertThat(gone.capture().status()).isEqualTo(404);
                });
        assertThat(stored.sightings()).hasSize(1);
    }

    @Test
    void recordingAgainChangesNothing() throws SQLException {
        CaptureFacts[] all = {
            seen(1, posting(1, "high pay", "hr_mary")),
            seen(2, posting(2, "higher pay", "hr_mary")),
            facts(Postings.capture(3, AD, 404))
        };
        record(all);
        List<String> rows = Rows.of(file);
        record(all);
        record(all[1]);
        assertThat(Rows.of(file)).isEqualTo(rows);
        try (FactsStore store = FactsStore.open(file)) {
            assertThat(store.lastSequence()).isEqualTo(3);
        }
    }

    @Test
    void aPostingNamedTwiceOnAPageIsTheFirst() {
        Capture capture = Postings.capture(1, LIST, 200);
        record(
                facts(
                        capture,
                        Postings.posting(capture, AD, "first", "hr_mary"),
                        Postings.posting(capture, AD, "second", "hr_mary")));
        assertThat(stored(AD).versions()).hasSize(1);
        assertThat(stored(AD).current().posting().text()).contains("first");
    }

    @Test
    void keepsOffsetsInTextsThatNoDatabaseHolds() {
        Capture capture = Postings.capture(1, LIST, 200);
        AssessedPosting plain =
                Postings.posting(capture, AD, "a\ud800b\0c \ud83d\ude00", "hr_mary");
        JobPosting said = plain.posting();
        JobPosting odd =
                new JobPosting(
                        said.id(),
                        said.capture(),
                        said.site(),
                        said.url(),
                        "t\0\udc00",
                        Optional.of("\ud800"),
                        said.employer(),
                        said.location(),
                        said.salary(),
                        Optional.of(java.time.Instant.MAX),
                        said.blocks(),
                        said.links(),
                        Particulars.UNKNOWN);
        AssessedPosting assessed = new AssessedPosting(odd, plain.assessment());
        Capture again = Postings.capture(2, LIST, 304, Postings.NOON, Optional.of(capture.id()));
        try (FactsStore store = FactsStore.open(file)) {
            store.record(facts(capture, assessed));
            store.record(store.repeated(again));
        }
        StoredPosting stored = stored(AD);
        assertThat(stored.versions()).hasSize(1);
        assertThat(stored.current().posting().text()).hasSameSizeAs(odd.text());
        assertThat(stored.current().posting().postedAt()).contains(java.time.Instant.MAX);
        assertThat(stored.current().posting().blocks())
                .extracting(Block::text)
                .anyMatch(text -> text.contains("\ud83d\ude00"));
    }

    @Test
    void whatCannotBeStoredCostsItsCaptureOnly() {
        Capture capture = Postings.capture(1, LIST, 200);
        // A trigger stands for whatever a database may refuse.
        try (FactsStore store = FactsStore.open(file)) {
            store.record(facts(capture, Postings.posting(capture, AD, "high pay", "hr_mary")));
            store.commit();
            execute("CREATE TRIGGER no BEFORE INSERT ON pay BEGIN SELECT raise(ABORT, 'no'); END");
            store.record(seen(2, posting(2, "higher pay", "hr_mary")));
            assertThat(store.lastSequence()).isEqualTo(2);
        }
        assertThat(stored(AD).sightings()).hasSize(1);
        try (FactsReader reader = FactsReader.open(file)) {
            assertThat(reader.statistics().failedCaptures()).isEqualTo(1);
            assertThat(reader.statistics().captures()).isEqualTo(2);
        }
    }

    @Test
    void countsAndListsWhatThereIs() {
        List<CaptureFacts> all = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            Capture capture = Postings.capture(i, LIST, 200);
            all.add(facts(capture, Postings.posting(capture, AD + i, "pay " + i, "hr_" + i)));
        }
        record(all.toArray(CaptureFacts[]::new));
        try (FactsReader reader = FactsReader.open(file)) {
            FactsStatistics statistics = reader.statistics();
            assertThat(statistics.captures()).isEqualTo(30);
            assertThat(statistics.postings()).isEqualTo(30);
            assertThat(statistics.contacts()).isEqualTo(30);
            assertThat(statistics.classes()).containsExactly(new FactsStatistics.Count("lure", 30));
            assertThat(statistics.languages()).containsExactly(new FactsStatistics.Count("en", 30));
            assertThat(statistics.contexts())
                    .containsExactly(new FactsStatistics.Count("none", 30));
            assertThat(statistics.sites())
                    .containsExactly(new FactsStatistics.SiteCount("board", 30, 30));
            assertThat(statistics.firstCapture()).contains(Postings.NOON.plusSeconds(1));
            List<PostingId> ids = new ArrayList<>();
            reader.forEachPosting(posting -> ids.add(posting.id()));
            assertThat(ids).hasSize(30).isSorted();
            assertThat(Set.copyOf(ids)).hasSize(30);
        }
    }

    @Test
    void aReaderCannotWriteAndSeesWhatIsCommittedWhileTheWriterGoesOn() {
        try (FactsStore store = FactsStore.open(file)) {
            store.record(seen(1, posting(1, "high pay", "hr_mary")));
            store.commit();
            try (FactsReader reader = FactsReader.open(file)) {
                assertThat(reader.lastSequence()).isEqualTo(1);
                store.record(seen(2, posting(2, "high pay", "hr_mary")));
                store.commit();
                assertThat(reader.lastSequence()).isEqualTo(2);
            }
        }
    }

    @Test
    void factsOfTheFirstSchemaAreBroughtUpToDate() throws SQLException {
        record(
                at(LIST, 1, "high pay", "hr_mary"),
                at(AD, 2, "high pay, flight and visa provided", "hr_mary"),
                at(LIST, 3, "higher pay", "hr_mary"),
                facts(
                        Postings.capture(
                                4,
                                AD,
                                200,
                                Postings.NOON.minus(Duration.ofDays(30)),
                                Optional.empty()),
                        posting(4, "low pay", "hr_old")));
        List<String> rows = Rows.of(file);
        assertThat(rows).filteredOn(row -> row.startsWith("pages|")).hasSize(2);
        execute("DROP TABLE pages");
        dropFraudColumns();
        dropWhatCameAfterTheThirdSchema();
        execute("PRAGMA user_version = 1");
        FactsStore.open(file).close();
        assertThat(Rows.of(file)).isEqualTo(withoutDollars(rows));
    }

    @Test
    void factsOfTheSecondSchemaAreBroughtUpToDate() throws SQLException {
        record(at(LIST, 1, "high pay", "hr_mary"));
        List<String> rows = Rows.of(file);
        dropFraudColumns();
        dropWhatCameAfterTheThirdSchema();
        execute("PRAGMA user_version = 2");
        assertThatThrownBy(() -> FactsReader.open(file)).hasMessageContaining("up to date");
        FactsStore.open(file).close();
        assertThat(Rows.of(file)).isEqualTo(withoutDollars(rows));
        assertThat(stored(AD).current().assessment().fraud()).isEmpty();
    }

    @Test
    void factsOfTheThirdSchemaAreBroughtUpToDate() throws SQLException {
        record(at(LIST, 1, "high pay", "hr_mary"));
        List<String> rows = Rows.of(file);
        dropWhatCameAfterTheThirdSchema();
        execute("PRAGMA user_version = 3");
        FactsStore.open(file).close();
        assertThat(Rows.of(file)).isEqualTo(withoutDollars(rows));
        Assessment old = stored(AD).current().assessment();
        assertThat(old.pay().getFirst().usdMonth()).isEmpty();
        assertThat(old.signals().getFirst().reason()).isEmpty();
    }

    /// What is seen of a contact is not told by what came before: a replay tells it.
    @ParameterizedTest
    @EnumSource(Contact.Trait.class)
    void factsOfTheTenthSchemaAreBroughtUpToDate(Contact.Trait trait) throws SQLException {
        AssessedPosting posting = posting(1, "high pay", "hr_mary");
        Contact contact =
                new Contact(
                        ContactKind.PHONE,
                        "+8227345678",
                        "+ 8 2 2 7 3 4 5 6 7 8",
                        -1,
                        -1,
                        1,
                        "spaced number",
                        Set.of(trait));
        record(seen(1, with(posting, contact)));
        assertThat(stored(AD).current().assessment().contacts()).containsExactly(contact);
        dropWhatCameAfterTheTenthSchema();
        execute("PRAGMA user_version = 10");
        FactsStore.open(file).close();
        assertThat(stored(AD).current().assessment().contacts())
                .allSatisfy(old -> assertThat(old.traits()).isEmpty());
        record(seen(2, with(posting, contact)));
        assertThat(stored(AD).times().versions()).isEqualTo(1);
    }

    private void dropWhatCameAfterTheTenthSchema() {
        execute("DROP INDEX captures_dead");
        for (String column : List.of("land_line", "disguised")) {
            execute("ALTER TABLE mentions DROP COLUMN " + column);
        }
    }

    private static AssessedPosting with(AssessedPosting posting, Contact contact) {
        Assessment said = posting.assessment();
        return new AssessedPosting(
                posting.posting(),
                new Assessment(
                        said.language(),
                        said.score(),
                        said.assessmentClass(),
                        said.context(),
                        said.signals(),
                        List.of(contact),
                        said.places(),
                        said.pay(),
                        said.contributions(),
                        said.rulesVersion(),
                        said.failures()));
    }

    /// The rows as they were before pay had a worth and signals a reason.
    private static List<String> withoutDollars(List<String> rows) {
        return rows.stream()
                .map(row -> row.replaceFirst("^(pay\\|.*)\\|2000\\.0\\|2000\\.0$", "$1|null|null"))
                .map(row -> row.replaceFirst("^(signals\\|.*)\\|customers abroad$", "$1|null"))
                .toList();
    }

    private void dropWhatCameAfterTheThirdSchema() {
        dropWhatCameAfterTheTenthSchema();
        execute("DROP INDEX captures_well");
        execute("DROP INDEX captures_by_template");
        for (String column :
                List.of(
                        "outcome",
                        "text_signature",
                        "evidence_signature",
                        "template",
                        "claimed_at")) {
            execute("ALTER TABLE captures DROP COLUMN " + column);
        }
        execute("DROP INDEX postings_suspect");
        for (String column : List.of("status", "absent_since", "reappeared_at")) {
            execute("ALTER TABLE postings DROP COLUMN " + column);
        }
        execute("DROP INDEX observations_by_capture");
        for (String column : List.of("turned", "missed_since")) {
            execute("ALTER TABLE observations DROP COLUMN " + column);
        }
        for (String table :
                List.of(
                        "wordings",
                        "wording_shingles",
                        "wording_links",
                        "wording_contacts",
                        "campaign_seats",
                        "campaigns")) {
            execute("DROP TABLE " + table);
        }
        execute("DROP TABLE reposts");
        execute("ALTER TABLE pay DROP COLUMN usd_month_low");
        execute("ALTER TABLE pay DROP COLUMN usd_month_high");
        execute("ALTER TABLE signals DROP COLUMN reason");
        execute("DROP TABLE behaviours");
        execute("DROP TABLE contact_uses");
    }

    private void dropFraudColumns() {
        for (String column : List.of("fraud_score", "fraud_model", "fraud_words")) {
            execute("ALTER TABLE assessments DROP COLUMN " + column);
        }
    }

    @Test
    void aNewTextModelJudgesTheSameVersionAnew() {
        AssessedPosting plain = posting(1, "high pay", "hr_mary");
        FraudScore first = new FraudScore(0.25, "m1", List.of());
        FraudScore second =
                new FraudScore(0.75, "m2", List.of(new FraudScore.Share("no experience", 0.1234)));
        record(seen(1, plain));
        assertThat(stored(AD).current().assessment().fraud()).isEmpty();
        record(seen(2, judged(posting(2, "high pay", "hr_mary"), first)));
        assertThat(stored(AD).current().assessment().fraud()).contains(first);
        record(seen(3, judged(posting(3, "high pay", "hr_mary"), second)));
        assertThat(stored(AD).current().assessment().fraud()).contains(second);
        assertThat(stored(AD).times().versions()).isEqualTo(1);
    }

    private static AssessedPosting judged(AssessedPosting posting, FraudScore fraud) {
        Assessment said = posting.assessment();
        return new AssessedPosting(
                posting.posting(),
                new Assessment(
                        said.language(),
                        said.score(),
                        said.assessmentClass(),
                        said.context(),
                        said.signals(),
                        said.contacts(),
                        said.places(),
                        said.pay(),
                        said.contributions(),
                        said.rulesVersion(),
                        Optional.of(fraud),
                        said.failures()));
    }

    /// The record says why, not only by which class of exception.
    @Test
    void whatCannotBeStoredCostsItsCapturesPostings() {
        FactsStore.open(file).close();
        execute(
                """
                CREATE TRIGGER full BEFORE INSERT ON postings
                BEGIN SELECT RAISE(ABORT, 'no row for this one'); END
                """);
        try (FactsStore store = FactsStore.open(file)) {
            CaptureFacts page = seen(1, posting(1, "We hire typists", "sample_hr"));
            store.record(page);
            CaptureFacts stored = store.repeated(page.capture());
            assertThat(stored.postings()).isEmpty();
            assertThat(stored.failures())
                    .singleElement()
                    .asString()
                    .startsWith("not stored: ")
                    .contains("no row for this one");
        }
    }

    @Test
    void refusesFilesThatAreNotItsOwn() throws IOException, SQLException {
        assertThatThrownBy(() -> FactsReader.open(file)).hasMessageContaining("crawl first");
        Files.writeString(file, "this is no database, whatever its name says. ".repeat(50));
        assertThatThrownBy(() -> FactsStore.open(file))
                .isInstanceOf(FactsException.class)
                .hasMessageContaining("lurewatch replay");
        Files.delete(file);
        execute("CREATE TABLE recipes (soup TEXT)");
        assertThatThrownBy(() -> FactsStore.open(file))
                .hasMessageContaining("not a facts database");
        Files.delete(file);
        FactsStore.open(file).close();
        execute("PRAGMA user_version = 99");
        assertThatThrownBy(() -> FactsStore.open(file)).hasMessageContaining("newer program");
        assertThatThrownBy(() -> FactsReader.open(file)).hasMessageContaining("newer program");
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void record(CaptureFacts... all) {
        try (FactsStore store = FactsStore.open(file)) {
            for (CaptureFacts facts : all) {
                store.record(facts);
            }
        }
    }

    private StoredPosting stored(String url) {
        try (FactsReader reader = FactsReader.open(file)) {
            return reader.posting(PostingId.of("board", url)).orElseThrow();
        }
    }

    private static AssessedPosting posting(long sequence, String body, String handle) {
        return Postings.posting(Postings.capture(sequence, LIST, 200), AD, body, handle);
    }

    private static CaptureFacts seen(long sequence, AssessedPosting posting) {
        return facts(Postings.capture(sequence, LIST, 200), posting);
    }

    /// The ad, as that page showed it.
    private static CaptureFacts at(String page, long sequence, String body, String handle) {
        Capture capture = Postings.capture(sequence, page, 200);
        return facts(capture, Postings.posting(capture, AD, body, handle));
    }

    private static CaptureFacts facts(Capture capture, AssessedPosting... postings) {
        return new CaptureFacts(capture, List.of(postings), List.of());
    }
}
