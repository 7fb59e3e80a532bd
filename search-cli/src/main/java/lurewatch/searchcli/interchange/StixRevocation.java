package lurewatch.searchcli.interchange;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import lurewatch.searchcli.export.Handling;
import lurewatch.searchcli.export.ItemJson;
import lurewatch.searchcli.export.Marking;
import lurewatch.searchcli.export.Profile;

/// A bundle that revokes a posting which was handed on before: the same id, `revoked`, and a later
/// `modified`. It repeats nothing of what the posting said.
public final class StixRevocation {
    private static final JsonMapper JSON = ItemJson.mapper();

    private StixRevocation() {}

    /// What is revoked.
    ///
    /// @param payloads SHA-256 of the captured bodies, which the revoked object refers to; empty
    ///   where they were erased
    public record Revoked(String posting, Instant first, Instant last, List<String> payloads) {
        public Revoked {
            payloads = List.copyOf(payloads);
        }
    }

    /// The bundle as JSON.
    public static String of(Revoked what, Handling.Sender sender, Marking marking, Instant now)
            throws IOException {
        StixIds ids = new StixIds(sender);
        ObjectNode bundle =
                JSON.createObjectNode()
                        .put("type", "bundle")
                        .put(
                                "id",
                                "bundle--" + ids.of("revocation", what.posting(), now.toString()));
        ArrayNode objects = bundle.putArray("objects");
        objects.add(StixObjects.identity(ids.sender(), sender));
        objects.add(StixMarkings.tlp(marking.tlp()));
        objects.add(StixMarkings.pap(marking.pap()));
        ObjectNode revoked =
                JSON.createObjectNode()
                        .put("type", "observed-data")
                        .put("spec_version", "2.1")
                        .put("id", ids.observedData(what.posting()))
                        .put("created_by_ref", ids.sender())
                        .put("created", StixText.time(what.first()))
                        .put("modified", StixText.time(now))
                        .put("revoked", true)
                        .put("first_observed", StixText.time(what.first()))
                        .put("last_observed", StixText.time(what.last()))
                        .put("number_observed", 1);
        ArrayNode markings = revoked.putArray("object_marking_refs");
        StixMarkings.ids(marking).forEach(markings::add);
        ArrayNode references = revoked.putArray("object_refs");
        StixObservables observables = new StixObservables(Profile.Stix.STANDARD);
        List<StixObservables.Observable> files =
                what.payloads().isEmpty()
                        ? List.of(observables.erasedFile())
                        : what.payloads().stream().map(observables::file).toList();
        for (StixObservables.Observable file : files) {
            objects.add(file.json());
            references.add(file.id());
        }
        objects.add(revoked);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(bundle) + "\n";
    }
}
