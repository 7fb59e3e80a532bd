package lurewatch.crawler.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import lurewatch.indexer.console.JsonLine;

/// What a crawl says of itself, for those who look from outside.
///
/// @param since when the process began to crawl
/// @param at when this was said
/// @param diskFree bytes that the data directory's disk has free; empty where it cannot be asked
/// @param reload the last attempt to read the settings anew
public record ServiceState(
        long pid,
        Instant since,
        Instant at,
        Progress progress,
        OptionalLong diskFree,
        Optional<Reload> reload) {

    JsonLine json() {
        JsonLine line =
                JsonLine.versioned()
                        .put("pid", pid)
                        .put("since", since.toString())
                        .put("at", at.toString())
                        .put("state", progress.state().name())
                        .put("answered", progress.answered())
                        .put("captured", progress.captured())
                        .put("failed", progress.failed())
                        .put("forbidden", progress.forbidden())
                        .put("running", progress.running())
                        .put("queued", progress.queued())
                        .put("bytes", progress.bytes())
                        .put("millis", progress.since().toMillis());
        diskFree.ifPresent(bytes -> line.put("disk_free", bytes));
        reload.ifPresent(last ->
                line.put("reload_at", last.at().toString())
                        .put("reload_accepted", last.accepted())
                        .put("reload", last.what()));
        return line;
    }

    /// @throws RuntimeException where this is nothing that we wrote
    static ServiceState of(JsonNode json) {
        Progress progress =
                new Progress(
                        json.path("answered").asLong(),
                        json.path("captured").asLong(),
                        json.path("failed").asLong(),
                        json.path("forbidden").asLong(),
                        json.path("running").asInt(),
                        json.path("queued").asLong(),
                        json.path("bytes").asLong(),
                        Duration.ofMillis(json.path("millis").asLong()),
                        Progress.State.valueOf(json.path("state").asText()));
        return new ServiceState(
                json.path("pid").asLong(),
                Instant.parse(json.path("since").asText()),
                Instant.parse(json.path("at").asText()),
                progress,
                json.has("disk_free")
                        ? OptionalLong.of(json.path("disk_free").asLong())
                        : OptionalLong.empty(),
                json.has("reload_at")
                        ? Optional.of(
                                new Reload(
                                        Instant.parse(json.path("reload_at").asText()),
                                        json.path("reload_accepted").asBoolean(),
                                        json.path("reload").asText()))
                        : Optional.empty());
    }
}
