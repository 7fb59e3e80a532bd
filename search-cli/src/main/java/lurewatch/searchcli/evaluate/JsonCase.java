package lurewatch.searchcli.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lurewatch.indexer.ContactKind;

/// One line of JSON as a case. Members nobody asks for (`note`) are passed over.
final class JsonCase {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// What of an ad is text, in the order in which a board shows it.
    private static final List<String> AD_TEXTS =
            List.of("title", "company", "location", "salary", "text");

    private final PlaceNames placeNames;

    JsonCase(PlaceNames placeNames) {
        this.placeNames = placeNames;
    }

    Case of(LabelledLines.Line line) {
        JsonNode object = object(line);
        return new Case(
                line.origin(),
                string(line, object, "id").orElse(line.origin()),
                required(line, object, "lang"),
                CaseFile.label(line, required(line, object, "label")),
                required(line, object, "text"),
                list(line, object, "contacts").map(all -> contacts(line, all)),
                list(line, object, "places").map(all -> places(line, all)));
    }

    /// An ad that is no lure; empty where it has no text.
    Optional<Case> ad(LabelledLines.Line line) {
        JsonNode object = object(line);
        List<String> texts = new ArrayList<>();
        for (String member : AD_TEXTS) {
            string(line, object, member).filter(text -> !text.isBlank()).ifPresent(texts::add);
        }
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Case(
                                line.origin(),
                                string(line, object, "id").orElse(line.origin()),
                                string(line, object, "lang").orElse("und"),
                                Label.BENIGN,
                                String.join("\n", texts),
                                Optional.empty(),
                                Optional.empty()));
    }

    private static JsonNode object(LabelledLines.Line line) {
        try {
            JsonNode object = MAPPER.readTree(line.text());
            if (!object.isObject()) {
                throw line.error("not a JSON object");
            }
            return object;
        } catch (JsonProcessingException e) {
            throw line.error("not JSON: " + e.getOriginalMessage());
        }
    }

    private static Optional<String> string(
            LabelledLines.Line line, JsonNode object, String member) {
        JsonNode value = object.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw line.error("\"" + member + "\" is no text");
        }
        return Optional.of(value.textValue());
    }

    private static String required(LabelledLines.Line line, JsonNode object, String member) {
        return string(line, object, member)
                .orElseThrow(() -> line.error("has no \"" + member + "\""));
    }

    private static Optional<JsonNode> list(
            LabelledLines.Line line, JsonNode object, String member) {
        JsonNode value = object.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isArray()) {
            throw line.error("\"" + member + "\" is no list");
        }
        return Optional.of(value);
    }

    private static Set<String> contacts(LabelledLines.Line line, JsonNode all) {
        Set<String> contacts = new TreeSet<>();
        for (JsonNode contact : all) {
            String kind = required(line, contact, "kind");
            ContactKind known =
                    ContactKind.labelled(kind)
                            .orElseThrow(
                                    () -> line.error("unknown kind of contact '" + kind + "'"));
            contacts.add(contactKey(known, required(line, contact, "value")));
        }
        return contacts;
    }

    /// Case is left out of the comparison: no channel's two handles in one text differ by it.
    static String contactKey(ContactKind kind, String value) {
        return kind.label() + ":" + value.toLowerCase(Locale.ROOT);
    }

    private Set<String> places(LabelledLines.Line line, JsonNode all) {
        Set<String> places = new TreeSet<>();
        for (JsonNode place : all) {
            String name = place.asText();
            places.add(
                    placeNames
                            .idOf(name)
                            .orElseThrow(() ->
                                    line.error(
                                            "place '"
                                                    + name
                                                    + "' is neither an id nor a name of one place"
                                                    + " in the gazetteer")));
        }
        return places;
    }
}
