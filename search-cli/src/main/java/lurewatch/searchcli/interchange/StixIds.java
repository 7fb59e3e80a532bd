package lurewatch.searchcli.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lurewatch.searchcli.export.Handling;

/// Ids of what one sender says. They are the sender's own: two senders that speak of one posting
/// say different things.
///
/// @param from whose they are, by the name and address that he had first
/// @param revoked ids that were revoked, which is for good (STIX 2.1, on versioning): what is said
///   again of such a contact has another id
record StixIds(Handling.Sender from, Set<String> revoked) {
    StixIds {
        revoked = Set.copyOf(revoked);
    }

    UUID of(String... parts) {
        List<String> all = new ArrayList<>(List.of(from.name(), from.contact()));
        all.addAll(List.of(parts));
        return Uuids.of(all.toArray(String[]::new));
    }

    String sender() {
        return "identity--" + of("sender");
    }

    String observedData(String posting) {
        return "observed-data--" + of("posting", posting);
    }

    String location(String country) {
        return "location--" + of("country", country);
    }

    String link(String from, String type, String to) {
        return "relationship--" + of("link", from, type, to);
    }

    String indicator(String kind, String value) {
        return standing("indicator--", "contact", kind, value);
    }

    String sighting(String indicator) {
        return "sighting--" + of("sighting", indicator);
    }

    /// Whoever answers at a contact that the standard has no observable for.
    String holder(String kind, String value) {
        return standing("identity--", "holder", kind, value);
    }

    private String standing(String type, String... parts) {
        String id = type + of(parts);
        for (int again = 1; revoked.contains(id); again++) {
            List<String> renewed = new ArrayList<>(List.of(parts));
            renewed.add(Integer.toString(again));
            id = type + of(renewed.toArray(String[]::new));
        }
        return id;
    }
}
