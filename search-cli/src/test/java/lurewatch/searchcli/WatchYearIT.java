package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A year of visits fires exactly the events of `watch/year-events.tsv`, each once, whenever and
/// how often somebody asks, and whatever is made anew or lost in between.
class WatchYearIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path data;

    private final Year year = Year.of("year.tsv");
    private final Set<String> made = new HashSet<>();
    private final List<String> fired = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    @BeforeEach
    void nameTheAds() {
        for (String[] row : Year.rows("year.tsv")) {
            if (row[1].startsWith("ad/")) {
                String name = row[1].substring(3);
                names.put(Year.ad(name).value(), name);
            }
        }
    }

    @Test
    void tellsTheSameAskedEveryFewVisits() throws IOException {
        pass(7, Between.NOTHING);
    }

    @Test
    void tellsTheSameAskedOnceAtTheEnd() throws IOException {
        pass(Integer.MAX_VALUE, Between.NOTHING);
    }

    /// Facts and index made anew before each question.
    @Test
    void tellsTheSameReplayedInBetween() throws IOException {
        pass(80, Between.REPLAY);
    }

    /// What only saves work is lost: the log knows what was told.
    @Test
    void tellsTheSameWithoutBookmarks() throws IOException {
        pass(60, Between.LOSE_BOOKMARKS);
    }

    /// Few events at once: the rest comes with the next questions.
    @Test
    void tellsTheSameWithinALimit() throws IOException {
        pass(Integer.MAX_VALUE, Between.NOTHING, "--limit", "1");
    }

    private enum Between {
        NOTHING,
        REPLAY,
        LOSE_BOOKMARKS
    }

    private void pass(int together, Between between, String... options) throws IOException {
        for (int at = 0; at < year.size(); ) {
            int until = Math.min(nextStop(at, together), year.size());
            year.record(data, at, until);
            prepare(between, until);
            ask(options);
            at = until;
        }
        while (options.length > 0 && ask(options) != 1) {
            // until nothing is left
        }
        assertThat(fired).containsExactlyInAnyOrderElementsOf(expected());
        prepare(between, year.size());
        assertThat(ask()).as("asked once more").isEqualTo(1);
    }

    /// Visits are recorded together, but for where a watch is made.
    private int nextStop(int at, int together) {
        for (String[] row : Year.rows("year-watches.tsv")) {
            Instant time = Instant.parse(row[0] + ":00Z");
            if (!year.at(at).isBefore(time) && made.add(row[1])) {
                Cli.Run run =
                        Cli.inPipe()
                                .run(
                                        "watch",
                                        "add",
                                        row[1],
                                        row[3],
                                        "--on",
                                        row[2],
                                        "--data",
                                        data.toString());
                assertThat(run.code()).as(run.err()).isZero();
            }
        }
        int until = at + 1;
        while (until - at < together && until < year.size() && !isMadeBetween(at, until)) {
            until++;
        }
        return until;
    }

    private boolean isMadeBetween(int at, int until) {
        return Year.rows("year-watches.tsv").stream()
                .map(row -> Instant.parse(row[0] + ":00Z"))
                .anyMatch(time -> year.at(at).isBefore(time) && !year.at(until).isBefore(time));
    }

    private void prepare(Between between, int until) throws IOException {
        switch (between) {
            case NOTHING -> {}
            case REPLAY -> year.replay(data, until);
            case LOSE_BOOKMARKS -> Files.deleteIfExists(data.resolve("watch/bookmarks"));
        }
    }

    private int ask(String... options) throws IOException {
        List<String> args =
                new ArrayList<>(
                        List.of("watch", "run", "--format", "jsonl", "--data", data.toString()));
        args.addAll(List.of(options));
        Cli.Run run = Cli.inPipe().run(args.toArray(String[]::new));
        assertThat(run.code())
                .as(run.err())
                .isIn(options.length > 0 ? List.of(0, 1, 6) : List.of(0, 1));
        assertThat(run.code() == 1).isEqualTo(run.lines().isEmpty());
        for (String line : run.lines()) {
            JsonNode event = JSON.readTree(line);
            assertThat(ids.add(event.path("event").asText())).as("told once: " + line).isTrue();
            fired.add(told(event));
        }
        return run.code();
    }

    private String told(JsonNode event) {
        String proof = "-";
        if (event.has("silence")) {
            JsonNode silence = event.path("silence");
            proof =
                    "looked %d times, absent %s..%s"
                            .formatted(
                                    silence.path("looks").asLong(),
                                    silence.path("first_look").asText().substring(0, 10),
                                    silence.path("last_look").asText().substring(0, 10));
        } else if (event.has("counted")) {
            List<String> counted = new ArrayList<>();
            event.path("counted").forEach(posting -> counted.add(names.get(posting.asText())));
            proof = String.join(" ", counted);
        }
        return String.join(
                "\t",
                event.path("watch").asText(),
                event.path("what").asText(),
                names.get(event.path("posting").asText()),
                event.path("at").asText().substring(0, 16),
                proof);
    }

    private static List<String> expected() {
        return Year.rows("year-events.tsv").stream()
                .map(row -> String.join("\t", row))
                .collect(Collectors.toList());
    }
}
