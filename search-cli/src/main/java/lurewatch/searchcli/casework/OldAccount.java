package lurewatch.searchcli.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lurewatch.indexer.Digest;

/// The account as it was kept before there was `casework.db`: `audit/audit.jsonl`, each line with
/// the hash of the one before and its own; read, never written.
final class OldAccount {
    private static final String NO_LINE = "0".repeat(64);
    private static final String HASH_KEY = ",\"hash\":\"";
    private static final Set<String> OWN_PLACE =
            Set.of("seq", "v", "prev", "action", "hash", "ids");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A line as an event: `time` and `actor` in the details are those of the line.
    record Line(EventKind kind, List<String> about, Map<String, String> details, String hash) {}

    private final Path folder;

    private OldAccount(Path folder) {
        this.folder = folder;
    }

    static OldAccount in(Path data) {
        return new OldAccount(data.resolve("audit"));
    }

    private Path file() {
        return folder.resolve("audit.jsonl");
    }

    boolean isThere() {
        return Files.exists(file());
    }

    /// All lines, in order.
    ///
    /// @throws IOException where one is not as it was written
    List<Line> lines() throws IOException {
        List<Line> all = new ArrayList<>();
        String previous = NO_LINE;
        try (BufferedReader lines = Files.newBufferedReader(file())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode json = JSON.readTree(line);
                int number = all.size() + 1;
                String hash = hash(line);
                if (hash.isEmpty()
                        || json.path("seq").asLong() != number
                        || !json.path("prev").asText().equals(previous)) {
                    throw new IOException(
                            String.format(
                                    Locale.ROOT,
                                    "audit/audit.jsonl: line %d is not as it was written; look into"
                                            + " that before anything is recorded",
                                    number));
                }
                previous = hash;
                all.add(read(json, hash));
            }
        }
        return all;
    }

    private static String hash(String line) {
        int at = line.lastIndexOf(HASH_KEY);
        String open = at < 0 ? "" : line.substring(0, at);
        String hash = Digest.of(open).hex();
        return line.equals(open + HASH_KEY + hash + "\"}") ? hash : "";
    }

    private Line read(JsonNode json, String hash) throws IOException {
        Map<String, String> details = new LinkedHashMap<>();
        json.properties()
                .forEach(member -> {
                    if (!OWN_PLACE.contains(member.getKey())) {
                        details.put(member.getKey(), member.getValue().asText());
                    }
                });
        String object = String.valueOf(details.remove("object"));
        List<String> about = new ArrayList<>(List.of(object));
        Path list = folder.resolve("lists").resolve(object + ".ids");
        if (json.has("ids") && Files.exists(list)) {
            about.addAll(Files.readAllLines(list));
        }
        return new Line(
                new EventKind("account." + json.path("action").asText()), about, details, hash);
    }
}
