package lurewatch.searchcli.render;

import java.util.Collection;
import java.util.List;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.JsonText;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Event;
import lurewatch.searchcli.casework.StandingLabel;
import lurewatch.searchcli.casework.Witness;

/// Cases, labels and events as JSON.
public final class CaseJson {
    /// Of tables of events for programs.
    public static final List<String> OF_EVENTS =
            List.of("time", "analyst", "kind", "about", "details", "log", "number", "hash");

    /// Of tables of labels.
    public static final List<String> OF_LABELS =
            List.of("posting", "label", "analyst", "time", "reason");

    /// Of tables of cases.
    public static final List<String> OF_CASES =
            List.of(
                    "id",
                    "title",
                    "status",
                    "opened",
                    "opened_by",
                    "changed",
                    "tags",
                    "postings",
                    "unread",
                    "notes");

    private CaseJson() {}

    /// A case with its postings and notes.
    ///
    /// @param analyst whose `unread` it says
    public static String of(CaseFolder folder, String analyst) {
        return JsonLine.versioned()
                .put("id", folder.id())
                .put("title", folder.title())
                .put("status", folder.isClosed() ? "closed" : "open")
                .put("opened", folder.opened().time().toString())
                .put("opened_by", folder.opened().analyst())
                .put("changed", folder.last().time().toString())
                .putStrings("tags", folder.tags())
                .putStrings("postings", folder.postings().keySet())
                .putStrings("unread", folder.unread(analyst))
                .putObjects("notes", folder.notes(), CaseJson::of)
                .toString();
    }

    static String of(CaseFolder.Note note) {
        return JsonLine.object(line ->
                line.put("note", note.name())
                        .put("time", note.time().toString())
                        .put("analyst", note.analyst())
                        .putStrings("postings", note.postings())
                        .put("text", note.text()));
    }

    private static String of(Witness witness) {
        return JsonLine.object(line ->
                line.put("sender", witness.sender())
                        .put("key", witness.key())
                        .put("pack", witness.pack())
                        .put("capture", witness.capture())
                        .put("time", witness.time().toString())
                        .put("ours", witness.ours())
                        .put("bytes", witness.bytes().toString())
                        .put("text", witness.text().toString())
                        .put("contacts", witness.contacts()));
    }

    /// A label with who set it and why.
    public static String of(StandingLabel label) {
        return members(JsonLine.versioned().put("posting", label.posting()), label).toString();
    }

    static String array(Collection<StandingLabel> labels) {
        return "["
                + String.join(
                        ",",
                        labels.stream()
                                .map(label -> JsonLine.object(line -> members(line, label)))
                                .toList())
                + "]";
    }

    private static JsonLine members(JsonLine line, StandingLabel label) {
        return line.put("label", label.name())
                .put("analyst", label.analyst())
                .put("time", label.time().toString())
                .put("reason", label.reason());
    }

    /// A JSON object with what analysts said of the posting that it tells of put at its end.
    public static String with(
            String json,
            List<StandingLabel> labels,
            List<CaseFolder> cases,
            List<CaseFolder.Note> notes,
            List<Witness> witnesses) {
        String said =
                JsonLine.object(line ->
                        line.putLiteral("labels", array(labels))
                                .putStrings("cases", cases.stream().map(CaseFolder::id).toList())
                                .putObjects("notes", notes, CaseJson::of)
                                .putObjects("witnesses", witnesses, CaseJson::of));
        return json.substring(0, json.length() - 1) + "," + said.substring(1);
    }

    /// A JSON object with the labels that stand at the posting that it tells of put at its end.
    public static String labelled(String json, List<StandingLabel> labels) {
        return json.substring(0, json.length() - 1) + ",\"labels\":" + array(labels) + "}";
    }

    /// An event as it was written.
    public static String of(Event event) {
        StringBuilder details = new StringBuilder("{");
        event.details()
                .forEach((key, value) ->
                        details.append(details.length() == 1 ? "" : ",")
                                .append(JsonText.quoted(key))
                                .append(':')
                                .append(JsonText.quoted(value)));
        return JsonLine.versioned()
                .put("log", event.log())
                .put("number", event.number())
                .put("time", event.time().toString())
                .put("analyst", event.analyst())
                .put("kind", event.kind().name())
                .putStrings("about", event.about())
                .putLiteral("details", details.append('}').toString())
                .put("hash", event.hash())
                .toString();
    }
}
