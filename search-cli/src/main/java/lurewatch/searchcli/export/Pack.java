package lurewatch.searchcli.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lurewatch.indexer.Digest;
import lurewatch.indexer.console.Writing;

/// A directory for a recipient: the list in each format below `data/`, what made it in
/// `data/about.json`, and around it a BagIt bag (RFC 8493) whose manifests come last.
///
/// Its life: begun beside its place, filled, sealed, published by a rename; closed, a pack that was
/// not published leaves nothing behind.
public final class Pack implements Closeable {
    private static final JsonMapper JSON = ItemJson.mapper();

    /// Adds what proves where the contents come from.
    @FunctionalInterface
    public interface Sealing {
        /// Writes into the bag, whose payload manifest is already there.
        void seal(Path bag, HitList list, Cover cover) throws IOException;
    }

    private final Draft draft;

    private Pack(Draft draft) {
        this.draft = draft;
    }

    /// A pack that will stand at `place`.
    public static Pack begin(Path place) throws IOException {
        Pack pack = new Pack(Draft.of(place));
        Files.createDirectory(pack.data());
        return pack;
    }

    private Path data() {
        return draft.folder().resolve("data");
    }

    /// Where the list is drawn into: in the draft, not in the payload.
    public Path spool() {
        return draft.folder().resolve("spool.jsonl");
    }

    /// Writes the list in every format, reading each again, and seals the pack. Gives the digest of
    /// the payload manifest, which names the contents.
    public Digest fill(HitList list, Cover cover, List<PackWriter> writers, Sealing sealing)
            throws IOException {
        return Writing.to(draft.place(), () -> filled(list, cover, writers, sealing));
    }

    private Digest filled(HitList list, Cover cover, List<PackWriter> writers, Sealing sealing)
            throws IOException {
        for (PackWriter writer : writers) {
            writer.write(list, cover, data());
            writer.check(list, data());
        }
        Files.writeString(data().resolve("about.json"), about(list, cover, writers));
        Path manifest = Bag.writePayloadManifest(draft.folder());
        Bag.writeDeclaration(draft.folder(), cover);
        sealing.seal(draft.folder(), list, cover);
        Files.delete(spool());
        Bag.writeTagManifest(draft.folder());
        return Digest.of(Files.readAllBytes(manifest));
    }

    /// Makes the pack appear at its place.
    public void publish() throws IOException {
        draft.publish();
    }

    @Override
    public void close() throws IOException {
        draft.close();
    }

    private static String about(HitList list, Cover cover, List<PackWriter> writers)
            throws IOException {
        ObjectNode about = JSON.createObjectNode().put("v", 1).put("pack", cover.pack());
        about.put("for", cover.profile().name())
                .put("recipient", cover.profile().recipient())
                .put("purpose", cover.purpose().label())
                .put("tlp", cover.marking().tlp().tag())
                .put("pap", cover.marking().pap().tag())
                .put("reason", cover.reason())
                .put("query", cover.query().orElse(null))
                .put("query_as_understood", cover.understood().orElse(null))
                .put("as_of", cover.asOf().toString())
                .put("redaction", cover.redaction())
                .put("translated_by", cover.translatedBy().orElse(null))
                .put("sender", cover.sender().name())
                .put("sender_contact", cover.sender().contact())
                .put("tool", cover.tool())
                .put("rules", cover.rules())
                .put("last_capture", cover.sequence());
        if (cover.purpose() != Purpose.TREND) {
            about.put("postings", cover.postings()).put("witnessed", list.witnessed());
            ObjectNode dropped = about.putObject("left_out");
            for (Dropped reason : Dropped.values()) {
                if (cover.dropped().containsKey(reason)) {
                    dropped.put(
                            reason.name().toLowerCase(Locale.ROOT), cover.dropped().get(reason));
                }
            }
        }
        var files = about.putArray("files");
        writers.forEach(writer -> writer.files().forEach(files::add));
        List<String> remarks =
                writers.stream().flatMap(writer -> writer.remarks(list).stream()).toList();
        if (!remarks.isEmpty()) {
            var said = about.putArray("remarks");
            remarks.forEach(said::add);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(about) + "\n";
    }
}
