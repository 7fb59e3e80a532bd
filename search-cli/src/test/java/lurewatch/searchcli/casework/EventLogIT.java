package lurewatch.searchcli.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLogIT {
    private static final EventKind NOTE = NoteWriter.NOTE;
    private static final EventKind OTHER = new EventKind("test.other");
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir private Path data;
    @TempDir private Path colleague;

    private static EventLog open(Path data, String analyst) {
        return EventLog.openToWrite(data, analyst, InstantSource.fixed(NOW));
    }

    private static Event note(EventLog log, String text, String... about) {
        return log.add(NOTE, List.of(about), Map.of("text", text));
    }

    private static List<String> texts(List<Event> events) {
        return events.stream().map(event -> event.text("text")).toList();
    }

    private static ChainReport report(Path data) {
        try (EventLog log = EventLog.openToRead(data)) {
            return log.verify();
        }
    }

    @Test
    void keepsWhatWasAddedAsItWas() {
        String hostile = "a\u0000b\ud800c \u202e \"q\" \\ \n\u2028 캄보디아";
        try (EventLog log = open(data, "anna\n")) {
            Event added = note(log, hostile, "c1", "p1", "c1");
            assertThat(added.number()).isEqualTo(2);
            assertThat(added.about()).containsExactly("c1", "p1");
            note(log, "second", "p1");
            log.add(OTHER, List.of("p1"), Map.of());
        }
        try (EventLog log = EventLog.openToRead(data)) {
            List<Event> events = log.of(NOTE);
            assertThat(texts(events)).containsExactly(hostile, "second");
            assertThat(events.getFirst().analyst()).isEqualTo("anna\n");
            assertThat(events.getFirst().time()).isEqualTo(NOW);
            assertThat(log.about("p1")).hasSize(3);
            assertThat(texts(log.about("c1", NOTE))).containsExactly(hostile);
            assertThat(log.about("c1", OTHER)).isEmpty();
            assertThat(log.verify().isClean()).isTrue();
            assertThat(log.verify().events()).isEqualTo(4);
        }
    }

    @Test
    void isEmptyWhereNothingWasWritten() {
        try (EventLog log = EventLog.openToRead(data)) {
            assertThat(log.of(NOTE)).isEmpty();
            assertThat(log.verify().events()).isZero();
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void undoesAllOfAChangeThatFails() {
        try (EventLog log = open(data, "anna")) {
            assertThatThrownBy(() ->
                            log.change(() -> {
                                note(log, "half", "c1");
                                throw new IllegalArgumentException("no");
                            }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(log.of(NOTE)).isEmpty();
            note(log, "after", "c1");
            assertThat(log.verify().isClean()).isTrue();
        }
    }

    @Test
    void neverGoesBackInTime() {
        note(open(data, "anna"), "first", "c1");
        EventLog early =
                EventLog.openToWrite(data, "anna", InstantSource.fixed(NOW.minusSeconds(60)));
        assertThat(note(early, "second", "c1").time()).isEqualTo(NOW);
        assertThat(early.verify().isClean()).isTrue();
        early.close();
    }

    @Test
    void losesNoNoteWhereTwoProcessesWriteAtOnce() throws Exception {
        int each = 500;
        Process anna = NoteWriter.start(data, "anna", each);
        Process bert = NoteWriter.start(data, "bert", each);
        assertThat(read(anna)).hasSize(each);
        assertThat(read(bert)).hasSize(each);
        assertThat(anna.waitFor()).isZero();
        assertThat(bert.waitFor()).isZero();
        try (EventLog log = EventLog.openToRead(data)) {
            for (String analyst : List.of("anna", "bert")) {
                assertThat(texts(log.of(NOTE)))
                        .filteredOn(text -> text.startsWith(analyst))
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, each)
                                        .mapToObj(i -> analyst + " " + i)
                                        .toList());
            }
            ChainReport report = log.verify();
            assertThat(report.problems()).isEmpty();
            assertThat(report.events()).isEqualTo(2 * each + 1);
            assertThat(report.heads()).hasSize(1);
        }
    }

    @Test
    void holdsEveryNoteThatWasSaidToBeWrittenWhenKilled() throws Exception {
        long seed = 20261128;
        Random random = new Random(seed);
        int before = 0;
        for (int round = 0; round < 4; round++) {
            String analyst = "round" + round;
            Process writer = NoteWriter.start(data, analyst, 100_000);
            int wanted = 1 + random.nextInt(60);
            int acknowledged = 0;
            try (BufferedReader said =
                    new BufferedReader(
                            new InputStreamReader(
                                    writer.getInputStream(), StandardCharsets.UTF_8))) {
                while (acknowledged < wanted) {
                    acknowledged = Integer.parseInt(said.readLine());
                }
                writer.destroyForcibly();
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    acknowledged = line.isEmpty() ? acknowledged : acknowledged + 1;
                }
            } catch (IOException | NumberFormatException e) {
                // The pipe ends with its writer, perhaps in the middle of a number.
            }
            writer.waitFor();
            try (EventLog log = EventLog.openToRead(data)) {
                List<String> kept = texts(log.of(NOTE));
                assertThat(kept).as("seed " + seed).hasSizeGreaterThanOrEqualTo(before + wanted);
                assertThat(kept).contains(analyst + " " + wanted);
                assertThat(log.verify().problems()).as("seed " + seed).isEmpty();
                before = kept.size();
            }
        }
    }

    private static List<String> read(Process process) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.readAllLines();
        }
    }

    /// What somebody with a database tool could do, and the first event that shows it.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a body            | 4 | UPDATE events SET body = replace(body, 'three', 'four') WHERE number = 4
                    an analyst        | 3 | UPDATE events SET analyst = 'bert' WHERE number = 3
                    a time            | 3 | UPDATE events SET time = '2020-01-01T00:00:00.000000000Z' WHERE number = 3
                    a kind            | 5 | UPDATE events SET kind = 'test.other' WHERE number = 5
                    a digest          | 2 | UPDATE events SET digest = hash WHERE number = 2
                    a hash            | 2 | UPDATE events SET hash = digest WHERE number = 2
                    an event less     | 3 | DELETE FROM events WHERE number = 3
                    two swapped       | 3 | UPDATE events SET number = 7 - number + 100 WHERE number IN (3, 4); UPDATE events SET number = number - 100 WHERE number > 100
                    a subject more    | 2 | INSERT INTO subjects SELECT 'c9', event FROM events WHERE number = 2
                    a subject less    | 4 | DELETE FROM subjects WHERE event = (SELECT event FROM events WHERE number = 4)
                    a subject renamed | 5 | UPDATE subjects SET subject = 'p9' WHERE subject = 'p-four' AND event = (SELECT event FROM events WHERE number = 5)
                    a log renamed     | 1 | UPDATE logs SET origin = '0000000000000000'
                    a body taken away | 3 | UPDATE events SET body = NULL WHERE number = 3
                    """)
    void findsWhatWasChanged(String what, long number, String change) throws SQLException {
        try (EventLog log = open(data, "anna")) {
            for (String text : List.of("one", "two", "three", "four", "five")) {
                note(log, text, "c1", "p-" + text);
            }
            assertThat(log.verify().isClean()).isTrue();
        }
        tamper(data, change);
        ChainReport report = report(data);
        assertThat(report.problems()).as(what).hasSize(1);
        assertThat(report.problems().getFirst().number()).as(what).isEqualTo(number);
    }

    private static void tamper(Path data, String change) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + EventLog.file(data));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER IF EXISTS events_stay");
            statement.execute("DROP TRIGGER IF EXISTS events_hold");
            for (String one : change.split(";", -1)) {
                statement.execute(one);
            }
        }
    }

    @Test
    void refusesToChangeOrDeleteEvents() {
        try (EventLog log = open(data, "anna")) {
            note(log, "one", "c1");
        }
        for (String change : List.of("DELETE FROM events", "UPDATE events SET hash = 'x'")) {
            assertThatThrownBy(
                            () -> {
                                try (Connection connection =
                                                DriverManager.getConnection(
                                                        "jdbc:sqlite:" + EventLog.file(data));
                                        Statement statement = connection.createStatement()) {
                                    statement.execute(change);
                                }
                            })
                    .hasMessageContaining("events are never");
        }
    }

    private static String exported(Path data, Optional<Set<String>> about) throws IOException {
        StringWriter out = new StringWriter();
        try (EventLog log = EventLog.openToRead(data)) {
            log.export(out, about);
        }
        return out.toString();
    }

    private static Merge merged(Path data, String file) throws IOException {
        try (EventLog log = open(data, "importer")) {
            return log.merge(new BufferedReader(new StringReader(file)));
        }
    }

    @Test
    void bringsTheHistoriesOfTwoTogether() throws IOException {
        try (EventLog log = open(data, "anna")) {
            note(log, "by anna", "c1");
        }
        try (EventLog log = open(colleague, "bert")) {
            note(log, "by bert", "c1");
            note(log, "by bert too", "c2");
        }
        assertThat(merged(data, exported(colleague, Optional.empty())))
                .isEqualTo(new Merge(3, 3, 0));
        assertThat(merged(data, exported(colleague, Optional.empty())))
                .isEqualTo(new Merge(3, 0, 0));
        merged(colleague, exported(data, Optional.empty()));
        try (EventLog log = EventLog.openToRead(data);
                EventLog other = EventLog.openToRead(colleague)) {
            assertThat(texts(log.of(NOTE)))
                    .containsExactlyInAnyOrder("by anna", "by bert", "by bert too")
                    .isEqualTo(texts(other.of(NOTE)));
            assertThat(log.verify().problems()).isEmpty();
            assertThat(other.verify().problems()).isEmpty();
            assertThat(log.verify().heads()).hasSize(2);
        }
    }

    @Test
    void givesAwayNothingButWhatIsAsked() throws IOException {
        try (EventLog log = open(data, "anna")) {
            note(log, "secret", "c1");
            note(log, "shared", "c2");
        }
        String part = exported(data, Optional.of(Set.of("c2")));
        assertThat(part).contains("shared").doesNotContain("secret", "[\\\"c1");
        assertThat(merged(colleague, part)).isEqualTo(new Merge(3, 3, 0));
        try (EventLog log = EventLog.openToRead(colleague)) {
            assertThat(texts(log.of(NOTE))).containsExactly("shared");
            assertThat(log.verify().problems()).isEmpty();
            assertThat(log.verify().withheld()).isEqualTo(2);
        }
        assertThat(merged(colleague, exported(data, Optional.empty())))
                .isEqualTo(new Merge(3, 0, 2));
        try (EventLog log = EventLog.openToRead(colleague)) {
            assertThat(texts(log.about("c1", NOTE))).containsExactly("secret");
            assertThat(log.verify().withheld()).isZero();
            assertThat(log.verify().problems()).isEmpty();
        }
    }

    /// Every character of a file, changed or left out, and every line left out or twice.
    @Test
    void refusesEveryTamperedFile() throws IOException {
        try (EventLog log = open(data, "anna")) {
            note(log, "one", "c1");
            note(log, "two", "c1", "p1");
        }
        String whole = exported(data, Optional.empty());
        long seed = 20261128;
        Random random = new Random(seed);
        List<String> tampered = new ArrayList<>();
        for (int i = 0; i < whole.length(); i++) {
            char other = (char) ('0' + random.nextInt(75));
            if (other != whole.charAt(i)) {
                tampered.add(whole.substring(0, i) + other + whole.substring(i + 1));
            }
            tampered.add(whole.substring(0, i) + whole.substring(i + 1));
            tampered.add(whole.substring(0, i));
        }
        List<String> lines = whole.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            List<String> less = new ArrayList<>(lines);
            less.remove(i);
            tampered.add(String.join("\n", less) + "\n");
            List<String> twice = new ArrayList<>(lines);
            twice.add(i, lines.get(i));
            tampered.add(String.join("\n", twice) + "\n");
        }
        tampered.add(whole + "x");
        List<String> missed = new ArrayList<>();
        try (EventLog log = open(colleague, "importer")) {
            for (String file : tampered) {
                try {
                    log.merge(new BufferedReader(new StringReader(file)));
                    missed.add(file);
                } catch (ForeignLogException e) {
                    assertThat(e).hasMessageStartingWith("line ");
                }
            }
            assertThat(log.verify().events()).isEqualTo(1);
        }
        assertThat(missed).as("seed " + seed + " of " + tampered.size()).isEmpty();
        assertThat(merged(colleague, whole).added()).isEqualTo(3);
    }

    @Test
    void refusesALogThatWentOnInTwoPlaces() throws IOException {
        try (EventLog log = open(data, "anna")) {
            note(log, "one", "c1");
        }
        merged(colleague, exported(data, Optional.empty()));
        byte[] older = Files.readAllBytes(EventLog.file(data));
        try (EventLog log = open(data, "anna")) {
            note(log, "two", "c1");
        }
        merged(colleague, exported(data, Optional.empty()));
        // Bytes written over the file: the same place, an older state.
        Files.write(EventLog.file(data), older);
        Files.deleteIfExists(data.resolve("casework.db-wal"));
        Files.deleteIfExists(data.resolve("casework.db-shm"));
        try (EventLog log = open(data, "anna")) {
            note(log, "other two", "c1");
        }
        String apart = exported(data, Optional.empty());
        assertThatThrownBy(() -> merged(colleague, apart))
                .isInstanceOf(ForeignLogException.class)
                .hasMessageContaining("went apart");
    }

    @Test
    void goesOnUnderAnotherNameInACopy() throws IOException {
        try (EventLog log = open(data, "anna")) {
            note(log, "one", "c1");
        }
        Files.copy(EventLog.file(data), EventLog.file(colleague));
        try (EventLog log = open(colleague, "bert")) {
            note(log, "in the copy", "c1");
        }
        try (EventLog log = open(data, "anna")) {
            note(log, "in the original", "c1");
        }
        merged(data, exported(colleague, Optional.empty()));
        try (EventLog log = EventLog.openToRead(data)) {
            assertThat(texts(log.of(NOTE)))
                    .containsExactlyInAnyOrder("one", "in the copy", "in the original");
            assertThat(log.verify().problems()).isEmpty();
        }
    }

    @Test
    void showsThatALogWasCutWhichAnotherSawLonger() throws IOException, SQLException {
        try (EventLog log = open(colleague, "bert")) {
            note(log, "one", "c1");
            note(log, "two", "c1");
        }
        merged(data, exported(colleague, Optional.empty()));
        String foreign;
        try (EventLog log = EventLog.openToRead(colleague)) {
            foreign = log.heads().keySet().iterator().next();
        }
        tamper(
                data,
                "DELETE FROM subjects WHERE event IN (SELECT event FROM events JOIN logs USING (log)"
                        + " WHERE origin = '"
                        + foreign
                        + "' AND number = 3); DELETE FROM events WHERE number = 3 AND log = (SELECT"
                        + " log FROM logs WHERE origin = '"
                        + foreign
                        + "')");
        assertThat(report(data).problems()).hasSize(1);
        assertThat(report(data).problems().getFirst().toString())
                .contains(foreign)
                .contains("event 3")
                .contains("saw there");
    }

    @Test
    void leavesStrangersFilesAlone() throws IOException, SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + EventLog.file(data));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE mine (x)");
        }
        assertThatThrownBy(() -> open(data, "anna"))
                .isInstanceOf(CaseworkException.class)
                .hasMessageContaining("is not a casework database");
        Files.writeString(EventLog.file(colleague), "no database at all, but long enough to be");
        assertThatThrownBy(() -> open(colleague, "anna"))
                .isInstanceOf(CaseworkException.class)
                .hasMessageContaining("cannot be used");
    }

    @Test
    void refusesWhatANewerProgramWrote() throws SQLException {
        open(data, "anna").close();
        tamper(data, "PRAGMA user_version = 99");
        assertThatThrownBy(() -> EventLog.openToRead(data))
                .isInstanceOf(CaseworkException.class)
                .hasMessageContaining("newer program");
    }

    /// Whoever looks while another begins the file finds it new or begun, and nothing strange.
    @Test
    void severalMayBeginAFileAtOnce() throws Exception {
        int rounds = 60;
        int hands = 4;
        try (ExecutorService pool = Executors.newFixedThreadPool(hands)) {
            for (int round = 0; round < rounds; round++) {
                Path fresh = Files.createDirectories(data.resolve("at-once-" + round));
                CyclicBarrier together = new CyclicBarrier(hands);
                List<Future<Map<String, String>>> heads = new ArrayList<>();
                for (int hand = 0; hand < hands; hand++) {
                    heads.add(
                            pool.submit(() -> {
                                together.await();
                                try (EventLog log = open(fresh, "ann")) {
                                    return log.heads();
                                }
                            }));
                }
                for (Future<Map<String, String>> head : heads) {
                    assertThat(head.get()).isEqualTo(heads.getFirst().get());
                }
            }
        }
    }
}
