package lurewatch.indexer.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lurewatch.indexer.LowerCase;

/// Reads a post that somebody wrote down in a table or list: `url`, `text`, `title`, `author`,
/// `time`, `site`, and whatever else it holds as labelled values.
final class PostReader {
    private static final Set<String> KNOWN =
            Set.of("url", "text", "title", "author", "time", "site");
    private static final int MOST_FIELDS = 50;

    private PostReader() {}

    static PageReading read(Map<String, String> values, Addresses addresses) {
        Draft draft =
                new Draft()
                        .at(addresses.page())
                        .title(values.getOrDefault("title", ""))
                        .author(values.getOrDefault("author", ""))
                        .postedAt(Dates.read(values.getOrDefault("time", "")))
                        .body(Prose.ofValue(values.getOrDefault("text", "")));
        int fields = 0;
        for (Map.Entry<String, String> value : values.entrySet()) {
            boolean isOther = !KNOWN.contains(value.getKey()) && !value.getValue().isBlank();
            if (isOther && fields++ < MOST_FIELDS) {
                draft.field(value.getKey() + ": " + value.getValue());
            }
        }
        if (!draft.saysSomething()) {
            draft.body(draft.title());
        }
        return PageReading.of(List.of(draft));
    }

    static PageReading read(JsonNode object, Addresses addresses) {
        Map<String, String> values = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> {
                    JsonNode value = entry.getValue();
                    values.put(
                            LowerCase.of(entry.getKey()),
                            value.isValueNode() ? value.asText("") : value.toString());
                });
        values.values().removeIf("null"::equals);
        return read(values, addresses);
    }
}
