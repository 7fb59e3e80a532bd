package lurewatch.crawler.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.LowerCase;

/// Posts, one JSON object a line.
final class PostLines {
    private static final String TYPE = "application/json; profile=post";
    private static final ObjectMapper JSON = new ObjectMapper();

    private PostLines() {}

    static void read(Path file, IntakeOptions options, IntakeSink sink)
            throws IOException, InterruptedException {
        try (Lines lines = Lines.of(file, options.mostBytes(), Lines.Quotes.ARE_PLAIN)) {
            for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                sink.progress(lines.position(), lines.size());
                take(line.get(), sink);
            }
        }
    }

    private static void take(Lines.Line line, IntakeSink sink)
            throws IOException, InterruptedException {
        String place = "line " + line.number();
        if (line.isTooLong()) {
            sink.broken(place, "longer than " + line.bytes().length + " bytes");
            return;
        }
        if (line.isBlank()) {
            return;
        }
        Post post;
        try {
            post = post(JSON.readTree(line.bytes()));
        } catch (JsonProcessingException e) {
            sink.broken(place, "no JSON: " + e.getOriginalMessage());
            return;
        }
        if (post.saysSomething()) {
            sink.take(post.record(place, TYPE, line.bytes()));
        } else {
            sink.broken(place, "no object with a 'text' or 'title'");
        }
    }

    private static Post post(JsonNode object) {
        Map<String, String> values = new HashMap<>();
        object.properties()
                .forEach(entry ->
                        values.put(LowerCase.of(entry.getKey()), entry.getValue().asText()));
        return new Post(values);
    }
}
