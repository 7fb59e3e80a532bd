package lurewatch.searchcli.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lurewatch.searchcli.export.Handling;

/// Ids of what one sender says. They are the sender's own: two senders that speak of one posting
/// say different things.
record StixIds(Handling.Sender from) {
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
}
