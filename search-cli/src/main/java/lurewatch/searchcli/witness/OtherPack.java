package lurewatch.searchcli.witness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.Contact;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.FactsStatistics;
import lurewatch.indexer.store.StoredPosting;
import lurewatch.searchcli.casework.Witness;
import lurewatch.searchcli.casework.Witness.Likeness;
import lurewatch.searchcli.intake.BoundedLines;

/// Another desk's pack, read as what it says of postings that we have too. It is somebody else's:
/// what has not the form is refused, and every text is cut to what a record of ours may hold.
public final class OtherPack {
    private static final String HITS = "data/hits.jsonl";
    private static final String ABOUT = "data/about.json";
    private static final String MASK = "█";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_LINE = 16 << 20;
    private static final int LONGEST_ABOUT = 1 << 20;
    private static final int LONGEST_NAME = 200;

    private final Path folder;
    private final String pack;
    private final String sender;
    private final String key;

    private OtherPack(Path folder, String pack, String sender, String key) {
        this.folder = folder;
        this.pack = pack;
        this.sender = sender;
        this.key = key;
    }

    /// A posting of ours and what the other desk's capture of it says.
    public record Heard(String posting, Witness witness) {}

    /// Takes what was heard of a posting.
    @FunctionalInterface
    public interface Listener {
        void hear(Heard heard);
    }

    /// The pack in that folder, which was found to be as its sender made it.
    ///
    /// @param key the name of the key that signed it
    public static OtherPack in(Path folder, String key) throws IOException {
        if (!Files.isRegularFile(folder.resolve(HITS))) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "the pack has no " + HITS + ": ask for one with --format jsonl");
        }
        Path about = folder.resolve(ABOUT);
        if (!Files.isRegularFile(about) || Files.size(about) > LONGEST_ABOUT) {
            throw notOurs(folder, "it has no " + ABOUT);
        }
        try {
            JsonNode said = JSON.readTree(Files.readAllBytes(about));
            return new OtherPack(folder, name(said.path("pack")), name(said.path("sender")), key);
        } catch (JsonProcessingException e) {
            throw notOurs(folder, ABOUT + " is no JSON");
        }
    }

    private static CommandFailure notOurs(Path folder, String why) {
        return new CommandFailure(
                ExitCode.USAGE, folder + " is no pack of Lurewatch's form: " + why);
    }

    private static String name(JsonNode said) {
        String text = said.asText();
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }

    /// Tells what it says of postings that are in these facts. Gives how many postings it has.
    public long forEach(FactsReader facts, Instant now, Listener listener) throws IOException {
        List<String> sites =
                facts.statistics().sites().stream().map(FactsStatistics.SiteCount::site).toList();
        try (InputStream in = Files.newInputStream(folder.resolve(HITS))) {
            BoundedLines lines = new BoundedLines(in, LONGEST_LINE);
            long number = 0;
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                number = line.get().number();
                JsonNode item = item(line.get());
                ours(item, sites, facts)
                        .flatMap(posting -> compared(item, posting, now))
                        .ifPresent(listener::hear);
            }
            return number;
        }
    }

    private JsonNode item(BoundedLines.Line line) throws IOException {
        String place = HITS + " line " + line.number();
        if (line.isTooLong()) {
            throw notOurs(folder, place + " is too long");
        }
        try {
            return JSON.readTree(line.bytes());
        } catch (JsonProcessingException e) {
            throw notOurs(folder, place + " is no JSON");
        }
    }

    /// The posting of ours at the same address; the other desk may call its site something else.
    private static Optional<StoredPosting> ours(
            JsonNode item, List<String> sites, FactsReader facts) {
        String url = item.path("url").asText();
        if (url.isEmpty() || url.contains(MASK)) {
            return Optional.empty();
        }
        String id = item.path("id").asText();
        return Stream.concat(
                        Stream.of(id).filter(named -> !named.isBlank()).map(PostingId::new),
                        sites.stream().map(site -> PostingId.of(site, url)))
                .distinct()
                .map(facts::posting)
                .flatMap(Optional::stream)
                .filter(posting -> posting.current().posting().url().equals(url))
                .findFirst();
    }

    private Optional<Heard> compared(JsonNode item, StoredPosting posting, Instant now) {
        // A record's bytes hold its id and time: one with the digest of ours is a copy of ours.
        Set<String> own =
                posting.sightings().stream()
                        .map(sighting -> sighting.capture().recordDigest().hex())
                        .collect(Collectors.toSet());
        OwnCaptures ours = new OwnCaptures(posting);
        return item.path("captures")
                .valueStream()
                .filter(seen -> seen.path("shows").asText().startsWith("version"))
                // A file that somebody brought in may be of anybody, of the other desk too.
                .filter(seen -> !seen.path("provenance").asText().equals("imported"))
                .filter(seen -> !own.contains(seen.path("record_digest").asText()))
                .flatMap(seen -> ours.nearest(seen).stream())
                .min(Comparator.comparing(Pair::isOfOtherBytes).thenComparing(Pair::apart))
                .map(pair -> new Heard(posting.id().value(), witness(item, posting, pair, now)));
    }

    /// What we captured of a posting ourselves, found by its bytes and by its time: both desks may
    /// have looked thousands of times.
    private static final class OwnCaptures {
        private final Map<String, NavigableMap<Instant, StoredPosting.SeenCapture>> byBytes =
                new HashMap<>();

        private final NavigableMap<Instant, StoredPosting.SeenCapture> byTime = new TreeMap<>();

        OwnCaptures(StoredPosting posting) {
            posting.sightings().stream()
                    .map(StoredPosting.Sighting::capture)
                    .filter(capture -> !capture.isImported())
                    .forEach(capture -> {
                        byTime.putIfAbsent(capture.fetchedAt(), capture);
                        byBytes.computeIfAbsent(capture.payloadDigest().hex(), _ -> new TreeMap<>())
                                .putIfAbsent(capture.fetchedAt(), capture);
                    });
        }

        /// With ours of the same bytes, or else with any, that is nearest in time.
        Optional<Pair> nearest(JsonNode theirs) {
            Instant time = time(theirs);
            NavigableMap<Instant, StoredPosting.SeenCapture> candidates =
                    byBytes.getOrDefault(theirs.path("payload_digest").asText(), byTime);
            return Stream.of(candidates.floorEntry(time), candidates.ceilingEntry(time))
                    .filter(Objects::nonNull)
                    .map(entry -> new Pair(theirs, entry.getValue()))
                    .min(Comparator.comparing(Pair::apart));
        }
    }

    private static Instant time(JsonNode theirs) {
        try {
            return Instant.parse(theirs.path("fetched").asText());
        } catch (DateTimeException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "a capture of the pack has no time: " + e.getMessage(), e);
        }
    }

    /// A capture of theirs and one of ours.
    private record Pair(JsonNode theirs, StoredPosting.SeenCapture ours) {
        boolean isOfOtherBytes() {
            return !theirs.path("payload_digest").asText().equals(ours.payloadDigest().hex());
        }

        Duration apart() {
            return Duration.between(time(theirs), ours.fetchedAt()).abs();
        }
    }

    private Witness witness(JsonNode item, StoredPosting posting, Pair pair, Instant now) {
        return new Witness(
                pack,
                key,
                sender,
                "c" + pair.theirs().path("capture").asLong(),
                time(pair.theirs()),
                pair.ours().id().toString(),
                pair.isOfOtherBytes() ? Likeness.OTHER : Likeness.SAME,
                text(item.path("text").asText(), posting.current().posting().text()),
                contacts(item, posting),
                now);
    }

    private static Likeness text(String theirs, String ours) {
        if (theirs.equals(ours)) {
            return Likeness.SAME;
        }
        return theirs.contains(MASK) && !ours.contains(MASK) ? Likeness.MASKED : Likeness.OTHER;
    }

    private static String contacts(JsonNode item, StoredPosting posting) {
        Set<String> theirs = new HashSet<>();
        item.path("contacts")
                .forEach(contact ->
                        theirs.add(
                                contact.path("kind").asText()
                                        + ":"
                                        + contact.path("value").asText()));
        List<String> ours =
                posting.current().assessment().contacts().stream()
                        .map(Contact::key)
                        .distinct()
                        .toList();
        return ours.stream().filter(theirs::contains).count() + " of " + ours.size();
    }
}
