package lurewatch.searchcli.custody;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.Digest;
import lurewatch.indexer.console.JsonLine;

/// The account of what was handed on and called back: `audit/audit.jsonl` in the data directory.
/// Lines are only ever added, each forced to disk; each holds the hash of the one before and, last,
/// the SHA-256 of its own bytes up to there, as in the archive's ledger.
public final class Audit {
    private static final String NO_LINE = "0".repeat(64);
    private static final String HASH_KEY = ",\"hash\":\"";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A line as it was written.
    public record Line(long number, Instant time, String actor, AuditEvent event) {}

    /// What is wrong with the account.
    public record Problem(long line, String what) {}

    private final Path folder;

    private Audit(Path folder) {
        this.folder = folder;
    }

    /// The account of that data directory; nothing is made before something is added.
    public static Audit in(Path data) {
        return new Audit(data.resolve("audit"));
    }

    private Path file() {
        return folder.resolve("audit.jsonl");
    }

    /// Adds a line, and with it a list of ids that it speaks of.
    public void add(AuditEvent event, List<String> ids, String actor, Instant time)
            throws IOException {
        Files.createDirectories(folder);
        Map<String, String> details = new LinkedHashMap<>(event.details());
        if (!ids.isEmpty()) {
            details.put("ids", Digest.of(writtenIds(event.object(), ids)).hex());
        }
        try (FileChannel channel =
                        FileChannel.open(
                                file(),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            Tail tail = tail();
            String body =
                    JsonLine.object(line -> {
                        line.put("seq", tail.number() + 1)
                                .put("v", 1)
                                .put("prev", tail.hash())
                                .put("time", time.toString())
                                .put("actor", actor)
                                .put("action", event.action())
                                .put("object", event.object());
                        details.forEach(line::put);
                    });
            String open = body.substring(0, body.length() - 1);
            String line = open + HASH_KEY + Digest.of(open).hex() + "\"}\n";
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            channel.position(channel.size());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private String writtenIds(String object, List<String> ids) throws IOException {
        Path lists = Files.createDirectories(folder.resolve("lists"));
        String text = String.join("\n", ids) + "\n";
        Path list = lists.resolve(object + ".ids");
        Files.writeString(
                list,
                text,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.DSYNC);
        return text;
    }

    /// The ids that went with the object of a line.
    public List<String> ids(String object) throws IOException {
        Path list = folder.resolve("lists").resolve(object + ".ids");
        return Files.exists(list) ? Files.readAllLines(list) : List.of();
    }

    private record Tail(long number, String hash) {}

    private Tail tail() throws IOException {
        String last = "";
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
                number++;
            }
        }
        return new Tail(number, last.isEmpty() ? NO_LINE : hashOf(last, number));
    }

    private static String hashOf(String line, long number) throws IOException {
        int at = line.lastIndexOf(HASH_KEY);
        String own = at < 0 ? "" : line.substring(0, at);
        if (at < 0 || !line.equals(own + HASH_KEY + Digest.of(own).hex() + "\"}")) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "audit/audit.jsonl: line %d is not as it was written; nothing can be"
                                    + " added to it before that is looked into",
                            number));
        }
        return Digest.of(own).hex();
    }

    /// All lines, in order.
    public List<Line> lines() throws IOException {
        List<Line> all = new ArrayList<>();
        if (!Files.exists(file())) {
            return all;
        }
        try (BufferedReader lines = Files.newBufferedReader(file())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.add(read(JSON.readTree(line)));
            }
        }
        return all;
    }

    private static Line read(JsonNode json) {
        Map<String, String> details = new LinkedHashMap<>();
        json.properties()
                .forEach(member -> details.put(member.getKey(), member.getValue().asText()));
        return new Line(
                json.path("seq").asLong(),
                Instant.parse(json.path("time").asText()),
                json.path("actor").asText(),
                new AuditEvent(
                        json.path("action").asText(), json.path("object").asText(), details));
    }

    /// The first line that is not as it was written; empty where all are.
    public Optional<Problem> verify() throws IOException {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        String previous = NO_LINE;
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                JsonNode json = JSON.readTree(line);
                if (json.path("seq").asLong() != number
                        || !json.path("prev").asText().equals(previous)) {
                    return Optional.of(new Problem(number, "does not follow the line before"));
                }
                previous = hashOf(line, number);
            }
        } catch (IOException e) {
            return Optional.of(new Problem(number, String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /// Ids that were called back.
    public List<String> retracted() throws IOException {
        return lines().stream()
                .filter(line -> line.event().action().equals("retract"))
                .map(line -> line.event().object())
                .distinct()
                .toList();
    }
}
