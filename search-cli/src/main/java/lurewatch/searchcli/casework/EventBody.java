package lurewatch.searchcli.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.Digest;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.JsonText;

/// An event as the bytes that its digest is made of: one JSON object, whose form never changes for
/// what was written once.
final class EventBody {
    /// The hash that the first event of a log follows.
    static final String NOTHING_BEFORE = "0".repeat(64);

    /// Characters of one event; the list of an export of half a million postings.
    static final int LONGEST = 16 << 20;

    private static final int VERSION = 1;

    /// Of the same length for every time, so that their order as texts is that of time.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            com.fasterxml.jackson.core.JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(5)
                                                    .maxStringLength(LONGEST)
                                                    .build())
                                    .build())
                    .build();

    private EventBody() {}

    static String time(Instant time) {
        return TIME.format(time);
    }

    static String written(
            String log,
            long number,
            Instant time,
            String analyst,
            EventKind kind,
            List<String> about,
            Map<String, String> details) {
        return JsonLine.object(body ->
                body.put("v", VERSION)
                        .put("log", log)
                        .put("number", number)
                        .put("time", time(time))
                        .put("analyst", analyst)
                        .put("kind", kind.name())
                        .putStrings("about", about)
                        .putLiteral("details", object(details)));
    }

    /// Keys come from the program, and yet nothing here should rest on that.
    private static String object(Map<String, String> details) {
        StringBuilder object = new StringBuilder("{");
        details.forEach((key, value) ->
                object.append(object.length() == 1 ? "" : ",")
                        .append(JsonText.quoted(key))
                        .append(':')
                        .append(JsonText.quoted(value)));
        return object.append('}').toString();
    }

    /// What the chain comes to when an event with that digest follows.
    static String hash(String before, String digest) {
        return Digest.of(before + "\n" + digest).hex();
    }

    /// The event that a body tells of; empty where it is none.
    static Optional<Event> read(String body, String hash) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.path("v").asInt() != VERSION) {
                return Optional.empty();
            }
            List<String> about = new ArrayList<>();
            json.path("about").forEach(subject -> about.add(subject.asText()));
            Map<String, String> details = new LinkedHashMap<>();
            json.path("details")
                    .properties()
                    .forEach(detail -> details.put(detail.getKey(), detail.getValue().asText()));
            return Optional.of(
                    new Event(
                            json.path("log").asText(),
                            json.path("number").asLong(),
                            Instant.parse(json.path("time").asText()),
                            json.path("analyst").asText(),
                            new EventKind(json.path("kind").asText()),
                            about,
                            details,
                            hash));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
