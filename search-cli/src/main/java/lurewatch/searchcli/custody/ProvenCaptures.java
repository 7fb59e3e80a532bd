package lurewatch.searchcli.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/// Compares what a pack says of captures with the ledger's lines that it holds, and those with the
/// leaves that are proved.
final class ProvenCaptures {
    private static final String HITS = "data/hits.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path bag;
    private final Map<String, String> leaves;
    private final Map<String, String> enclosed;
    private final BiConsumer<String, String> problem;
    private final List<String> notes;

    /// @param leaves the proved leaf of each capture
    /// @param enclosed the digest of each capture's records that the pack holds
    /// @param problem takes a file and what is wrong with it
    ProvenCaptures(
            Path bag,
            Map<String, String> leaves,
            Map<String, String> enclosed,
            BiConsumer<String, String> problem,
            List<String> notes) {
        this.bag = bag;
        this.leaves = leaves;
        this.enclosed = enclosed;
        this.problem = problem;
        this.notes = notes;
    }

    void check() throws IOException {
        Map<String, JsonNode> lines = lines();
        enclosed.forEach((capture, digest) -> {
            JsonNode line = lines.get(capture);
            if (line != null && !line.path("sha256").asText().equals(digest)) {
                problem.accept(
                        "data", "holds other records of " + capture + " than the ledger names");
            }
        });
        Path hits = bag.resolve(HITS);
        if (!Files.isRegularFile(hits)) {
            return;
        }
        int unproved = 0;
        try (BufferedReader reader = Files.newBufferedReader(hits, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                for (JsonNode seen : JSON.readTree(line).path("captures")) {
                    String capture = "c" + seen.path("capture").asText();
                    unproved += leaves.containsKey(capture) ? 0 : 1;
                    if (lines.containsKey(capture)) {
                        compare(capture, seen, lines.get(capture));
                    }
                }
            }
        } catch (JsonProcessingException | CharacterCodingException e) {
            problem.accept(HITS, "is no JSON Lines");
        }
        if (unproved > 0) {
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "%d captures have no proof: the ledger did not hold them when the pack was"
                                    + " made",
                            unproved));
        }
    }

    private void compare(String capture, JsonNode seen, JsonNode line) {
        if (!seen.path("payload_digest").asText().equals(line.path("payload").asText())
                || !seen.path("record_digest").asText().equals(line.path("sha256").asText())) {
            problem.accept(HITS, "names other digests for " + capture + " than the ledger");
        }
    }

    /// The ledger's lines by capture, each found to be the leaf that is proved.
    private Map<String, JsonNode> lines() throws IOException {
        String name = Seal.FOLDER + "/" + Seal.LINES;
        Map<String, JsonNode> lines = new HashMap<>();
        if (!Files.isRegularFile(bag.resolve(name))) {
            return lines;
        }
        String text = new String(Files.readAllBytes(bag.resolve(name)), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            try {
                JsonNode json = JSON.readTree(line);
                String capture = "c" + json.path("seq").asText();
                String leaf =
                        HexFormat.of()
                                .formatHex(MerkleTree.leaf(line.getBytes(StandardCharsets.UTF_8)));
                if (!leaf.equals(leaves.get(capture))) {
                    problem.accept(name, capture + " is not the line that is proved");
                }
                lines.put(capture, json);
            } catch (JsonProcessingException e) {
                problem.accept(name, "holds a line that is no JSON");
            }
        }
        return lines;
    }
}
