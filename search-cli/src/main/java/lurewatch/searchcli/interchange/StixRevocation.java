package lurewatch.searchcli.interchange;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lurewatch.searchcli.export.Handling;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.ItemJson;
import lurewatch.searchcli.export.Marking;
import lurewatch.searchcli.export.Profile;

/// A bundle that revokes what was said of a posting which was handed on before: the same ids,
/// `revoked`, and a later `modified`. It repeats nothing of what the posting said: an object that
/// must have a name or a pattern has one that tells of nobody, so that whoever overlooks `revoked`
/// looks for nobody either.
public final class StixRevocation {
    private static final JsonMapper JSON = ItemJson.mapper();
    private static final String NAME = "called back";

    private final Revoked what;
    private final StixIds ids;
    private final Marking marking;
    private final String now;
    private final List<ObjectNode> revoked = new ArrayList<>();
    private final Set<String> forGood = new LinkedHashSet<>();

    private StixRevocation(Revoked what, StixIds ids, Marking marking, Instant now) {
        this.what = what;
        this.ids = ids;
        this.marking = marking;
        this.now = StixText.time(now);
    }

    /// What is revoked.
    ///
    /// @param payloads SHA-256 of the captured bodies, which the revoked object refers to; empty
    ///   where they were erased
    /// @param countries that it was said to be related to
    public record Revoked(
            String posting,
            Instant first,
            Instant last,
            List<String> payloads,
            List<String> countries,
            List<Named> contacts) {
        public Revoked {
            payloads = List.copyOf(payloads);
            countries = List.copyOf(countries);
            contacts = List.copyOf(contacts);
        }
    }

    /// A contact that the posting named and that stood in the pack as it is.
    ///
    /// @param stands whether a posting names it that was handed on too and is not called back
    public record Named(Item.Contact contact, boolean stands) {}

    /// What a recipient is sent.
    ///
    /// @param forGood the ids in it that another posting could bring back, and may not
    public record Bundle(String json, Set<String> forGood) {
        public Bundle {
            forGood = Set.copyOf(forGood);
        }
    }

    /// The bundle.
    ///
    /// @param dialects how the pack may have said what the standard has no observable for
    /// @param before ids that were revoked earlier
    /// @param sender as he is called now
    /// @param desk by whose name the ids of the pack were made
    public static Bundle of(
            Revoked what,
            Set<Profile.Stix> dialects,
            Set<String> before,
            Handling.Sender sender,
            Handling.Sender desk,
            Marking marking,
            Instant now)
            throws IOException {
        StixIds ids = new StixIds(desk, before);
        StixRevocation revocation = new StixRevocation(what, ids, marking, now);
        List<StixObservables.Observable> files = revocation.files();
        revocation.posting(files);
        for (Named contact : what.contacts()) {
            for (Profile.Stix dialect : dialects) {
                revocation.contact(contact, new StixObservables(dialect), files.getFirst());
            }
        }
        ObjectNode bundle =
                JSON.createObjectNode()
                        .put("type", "bundle")
                        .put(
                                "id",
                                "bundle--" + ids.of("revocation", what.posting(), now.toString()));
        ArrayNode objects = bundle.putArray("objects");
        objects.add(StixObjects.identity(ids.sender(), sender, now));
        objects.add(StixMarkings.tlp(marking.tlp()));
        objects.add(StixMarkings.pap(marking.pap()));
        files.forEach(file -> objects.add(file.json()));
        revocation.distinct().forEach(objects::add);
        return new Bundle(
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(bundle) + "\n",
                revocation.forGood);
    }

    private List<StixObservables.Observable> files() {
        StixObservables observables = new StixObservables(Profile.Stix.STANDARD);
        return what.payloads().isEmpty()
                ? List.of(observables.erasedFile())
                : what.payloads().stream().map(observables::file).toList();
    }

    private void posting(List<StixObservables.Observable> files) {
        String observed = ids.observedData(what.posting());
        ObjectNode json =
                revoked("observed-data", observed, what.first())
                        .put("first_observed", StixText.time(what.first()))
                        .put("last_observed", StixText.time(what.last()))
                        .put("number_observed", 1);
        ArrayNode references = json.putArray("object_refs");
        files.forEach(file -> references.add(file.id()));
        what.countries()
                .forEach(country ->
                        link(observed, "related-to", ids.location(country), what.first()));
    }

    private void contact(
            Named named, StixObservables observables, StixObservables.Observable instead) {
        Item.Contact contact = named.contact();
        String observed = ids.observedData(what.posting());
        if (observables.contact(contact).isEmpty()) {
            String holder = ids.holder(contact.kind(), contact.value());
            link(observed, "related-to", holder, StixObjects.SINCE);
            if (!named.stands()) {
                revoked("identity", holder, StixObjects.SINCE)
                        .put("name", NAME)
                        .put("identity_class", "unknown");
                forGood.add(holder);
            }
            return;
        }
        String indicator = ids.indicator(contact.kind(), contact.value());
        link(indicator, "based-on", observed, StixObjects.SINCE);
        if (!named.stands()) {
            revoked("indicator", indicator, StixObjects.SINCE)
                    .put("name", NAME)
                    .put("pattern", instead.pattern())
                    .put("pattern_type", "stix")
                    .put("valid_from", StixText.time(what.first()));
            revoked("sighting", ids.sighting(indicator), StixObjects.SINCE)
                    .put("sighting_of_ref", indicator);
            forGood.add(indicator);
        }
    }

    private void link(String from, String type, String to, Instant since) {
        revoked("relationship", ids.link(from, type, to), since)
                .put("relationship_type", type)
                .put("source_ref", from)
                .put("target_ref", to);
    }

    private ObjectNode revoked(String type, String id, Instant created) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("type", type)
                        .put("spec_version", "2.1")
                        .put("id", id)
                        .put("created_by_ref", ids.sender())
                        .put("created", StixText.time(created))
                        .put("modified", now)
                        .put("revoked", true);
        ArrayNode markings = json.putArray("object_marking_refs");
        StixMarkings.ids(marking).forEach(markings::add);
        revoked.add(json);
        return json;
    }

    /// Two dialects say most contacts alike.
    private List<ObjectNode> distinct() {
        return List.copyOf(new LinkedHashSet<>(revoked));
    }
}
