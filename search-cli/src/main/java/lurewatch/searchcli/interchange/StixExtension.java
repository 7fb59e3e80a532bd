package lurewatch.searchcli.interchange;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.ItemJson;

/// What STIX has no property for: why a posting was assessed so, and where its bytes lie. The
/// schema stands in the definition itself, so that whoever has the bundle has it too.
final class StixExtension {
    private static final JsonMapper JSON = ItemJson.mapper();
    private static final String SCHEMA = "lure-posting-extension.schema.json";

    private StixExtension() {}

    static ObjectNode definition(String id, String sender, String time) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("type", "extension-definition")
                        .put("spec_version", "2.1")
                        .put("id", id)
                        .put("created_by_ref", sender)
                        .put("created", time)
                        .put("modified", time)
                        .put("name", "Lurewatch posting")
                        .put(
                                "description",
                                "Assessment and custody of a job posting, on observed-data objects.")
                        .put("schema", schema())
                        .put("version", "1.3.0");
        json.putArray("extension_types").add("property-extension");
        return json;
    }

    /// The JSON schema of [#of].
    static String schema() {
        try (InputStream in =
                Objects.requireNonNull(StixExtension.class.getResourceAsStream(SCHEMA))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode of(Item item) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("extension_type", "property-extension")
                        .put("posting_id", item.id())
                        .put("site", item.site())
                        .put("title", item.title())
                        .put("text", item.text())
                        .put("assessment_class", item.assessmentClass())
                        .put("score", item.score())
                        .put("rules_version", item.rules())
                        .put("text_version", item.textVersion());
        item.onPage().ifPresent(where -> json.put("on_page", where));
        item.textCapture().ifPresent(capture -> json.put("text_capture", capture));
        item.reading()
                .ifPresent(reading ->
                        json.put("title_read_as", reading.title())
                                .put("text_read_as", reading.text()));
        ArrayNode signals = JSON.createArrayNode();
        item.why().forEach(why -> signals.add(signal(why)));
        put(json, "signals", signals);
        ArrayNode contacts = JSON.createArrayNode();
        item.contacts().stream()
                .filter(contact -> !contact.masked())
                .forEach(contact ->
                        contacts.addObject()
                                .put("kind", contact.kind())
                                .put("value", contact.value()));
        put(json, "contacts", contacts);
        ArrayNode captures = JSON.createArrayNode();
        item.captures().forEach(seen -> captures.add(capture(seen)));
        put(json, "captures", captures);
        if (item.capturesLeftOut() > 0) {
            json.put("captures_left_out", item.capturesLeftOut());
        }
        return json;
    }

    /// STIX has no empty lists.
    private static void put(ObjectNode json, String name, ArrayNode values) {
        if (!values.isEmpty()) {
            json.set(name, values);
        }
    }

    private static ObjectNode signal(Item.Why why) {
        ObjectNode signal =
                JSON.createObjectNode().put("id", why.signal()).put("points", why.points());
        why.meaning().ifPresent(meaning -> signal.put("meaning", meaning));
        ArrayNode quotes = signal.putArray("quotes");
        why.quotes().forEach(quote -> quotes.add(quote.quote()));
        ArrayNode readings = JSON.createArrayNode();
        for (Item.Quote quote : why.unreadable()) {
            quote.readAs()
                    .ifPresent(words ->
                            readings.addObject().put("quote", quote.quote()).put("read_as", words));
        }
        put(signal, "readings", readings);
        return signal;
    }

    private static ObjectNode capture(Item.Seen seen) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("capture", seen.capture())
                        .put("fetched", seen.fetched().toString())
                        .put("provenance", seen.provenance());
        seen.status().ifPresent(code -> json.put("http_status", code));
        seen.claimed().ifPresent(at -> json.put("claimed", at.toString()));
        return json.put("shows", seen.shows())
                .put("payload_sha256", seen.payloadDigest())
                .put("record_sha256", seen.recordDigest())
                .put("warc_file", seen.file())
                .put("warc_offset", seen.offset());
    }
}
