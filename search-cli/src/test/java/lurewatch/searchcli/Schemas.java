package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The schemas that others publish for the exchange formats, as validators.
final class Schemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OASIS =
            "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";

    private static final Map<String, String> FOLDER = new HashMap<>();
    private static final JsonSchemaFactory STIX =
            JsonSchemaFactory.getInstance(
                    VersionFlag.V202012,
                    builder ->
                            builder.schemaMappers(mappers ->
                                    mappers.mapPrefix(
                                            OASIS, "classpath:conformance/stix/schemas/")));

    static {
        for (String type :
                List.of("identity", "indicator", "observed-data", "report", "location")) {
            FOLDER.put(type, "sdos");
        }
        FOLDER.put("relationship", "sros");
        FOLDER.put("sighting", "sros");
        FOLDER.put("marking-definition", "common");
        FOLDER.put("extension-definition", "common");
    }

    private Schemas() {}

    /// What the OASIS schemas have against the objects of a bundle, one by one: the schema of the
    /// bundle itself wrongly rejects some types.
    static List<String> stix(JsonNode bundle) {
        List<String> faults = new ArrayList<>();
        Map<String, JsonSchema> schemas = new HashMap<>();
        for (JsonNode object : bundle.path("objects")) {
            String type = object.path("type").asText();
            if (type.equals("phone-number") || type.equals("cryptocurrency-wallet")) {
                continue; // OpenCTI's own, of which OASIS knows nothing
            }
            JsonSchema schema =
                    schemas.computeIfAbsent(
                            type,
                            t ->
                                    STIX.getSchema(
                                            SchemaLocation.of(
                                                    OASIS
                                                            + FOLDER.getOrDefault(t, "observables")
                                                            + "/"
                                                            + t
                                                            + ".json")));
            schema.validate(object)
                    .forEach(fault -> faults.add(object.path("id").asText() + ": " + fault));
        }
        return faults;
    }

    /// What our own published schema has against our extension.
    static List<String> own(String schema, JsonNode value) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema)
                .validate(value)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /// What MISP's lax schema (its strict one rejects all objects), its types and its templates
    /// have against an event.
    static List<String> misp(JsonNode event) throws IOException {
        List<String> faults =
                new ArrayList<>(
                        JsonSchemaFactory.getInstance(VersionFlag.V4)
                                .getSchema(resource("misp/schema-lax.json"))
                                .validate(event)
                                .stream()
                                .map(Object::toString)
                                .toList());
        JsonNode types = resource("misp/describeTypes.json").path("result");
        for (JsonNode object : event.path("Event").path("Object")) {
            JsonNode template = resource("misp/objects/" + object.path("name").asText() + ".json");
            mispObject(object, template, faults);
            for (JsonNode attribute : object.path("Attribute")) {
                mispAttribute(attribute, template, types, faults);
            }
        }
        return faults;
    }

    private static void mispObject(JsonNode object, JsonNode template, List<String> faults) {
        Map<String, Integer> relations = new HashMap<>();
        object.path("Attribute")
                .forEach(a -> relations.merge(a.path("object_relation").asText(), 1, Integer::sum));
        String name = object.path("name").asText();
        check(
                object.path("template_uuid").equals(template.path("uuid"))
                        && object.path("template_version")
                                .asText()
                                .equals(template.path("version").asText())
                        && object.path("meta-category").equals(template.path("meta-category")),
                name + " names another template",
                faults);
        template.path("required")
                .forEach(r ->
                        check(relations.containsKey(r.asText()), name + " lacks " + r, faults));
        if (template.has("requiredOneOf")) {
            Set<String> any = new HashSet<>();
            template.path("requiredOneOf").forEach(r -> any.add(r.asText()));
            any.retainAll(relations.keySet());
            check(!any.isEmpty(), name + " lacks all of requiredOneOf", faults);
        }
        relations.forEach((relation, count) ->
                check(
                        count == 1
                                || template.path("attributes")
                                        .path(relation)
                                        .path("multiple")
                                        .asBoolean(),
                        name + " repeats " + relation,
                        faults));
    }

    private static void mispAttribute(
            JsonNode attribute, JsonNode template, JsonNode types, List<String> faults) {
        String relation = attribute.path("object_relation").asText();
        String type = attribute.path("type").asText();
        check(
                template.path("attributes")
                        .path(relation)
                        .path("misp-attribute")
                        .asText()
                        .equals(type),
                relation + " is no " + type,
                faults);
        boolean fits = false;
        for (JsonNode allowed :
                types.path("category_type_mappings").path(attribute.path("category").asText())) {
            fits |= allowed.asText().equals(type);
        }
        check(fits, type + " is not of category " + attribute.path("category"), faults);
    }

    /// What the FollowTheMoney model has against an entity.
    static List<String> ftm(JsonNode entity) throws IOException {
        List<String> faults = new ArrayList<>();
        Map<String, JsonNode> properties = new HashMap<>();
        Set<String> required = new HashSet<>();
        inherit(entity.path("schema").asText(), properties, required);
        entity.path("properties")
                .properties()
                .forEach(property -> {
                    check(
                            properties.containsKey(property.getKey()),
                            "no property " + property,
                            faults);
                    String type =
                            properties
                                    .getOrDefault(property.getKey(), property.getValue())
                                    .path("type")
                                    .asText();
                    for (JsonNode value : property.getValue()) {
                        check(
                                value.isTextual() && isA(type, value.asText()),
                                "no " + type + ": " + property,
                                faults);
                    }
                });
        required.forEach(
                name -> check(entity.path("properties").has(name), "lacks " + name, faults));
        return faults;
    }

    private static boolean isA(String type, String value) {
        return switch (type) {
            case "url" -> value.matches("https?://[!-~]+");
            case "country" -> value.matches("[a-z]{2}");
            case "language" -> value.matches("[a-z]{3}");
            case "date" -> value.matches("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
            case "phone" -> value.matches("\\+\\d{6,15}");
            case "email" -> value.matches("[^@\\s]+@[^@\\s]+");
            default -> !value.isBlank();
        };
    }

    private static void inherit(
            String schema, Map<String, JsonNode> properties, Set<String> required)
            throws IOException {
        JsonNode model = yaml("ftm/schema/" + schema + ".yaml").path(schema);
        model.path("properties")
                .properties()
                .forEach(p -> properties.put(p.getKey(), p.getValue()));
        model.path("required").forEach(name -> required.add(name.asText()));
        for (JsonNode parent : model.path("extends")) {
            inherit(parent.asText(), properties, required);
        }
    }

    private static void check(boolean holds, String fault, List<String> faults) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private static JsonNode resource(String name) {
        try (InputStream in = open(name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(String name) throws IOException {
        try (InputStream in = open(name)) {
            return new YAMLMapper().readTree(in);
        }
    }

    private static InputStream open(String name) {
        InputStream in = Schemas.class.getResourceAsStream("/conformance/" + name);
        assertThat(in).as("schema " + name).isNotNull();
        return Objects.requireNonNull(in);
    }
}
