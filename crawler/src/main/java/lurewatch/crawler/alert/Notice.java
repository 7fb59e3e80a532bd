package lurewatch.crawler.alert;

import java.time.Instant;
import java.util.Locale;
import lurewatch.indexer.console.JsonLine;

/// What an operator is told: that an alert began, or that it is over.
record Notice(Event event, Alert alert, Instant at) {
    enum Event {
        RAISED,
        RECOVERED
    }

    /// The one form in which it leaves: a line of JSON.
    String json() {
        return JsonLine.versioned()
                .put("event", event.name().toLowerCase(Locale.ROOT))
                .put("kind", alert.kind().label())
                .put("site", alert.site())
                .put("since", alert.since().toString())
                .put("at", at.toString())
                .put("what", alert.what())
                .toString();
    }
}
