package lurewatch.searchcli.interchange;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lurewatch.searchcli.export.ItemJson;
import lurewatch.searchcli.export.Marking;
import lurewatch.searchcli.export.Pap;
import lurewatch.searchcli.export.Tlp;

/// The markings of a bundle. STIX 2.1 itself defines the levels of TLP 1 only; those of TLP 2.0 and
/// of PAP are extensions that OASIS publishes, with one object for each level that all use. OpenCTI
/// reads both by their names.
final class StixMarkings {
    private static final JsonMapper JSON = ItemJson.mapper();

    private StixMarkings() {}

    static List<String> ids(Marking marking) {
        return List.of(id(marking.tlp()), id(marking.pap()));
    }

    static ObjectNode tlp(Tlp level) {
        return marking(
                id(level),
                "2022-10-01T00:00:00.000Z",
                level.tag(),
                "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d",
                "tlp_2_0",
                level.label());
    }

    static ObjectNode pap(Pap level) {
        String created =
                switch (level) {
                    case CLEAR -> "2022-10-01T00:00:00.000Z";
                    case GREEN -> "2022-10-09T00:00:00.000Z";
                    case AMBER -> "2022-10-02T00:00:00.000Z";
                    case RED -> "2022-10-06T00:00:00.000Z";
                };
        return marking(
                id(level),
                created,
                level.tag(),
                "extension-definition--f8d78575-edfd-406e-8e84-6162a8450f5b",
                "pap",
                level.label());
    }

    private static ObjectNode marking(
            String id, String created, String name, String extension, String member, String level) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("type", "marking-definition")
                        .put("spec_version", "2.1")
                        .put("id", id)
                        .put("created", created)
                        .put("name", name);
        json.putObject("extensions")
                .putObject(extension)
                .put("extension_type", "property-extension")
                .put(member, level);
        return json;
    }

    static String id(Tlp level) {
        return "marking-definition--"
                + switch (level) {
                    case CLEAR -> "94868c89-83c2-464b-929b-a1a8aa3c8487";
                    case GREEN -> "bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
                    case AMBER -> "55d920b0-5e8b-4f79-9ee9-91f868d9b421";
                    case AMBER_STRICT -> "939a9414-2ddd-4d32-a0cd-375ea402b003";
                    case RED -> "e828b379-4e03-4974-9ac4-e53a884c97c1";
                };
    }

    static String id(Pap level) {
        return "marking-definition--"
                + switch (level) {
                    case CLEAR -> "ad15a0cd-55b6-4588-a14c-a66105329b92";
                    case GREEN -> "c43594d1-4b11-4c59-93ab-1c9b14d53ce9";
                    case AMBER -> "60f8932b-e51e-4458-b265-a2e8be9a80ab";
                    case RED -> "740d36e5-7714-4c30-961a-3ae632ceee0e";
                };
    }
}
