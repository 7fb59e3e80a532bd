package lurewatch.searchcli.interchange;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lurewatch.searchcli.export.Handling;
import lurewatch.searchcli.export.ItemJson;
import lurewatch.searchcli.export.Marking;

/// A MISP event that calls back a posting of one which was handed on before. It extends that event,
/// so that its import overwrites nothing, and repeats nothing of what the posting said.
public final class MispCorrection {
    private static final JsonMapper JSON = ItemJson.mapper();

    private MispCorrection() {}

    /// What is called back, and from which event.
    ///
    /// @param event its id
    public record CalledBack(String posting, String reason, UUID event) {}

    /// The id of the event of a pack of which it was not noted.
    ///
    /// @param question the query of the list, or its pack where there was none
    public static UUID event(
            Handling.Sender sender, String profile, String purpose, String question) {
        return MispHead.event(sender, profile, purpose, question);
    }

    /// The event as JSON.
    ///
    /// @param desk by whose name the ids of the pack were made
    public static String of(
            CalledBack what,
            Handling.Sender sender,
            Handling.Sender desk,
            Marking marking,
            Instant now)
            throws IOException {
        UUID extended = what.event();
        MispObjects handedOn = new MispObjects(extended.toString(), false);
        UUID correction = Uuids.of("misp-correction", extended.toString(), what.posting());
        ObjectNode event =
                MispHead.of(
                        correction,
                        "Correction: a posting is called back",
                        now,
                        sender,
                        desk,
                        marking,
                        List.of("false-positive:risk=\"high\""));
        event.put("extends_uuid", extended.toString());
        event.putArray("Attribute");
        event.putArray("Object")
                .add(
                        new MispObjects(correction.toString(), false)
                                .calledBack(
                                        what.posting(),
                                        String.format(
                                                Locale.ROOT,
                                                "The posting %s is called back: %s%nPlease delete its objects %s (annotation)"
                                                        + " and %s (url), and what only they name.",
                                                what.posting(),
                                                what.reason(),
                                                handedOn.annotation(what.posting()),
                                                handedOn.url(what.posting())),
                                        now));
        ObjectNode whole = JSON.createObjectNode();
        whole.set("Event", event);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole) + "\n";
    }
}
