package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lurewatch.searchcli.Visits.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the entities say of times and of what came.
class FollowTheMoneyIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OLD = "https://board.example/ads/1";
    private static final String NEW = "https://board.example/ads/2";
    private static final String CHAT = "https://chat.example/m/7";

    @TempDir private Path folder;

    /// A link is no older than the posting that names the contact, and nobody knows how old that is
    /// which a file brought.
    @Test
    void saysOfEachPostingSinceWhenItNamesAContactAndOfWhatKindItIs() throws IOException {
        Path data = folder.resolve("data");
        try (Visits visits = new Visits(data)) {
            visits.page(OLD, new Shown("old", OLD, "Free flight, ask boss_bavet1", "boss_bavet1"));
            visits.page(NEW, new Shown("new", NEW, "Free flight, now boss_bavet1", "boss_bavet1"));
            visits.imported(
                    CHAT,
                    "Application/JSON; charset=utf-8",
                    Optional.empty(),
                    new Shown("chat", CHAT, "Free flight, says boss_bavet1", "boss_bavet1"));
            visits.imported(
                    CHAT + "8",
                    "</script>",
                    Optional.empty(),
                    new Shown("odd", CHAT + "8", "Free flight, of no kind"));
        }
        Map<String, String> starts = new TreeMap<>();
        Map<String, String> kinds = new TreeMap<>();
        for (JsonNode entity : entities(data)) {
            assertThat(Schemas.ftm(entity)).isEmpty();
            JsonNode properties = entity.path("properties");
            if (entity.path("schema").asText().equals("UnknownLink")) {
                starts.put(
                        properties.path("subject").path(0).asText(),
                        properties.path("startDate").path(0).asText());
            } else if (entity.path("schema").asText().equals("HyperText")) {
                kinds.put(
                        properties.path("fileName").path(0).asText(),
                        properties.path("mimeType").path(0).asText());
            }
        }
        assertThat(starts)
                .containsExactly(
                        Map.entry("lurewatch-p-chat", ""),
                        Map.entry("lurewatch-p-new", "2026-10-01T13:00:00Z"),
                        Map.entry("lurewatch-p-old", "2026-10-01T12:00:00Z"));
        assertThat(kinds)
                .containsExactly(
                        Map.entry("p-chat", "application/json"),
                        Map.entry("p-new", "text/html"),
                        Map.entry("p-odd", ""),
                        Map.entry("p-old", "text/html"));
    }

    private List<JsonNode> entities(Path data) throws IOException {
        Path pack = Packs.made(data, folder.resolve("pack"), "openaleph");
        List<JsonNode> entities = new ArrayList<>();
        for (String line : Files.readAllLines(pack.resolve("data/entities.ftm.json"))) {
            entities.add(JSON.readTree(line));
        }
        return entities;
    }
}
