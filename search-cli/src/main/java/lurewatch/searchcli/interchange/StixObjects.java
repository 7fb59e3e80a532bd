package lurewatch.searchcli.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lurewatch.searchcli.export.ContactTally;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.Handling;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.ItemJson;

/// The objects of one bundle, in an order in which what is referred to comes first.
final class StixObjects {
    /// Names our extension, for all senders and for good.
    static final String EXTENSION = "extension-definition--0f5f7c1e-4b39-4d29-9a0b-5c2f1d7e8a63";

    private static final JsonMapper JSON = ItemJson.mapper();

    /// When objects were created that describe no single posting: all lists have to say the same of
    /// one object, and none knows the others.
    static final Instant SINCE = Instant.parse("2026-11-01T00:00:00Z");

    /// Handles are given up and taken by others; a lead is not for ever.
    private static final Duration LEAD_LIFE = Duration.ofDays(90);

    private static final int LONGEST_NAME = 200;

    /// Where objects go.
    @FunctionalInterface
    interface Sink {
        void write(JsonNode object) throws IOException;
    }

    private final Cover cover;
    private final StixObservables observables;
    private final StixIds ids;
    private final String sender;
    private final List<String> markings;

    /// @param revoked ids that were revoked
    StixObjects(Cover cover, StixObservables observables, Set<String> revoked) {
        this.cover = cover;
        this.observables = observables;
        this.ids = new StixIds(cover.ids().desk(), revoked);
        this.sender = ids.sender();
        this.markings = StixMarkings.ids(cover.marking());
    }

    private UUID id(String... parts) {
        return ids.of(parts);
    }

    void writeAll(HitList list, Sink sink) throws IOException {
        sink.write(identity(sender, cover.sender(), cover.ids().version()));
        sink.write(StixMarkings.tlp(cover.marking().tlp()));
        sink.write(StixMarkings.pap(cover.marking().pap()));
        sink.write(StixExtension.definition(EXTENSION, sender, StixText.time(SINCE)));
        Set<String> reported = new LinkedHashSet<>();
        list.forEach(item -> posting(item, reported, sink));
        for (ContactTally tally : ContactTally.of(list)) {
            contact(tally, reported, sink);
        }
        sink.write(report(reported));
    }

    static ObjectNode identity(String id, Handling.Sender sender, Instant version) {
        return JSON.createObjectNode()
                .put("type", "identity")
                .put("spec_version", "2.1")
                .put("id", id)
                .put("created", StixText.time(SINCE))
                .put("modified", StixText.time(latest(SINCE, version)))
                .put("name", sender.name())
                .put("identity_class", "organization")
                .put("contact_information", sender.contact());
    }

    private void posting(Item item, Set<String> reported, Sink sink) throws IOException {
        List<String> seen = new ArrayList<>();
        Optional<PlainUrl> url =
                item.hasUrl() ? PlainUrl.of(item.page()) : Optional.<PlainUrl>empty();
        if (url.isPresent()) {
            observe(observables.url(url.get().text()), seen, sink);
            observe(observables.host(url.get()), seen, sink);
        }
        for (Item.Seen capture : item.captures()) {
            if (capture.showsPosting()) {
                observe(observables.file(capture.payloadDigest()), seen, sink);
            }
        }
        for (Item.Contact contact : item.contacts()) {
            Optional<StixObservables.Observable> observable =
                    contact.masked() ? Optional.empty() : observables.contact(contact);
            if (observable.isPresent()) {
                observe(observable.get(), seen, sink);
            }
        }
        ObjectNode observed = observedData(item, seen);
        sink.write(observed);
        reported.add(observed.path("id").asText());
        for (String country : item.countries()) {
            ObjectNode location = location(country);
            sink.write(location);
            ObjectNode link =
                    relationship(
                            observed.path("id").asText(),
                            "related-to",
                            location.path("id").asText(),
                            item.first());
            sink.write(link);
            reported.add(location.path("id").asText());
            reported.add(link.path("id").asText());
        }
    }

    private void observe(StixObservables.Observable found, List<String> seen, Sink sink)
            throws IOException {
        ObjectNode json = found.json().deepCopy();
        strings(json, "object_marking_refs", markings);
        sink.write(json);
        if (!seen.contains(found.id())) {
            seen.add(found.id());
        }
    }

    private String observedId(String posting) {
        return ids.observedData(posting);
    }

    private ObjectNode observedData(Item item, List<String> seen) {
        ObjectNode json = object("observed-data", observedId(item.id()), item.first());
        json.put("first_observed", StixText.time(item.first()))
                .put("last_observed", StixText.time(item.last()))
                .put("number_observed", Math.max(1, item.sightings()));
        strings(json, "object_refs", seen);
        item.lang().ifPresent(language -> json.put("lang", language));
        json.put("confidence", Math.round(item.score()));
        json.putObject("extensions").set(EXTENSION, StixExtension.of(item));
        return json;
    }

    private ObjectNode location(String country) {
        return object("location", ids.location(country), SINCE)
                .put("name", Locale.of("", country).getDisplayCountry(Locale.ENGLISH))
                .put("country", country);
    }

    private void contact(ContactTally tally, Set<String> reported, Sink sink) throws IOException {
        Optional<StixObservables.Observable> observable = observables.contact(tally.contact());
        if (observable.isEmpty()) {
            unobservable(tally, reported, sink);
            return;
        }
        ObjectNode indicator = indicator(tally, observable.get().pattern());
        sink.write(indicator);
        String id = indicator.path("id").asText();
        reported.add(id);
        ObjectNode sighting = sighting(tally, id);
        sink.write(sighting);
        reported.add(sighting.path("id").asText());
        for (String posting : tally.postings()) {
            ObjectNode based = relationship(id, "based-on", observedId(posting), SINCE);
            sink.write(based);
            reported.add(based.path("id").asText());
        }
    }

    private ObjectNode indicator(ContactTally tally, String pattern) {
        Item.Contact contact = tally.contact();
        ObjectNode json =
                object("indicator", ids.indicator(contact.kind(), contact.value()), SINCE);
        json.put("name", name(contact.kind() + " " + contact.value()))
                .put(
                        "description",
                        "Postings that read like lures of scam compounds ask to be answered here. A"
                                + " lead, not an accusation: handles are copied and recycled.");
        strings(json, "indicator_types", List.of("anomalous-activity"));
        return json.put("pattern", pattern)
                .put("pattern_type", "stix")
                .put("valid_from", StixText.time(tally.first()))
                .put("valid_until", StixText.time(tally.last().plus(LEAD_LIFE)))
                .put("confidence", Math.round(tally.score()));
    }

    private ObjectNode sighting(ContactTally tally, String indicator) {
        ObjectNode json = object("sighting", ids.sighting(indicator), SINCE);
        json.put("first_seen", StixText.time(tally.first()))
                .put("last_seen", StixText.time(tally.last()))
                .put("count", tally.postings().size())
                .put("sighting_of_ref", indicator);
        strings(
                json,
                "observed_data_refs",
                tally.postings().stream().map(this::observedId).toList());
        strings(json, "where_sighted_refs", List.of(sender));
        return json;
    }

    /// The standard has no observable for a phone number, a wallet or a bank account: whoever
    /// answers there is an identity of which nothing else is known.
    private void unobservable(ContactTally tally, Set<String> reported, Sink sink)
            throws IOException {
        Item.Contact contact = tally.contact();
        ObjectNode holder =
                object("identity", ids.holder(contact.kind(), contact.value()), SINCE)
                        .put("name", name("whoever answers at " + contact.uri()))
                        .put("identity_class", "unknown")
                        .put("contact_information", contact.uri());
        sink.write(holder);
        reported.add(holder.path("id").asText());
        for (String posting : tally.postings()) {
            ObjectNode named =
                    relationship(
                            observedId(posting), "related-to", holder.path("id").asText(), SINCE);
            sink.write(named);
            reported.add(named.path("id").asText());
        }
    }

    private ObjectNode relationship(String from, String type, String to, Instant since) {
        return object("relationship", ids.link(from, type, to), since)
                .put("relationship_type", type)
                .put("source_ref", from)
                .put("target_ref", to);
    }

    private ObjectNode report(Set<String> reported) {
        ObjectNode json =
                object(
                        "report",
                        "report--"
                                + id(
                                        "report",
                                        cover.profile().name(),
                                        cover.purpose().label(),
                                        cover.ids().list()),
                        SINCE);
        json.put("name", name(cover.profile().title()))
                .put(
                        "description",
                        "Suspected recruitment lures of scam compounds, assessed by rules from their own"
                                + " words. Leads, not accusations. Purpose: "
                                + cover.purpose().label()
                                + ". As of: "
                                + cover.asOf()
                                + ". Reason: "
                                + cover.reason())
                .put("published", StixText.time(cover.ids().version()));
        strings(json, "report_types", List.of("observed-data", "indicator"));
        strings(json, "object_refs", List.copyOf(reported));
        return json;
    }

    /// Every list says what it knows of an object anew: that is another version wherever the list,
    /// the rules, a marking or what is masked is another.
    private ObjectNode object(String type, String id, Instant created) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("type", type)
                        .put("spec_version", "2.1")
                        .put("id", id)
                        .put("created_by_ref", sender)
                        .put("created", StixText.time(created))
                        .put("modified", StixText.time(latest(created, cover.ids().version())));
        strings(json, "object_marking_refs", markings);
        return json;
    }

    /// No version is older than its object.
    private static Instant latest(Instant created, Instant version) {
        return version.isBefore(created) ? created : version;
    }

    private static String name(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }

    private static void strings(ObjectNode json, String name, List<String> values) {
        ArrayNode array = json.putArray(name);
        values.forEach(array::add);
    }
}
