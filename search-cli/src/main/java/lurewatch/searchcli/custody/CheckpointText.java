package lurewatch.searchcli.custody;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a checkpoint says: so many of a ledger's lines have that root.
///
/// @param key the name of the key that signed it, or [#NO_KEY]
record CheckpointText(long size, String root, String key) {
    static final String NO_KEY = "none";

    private static final Pattern FORM =
            Pattern.compile(
                    "lurewatch ledger checkpoint v1\nsize (\\d{1,18})\nroot ([0-9a-f]{64})\nhead"
                            + " ([0-9a-f]{64})\ntime (\\S{1,40})\nkey (\\S{1,40})\n");

    static Optional<CheckpointText> of(byte[] text) {
        return of(new String(text, StandardCharsets.UTF_8));
    }

    static Optional<CheckpointText> of(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new CheckpointText(
                                Long.parseLong(parts.group(1)), parts.group(2), parts.group(5)))
                : Optional.empty();
    }

    /// Whether the tree's first leaves, the last of which was kept, have that root.
    boolean isOf(MerkleTree tree) {
        return size <= tree.size() && HexFormat.of().formatHex(tree.root((int) size)).equals(root);
    }
}
