package lurewatch.searchcli.render;

import java.util.Locale;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.text.WordDiff;

/// What became of a posting, as one line of JSON.
public final class ChangeJson {
    private ChangeJson() {}

    public static String of(PostingChange change) {
        return JsonLine.versioned()
                .put("id", change.after().posting().posting().id().value())
                .put("from", change.before().number())
                .put("from_capture", change.before().posting().posting().capture().toString())
                .put("from_score", change.before().posting().assessment().score())
                .put("to", change.after().number())
                .put("to_capture", change.after().posting().posting().capture().toString())
                .put("to_score", change.after().posting().assessment().score())
                .putStrings("changed", change.changed())
                .putObjects("evidence", change.evidence(), ChangeJson::difference)
                .putObjects("fields", change.fields(), ChangeJson::field)
                .putObjects("text", change.text(), ChangeJson::part)
                .toString();
    }

    private static String difference(PostingChange.Difference difference) {
        return JsonLine.object(line ->
                line.put("name", difference.name())
                        .putStrings("removed", difference.removed())
                        .putStrings("added", difference.added()));
    }

    private static String field(PostingChange.Field field) {
        return JsonLine.object(line ->
                line.put("name", field.name())
                        .putObjects("parts", field.parts(), ChangeJson::part));
    }

    private static String part(WordDiff.Part part) {
        return JsonLine.object(line ->
                line.put("kind", part.kind().name().toLowerCase(Locale.ROOT))
                        .put("text", part.text()));
    }
}
