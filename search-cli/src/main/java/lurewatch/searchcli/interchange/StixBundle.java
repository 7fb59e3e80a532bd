package lurewatch.searchcli.interchange;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.ItemJson;
import lurewatch.searchcli.export.PackWriter;
import lurewatch.searchcli.export.Profile;
import lurewatch.searchcli.export.ReadBack;

/// A STIX 2.1 bundle: each posting an observed-data with its observables, each contact an indicator
/// and a sighting, and one report over all. Written object by object; the marking and the
/// definition of our extension travel along.
public final class StixBundle implements PackWriter {
    private static final String NAME = "stix-bundle.json";
    private static final JsonMapper JSON = ItemJson.mapper();

    private final Profile.Stix dialect;
    private final Set<String> revoked;

    /// @param revoked ids that were revoked, which nothing has again
    public StixBundle(Profile.Stix dialect, Set<String> revoked) {
        this.dialect = dialect;
        this.revoked = Set.copyOf(revoked);
    }

    @Override
    public List<String> files() {
        return List.of(NAME);
    }

    @Override
    public void write(HitList list, Cover cover, Path folder) throws IOException {
        try (JsonGenerator json =
                JSON.getFactory()
                        .createGenerator(folder.resolve(NAME).toFile(), JsonEncoding.UTF8)) {
            json.enable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.setCodec(JSON);
            json.writeStartObject();
            json.writeStringField("type", "bundle");
            json.writeStringField("id", "bundle--" + Uuids.of("bundle", cover.pack()));
            json.writeArrayFieldStart("objects");
            Sink sink = new Sink(json);
            new StixObjects(cover, new StixObservables(dialect), revoked)
                    .writeAll(list, sink::write);
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /// Writes each object once.
    private static final class Sink {
        private final JsonGenerator json;
        private final Set<String> written = new HashSet<>();

        private Sink(JsonGenerator json) {
            this.json = json;
        }

        private void write(JsonNode object) throws IOException {
            if (written.add(object.path("id").asText())) {
                json.writeTree(object);
            }
        }
    }

    /// The postings are those of the list, and nothing refers to what is not in the bundle.
    @Override
    public void check(HitList list, Path folder) throws IOException {
        List<String> postings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> named = new HashSet<>();
        Path file = folder.resolve(NAME);
        try (JsonParser json = JSON.getFactory().createParser(file.toFile())) {
            while (json.nextToken() != JsonToken.START_ARRAY) {
                if (json.currentToken() == null) {
                    throw new IOException(NAME + " has no objects");
                }
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                JsonNode object = JSON.readTree(json);
                ids.add(object.path("id").asText());
                references(object, named);
                JsonNode own = object.path("extensions").path(StixObjects.EXTENSION);
                if (own.has("posting_id")) {
                    postings.add(own.path("posting_id").asText());
                }
            }
        }
        ReadBack.compare(file, postings, list.ids());
        named.removeAll(ids);
        if (!named.isEmpty()) {
            throw new IOException(NAME + " refers to what it does not hold: " + named);
        }
    }

    private static void references(JsonNode object, Set<String> named) {
        object.properties()
                .forEach(member -> {
                    if (member.getKey().endsWith("_ref")) {
                        named.add(member.getValue().asText());
                    } else if (member.getKey().endsWith("_refs")) {
                        member.getValue().forEach(reference -> named.add(reference.asText()));
                    }
                });
    }
}
