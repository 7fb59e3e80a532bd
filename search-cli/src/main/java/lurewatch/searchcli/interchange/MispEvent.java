package lurewatch.searchcli.interchange;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lurewatch.searchcli.export.ContactTally;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.ItemJson;
import lurewatch.searchcli.export.PackWriter;
import lurewatch.searchcli.export.Purpose;
import lurewatch.searchcli.export.ReadBack;

/// A MISP event: one object per posting and one per contact, with references between them. Not
/// published, distributed to nobody but its receiver, and nothing marked for automatic blocking but
/// addresses whose removal is asked for.
public final class MispEvent implements PackWriter {
    private static final String NAME = "misp-event.json";
    private static final JsonMapper JSON = ItemJson.mapper();

    /// The id of the event that the list of this cover is handed on as.
    public static UUID id(Cover cover) {
        return MispHead.event(
                cover.ids().desk(),
                cover.profile().name(),
                cover.purpose().label(),
                cover.ids().list());
    }

    @Override
    public List<String> files() {
        return List.of(NAME);
    }

    @Override
    public void write(HitList list, Cover cover, Path folder) throws IOException {
        UUID event = id(cover);
        MispObjects objects =
                new MispObjects(event.toString(), cover.purpose() == Purpose.TAKEDOWN);
        try (JsonGenerator json =
                JSON.getFactory()
                        .createGenerator(folder.resolve(NAME).toFile(), JsonEncoding.UTF8)) {
            json.enable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.setCodec(JSON);
            json.writeStartObject();
            json.writeObjectFieldStart("Event");
            for (Map.Entry<String, JsonNode> field : head(cover, event).properties()) {
                json.writeFieldName(field.getKey());
                json.writeTree(field.getValue());
            }
            json.writeArrayFieldStart("Attribute");
            json.writeEndArray();
            json.writeArrayFieldStart("Object");
            list.forEach(item -> {
                for (JsonNode object : objects.posting(item)) {
                    json.writeTree(object);
                }
            });
            for (ContactTally tally : ContactTally.of(list)) {
                json.writeTree(objects.contact(tally));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static ObjectNode head(Cover cover, UUID event) {
        return MispHead.of(
                event,
                cover.profile().title() + ": " + cover.reason(),
                cover.made(),
                cover.sender(),
                cover.ids().desk(),
                cover.marking(),
                List.of(
                        "workflow:state=\"incomplete\"",
                        "estimative-language:likelihood-probability=\"likely\"",
                        "lurewatch:purpose=\"" + cover.purpose().label() + "\""));
    }

    @Override
    public void check(HitList list, Path folder) throws IOException {
        List<String> postings = new ArrayList<>();
        Path file = folder.resolve(NAME);
        try (JsonParser json = JSON.getFactory().createParser(file.toFile())) {
            while (!"Object".equals(json.currentName())
                    || json.currentToken() != JsonToken.START_ARRAY) {
                if (json.nextToken() == null) {
                    throw new IOException(NAME + " has no objects");
                }
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                JsonNode object = JSON.readTree(json);
                if (object.path("name").asText().equals("annotation")) {
                    postings.add(object.path("comment").asText());
                }
            }
        }
        ReadBack.compare(file, postings, list.ids());
    }
}
