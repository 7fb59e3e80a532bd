package lurewatch.searchcli.interchange;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lurewatch.searchcli.export.Handling;
import lurewatch.searchcli.export.ItemJson;
import lurewatch.searchcli.export.Marking;

/// What a MISP event says before its objects. Not published, and distributed to nobody but its
/// receiver.
final class MispHead {
    private static final JsonMapper JSON = ItemJson.mapper();

    private MispHead() {}

    /// The event that a list is handed on as; a later export of the same question updates it.
    ///
    /// @param desk see [Cover.Ids][lurewatch.searchcli.export.Cover.Ids]
    /// @param list as there
    static UUID event(Handling.Sender desk, String profile, String purpose, String list) {
        return Uuids.of("misp", desk.name(), profile, purpose, list);
    }

    /// @param sender as he is called now
    /// @param desk as he was called first, which his id is of
    /// @param tags besides those of the marking
    static ObjectNode of(
            UUID event,
            String info,
            Instant time,
            Handling.Sender sender,
            Handling.Sender desk,
            Marking marking,
            List<String> tags) {
        ObjectNode head =
                JSON.createObjectNode()
                        .put("uuid", event.toString())
                        .put("info", info)
                        .put("date", time.atOffset(ZoneOffset.UTC).toLocalDate().toString())
                        .put("timestamp", Long.toString(time.getEpochSecond()))
                        // 4 is "undefined": what a lead threatens is for its reader to judge.
                        .put("threat_level_id", "4")
                        .put("analysis", "0")
                        .put("distribution", "0")
                        .put("published", false);
        head.putObject("Orgc")
                .put("name", sender.name())
                .put("uuid", Uuids.of("sender", desk.name()).toString());
        ArrayNode all = head.putArray("Tag");
        // MISP's taxonomies write one in lower case and the other in upper.
        Stream.concat(Stream.of("tlp:" + marking.tlp().label(), marking.pap().tag()), tags.stream())
                .forEach(tag -> all.addObject().put("name", tag));
        return head;
    }
}
