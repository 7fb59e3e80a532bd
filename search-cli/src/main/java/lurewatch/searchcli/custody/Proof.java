package lurewatch.searchcli.custody;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// That a capture's ledger line is one of those that a checkpoint was made of: a line of
/// `proofs.txt`.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Proof(long capture, byte[] leaf, List<MerkleTree.Step> path) {
    private static final HexFormat HEX = HexFormat.of();

    /// What the form below takes at most.
    static final int LONGEST = 4096;

    /// A tree of 2^48 lines is more than anybody will have.
    private static final Pattern FORM =
            Pattern.compile("c\\d{1,18} [0-9a-f]{64}(?: [LR]:[0-9a-f]{64}){0,48}");

    static Optional<Proof> read(String line) {
        if (!FORM.matcher(line).matches()) {
            return Optional.empty();
        }
        String[] parts = line.split(" ", -1);
        List<MerkleTree.Step> path = new ArrayList<>();
        for (int i = 2; i < parts.length; i++) {
            path.add(
                    new MerkleTree.Step(
                            parts[i].startsWith("L")
                                    ? MerkleTree.Step.Side.LEFT
                                    : MerkleTree.Step.Side.RIGHT,
                            HEX.parseHex(parts[i].substring(2))));
        }
        return Optional.of(
                new Proof(Long.parseLong(parts[0].substring(1)), HEX.parseHex(parts[1]), path));
    }

    boolean leadsTo(String root) {
        return HEX.formatHex(MerkleTree.lead(leaf, path)).equals(root);
    }
}
