package lurewatch.searchcli.casework;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What another desk's capture of a posting's address says for or against ours.
///
/// It names no digest and no word of the posting, so that an erasure has nothing to take out of it.
///
/// @param key the name of the key that signed the other desk's pack
/// @param sender as the pack says it
/// @param capture the other desk's, by its own ledger
/// @param time of that capture, by the other desk's clock
/// @param ours the capture of ours that it was compared with
/// @param bytes whether a server sent the same body to both
/// @param text whether both read the same text in it
/// @param contacts how many of our contacts the other desk read too, of how many
/// @param heard when it was compared here
public record Witness(
        String pack,
        String key,
        String sender,
        String capture,
        Instant time,
        String ours,
        Likeness bytes,
        Likeness text,
        String contacts,
        Instant heard) {
    /// Whether two things are the same.
    public enum Likeness {
        SAME,
        OTHER,
        /// It cannot be told: the other desk masked some of it.
        MASKED;

        static Likeness named(String name) {
            for (Likeness known : values()) {
                if (known.toString().equals(name)) {
                    return known;
                }
            }
            return MASKED;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("pack", pack);
        details.put("key", key);
        details.put("sender", sender);
        details.put("capture", capture);
        details.put("time", time.toString());
        details.put("ours", ours);
        details.put("bytes", bytes.toString());
        details.put("text", text.toString());
        details.put("contacts", contacts);
        return details;
    }

    /// Empty for an event that has not this form: events of colleagues come as they wrote them.
    static Optional<Witness> of(Event event) {
        return time(event.text("time"))
                .map(time ->
                        new Witness(
                                event.text("pack"),
                                event.text("key"),
                                event.text("sender"),
                                event.text("capture"),
                                time,
                                event.text("ours"),
                                Likeness.named(event.text("bytes")),
                                Likeness.named(event.text("text")),
                                event.text("contacts"),
                                event.time()));
    }

    private static Optional<Instant> time(String written) {
        try {
            return Optional.of(Instant.parse(written));
        } catch (DateTimeException e) {
            return Optional.empty(); // as said above
        }
    }
}
