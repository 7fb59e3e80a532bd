package lurewatch.searchcli.custody;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import lurewatch.indexer.Digest;

/// Compares what a pack says of captures with the ledger's lines that it holds, and those with the
/// leaves that are proved. Holds some hundred bytes for each capture.
final class ProvenCaptures {
    private static final String HITS = "data/hits.jsonl";
    private static final String LINES = Seal.FOLDER + "/" + Seal.LINES;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// As long as the archive lets a line of the ledger be.
    private static final int LONGEST_LINE = 2 << 20;

    private final Path bag;
    private final CheckpointText checkpoint;
    private final CaptureHashes leaves;
    private final Map<String, String> enclosed;
    private final BiConsumer<String, String> problem;
    private final List<String> notes;

    /// What the ledger's lines say of a capture's digests, hashed.
    private final CaptureHashes said = new CaptureHashes();

    /// @param leaves the proved leaf of each capture
    /// @param enclosed the digest of each capture's records that the pack holds
    /// @param problem takes a file and what is wrong with it
    ProvenCaptures(
            Path bag,
            CheckpointText checkpoint,
            CaptureHashes leaves,
            Map<String, String> enclosed,
            BiConsumer<String, String> problem,
            List<String> notes) {
        this.bag = bag;
        this.checkpoint = checkpoint;
        this.leaves = leaves;
        this.enclosed = enclosed;
        this.problem = problem;
        this.notes = notes;
    }

    /// Gives whether each leaf was found to be what its capture's line says.
    boolean check() throws IOException {
        boolean isProved = false;
        if (Files.isRegularFile(bag.resolve(LINES), LinkOption.NOFOLLOW_LINKS)) {
            isProved = readLines();
        } else if (leaves.size() > 0) {
            notes.add(
                    "the captures' lines of the ledger are left out, as where something is masked: that"
                            + " a leaf is of the capture that it is named for is the sender's word");
        }
        if (Files.isRegularFile(bag.resolve(HITS), LinkOption.NOFOLLOW_LINKS)) {
            readHits();
        }
        return isProved;
    }

    /// The ledger's lines, each found to be the leaf that is proved.
    private boolean readLines() throws IOException {
        long[] proved = new long[1];
        boolean isWhole =
                PackLines.forEach(
                        bag.resolve(LINES),
                        LONGEST_LINE,
                        (_, line) -> {
                            try {
                                proved[0] += isProved(line, JSON.readTree(line)) ? 1 : 0;
                            } catch (JsonProcessingException | CharConversionException e) {
                                problem.accept(LINES, "holds a line that is no JSON");
                            }
                        });
        if (!isWhole) {
            problem.accept(LINES, "holds a line that is longer than any of a ledger");
        } else if (proved[0] < leaves.size()) {
            problem.accept(LINES, "lacks the lines of " + counted(leaves.size() - proved[0]));
        }
        return isWhole && proved[0] == leaves.size();
    }

    private static String counted(long captures) {
        return captures == 1 ? "1 capture" : captures + " captures";
    }

    private boolean isProved(byte[] line, JsonNode json) {
        long sequence = json.path("seq").asLong();
        String capture = "c" + sequence;
        String record = json.path("sha256").asText();
        if (!leaves.has(sequence, MerkleTree.leaf(line))) {
            problem.accept(LINES, capture + " is not the line that is proved");
            return false;
        }
        if (!said.add(sequence, both(json.path("payload").asText(), record))) {
            problem.accept(LINES, capture + " is not in its place");
            return false;
        }
        String held = enclosed.getOrDefault(capture, record);
        if (!record.equals(held)) {
            problem.accept("data", "holds other records of " + capture + " than the ledger names");
        }
        return true;
    }

    private static byte[] both(String payload, String record) {
        return Digest.sha256().digest((payload + "\n" + record).getBytes(StandardCharsets.UTF_8));
    }

    private void readHits() throws IOException {
        int unproved = 0;
        try (JsonParser json = JSON.getFactory().createParser(bag.resolve(HITS).toFile())) {
            while (json.nextToken() != null) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    boolean isCaptures = json.currentName().equals("captures");
                    if (json.nextToken() == JsonToken.START_ARRAY && isCaptures) {
                        while (json.nextToken() == JsonToken.START_OBJECT) {
                            unproved += isProved(JSON.<JsonNode>readTree(json)) ? 0 : 1;
                        }
                    } else {
                        json.skipChildren();
                    }
                }
            }
        } catch (JsonProcessingException | CharConversionException e) {
            problem.accept(HITS, "is no JSON Lines");
        }
        if (unproved > 0 && checkpoint.size() > 0) {
            problem.accept(
                    HITS,
                    "names "
                            + counted(unproved)
                            + " of which there is no proof that the ledger had them");
        } else if (unproved > 0) {
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "%d captures have no proof: there was no ledger when the pack was made",
                            unproved));
        }
    }

    /// Compares it with its line; gives whether it has a proved leaf.
    private boolean isProved(JsonNode seen) {
        long sequence = seen.path("capture").asLong();
        byte[] digests =
                both(seen.path("payload_digest").asText(), seen.path("record_digest").asText());
        if (said.of(sequence).isPresent() && !said.has(sequence, digests)) {
            problem.accept(HITS, "names other digests for c" + sequence + " than the ledger");
        }
        return leaves.of(sequence).isPresent();
    }
}
