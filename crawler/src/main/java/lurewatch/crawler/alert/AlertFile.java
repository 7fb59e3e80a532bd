package lurewatch.crawler.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lurewatch.indexer.console.JsonLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `alerts.json` in the data directory: what was told and not taken back, so that a new start tells
/// nothing twice, and when each site last gave something. Losing it costs a repeated notice.
public final class AlertFile {
    private static final Logger LOG = LoggerFactory.getLogger(AlertFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 4 << 20;

    private final Path file;

    public AlertFile(Path data) {
        this.file = data.resolve("alerts.json");
    }

    record Content(List<Alert> open, Map<String, Instant> foundAt) {
        static final Content NONE = new Content(List.of(), Map.of());
    }

    /// Alerts that were told and not taken back.
    public List<Alert> open() {
        return read().open();
    }

    Content read() {
        try (var in = Files.newInputStream(file)) {
            JsonNode json = JSON.readTree(in.readNBytes(MOST_BYTES));
            List<Alert> open = new ArrayList<>();
            json.path("open").forEach(alert -> open.add(alert(alert)));
            Map<String, Instant> foundAt = new HashMap<>();
            json.path("found")
                    .forEach(found ->
                            foundAt.put(
                                    found.path("site").asText(),
                                    Instant.parse(found.path("at").asText())));
            return new Content(open, foundAt);
        } catch (NoSuchFileException _) {
            return Content.NONE;
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} is not understood: {}", file, e.toString());
            return Content.NONE;
        }
    }

    void write(Content content) {
        String json =
                JsonLine.versioned()
                        .putObjects("open", content.open(), AlertFile::json)
                        .putObjects("found", content.foundAt().entrySet(), AlertFile::json)
                        .toString();
        Path fresh = file.resolveSibling("alerts.json.new");
        try {
            Files.writeString(fresh, json + "\n", StandardCharsets.UTF_8);
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("cannot write {}: {}", file, e.toString());
        }
    }

    private static Alert alert(JsonNode json) {
        return new Alert(
                Kind.valueOf(json.path("kind").asText().toUpperCase(Locale.ROOT)),
                json.path("site").asText(),
                Instant.parse(json.path("since").asText()),
                json.path("what").asText());
    }

    private static String json(Alert alert) {
        return JsonLine.object(line ->
                line.put("kind", alert.kind().label())
                        .put("site", alert.site())
                        .put("since", alert.since().toString())
                        .put("what", alert.what()));
    }

    private static String json(Map.Entry<String, Instant> found) {
        return JsonLine.object(
                line -> line.put("site", found.getKey()).put("at", found.getValue().toString()));
    }
}
