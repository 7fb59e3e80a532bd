package lurewatch.searchcli.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import lurewatch.indexer.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A pack is as large as its list; what checks it has the heap that the launcher gives it.
class LargePackIT {
    private static final HexFormat HEX = HexFormat.of();
    private static final int LEVELS = 15;
    private static final int CAPTURES = 1 << LEVELS;

    @TempDir private Path root;

    /// The ways alone are larger than the heap.
    @Test
    void isCheckedOnASmallHeap() throws Exception {
        Path pack = pack(CAPTURES);
        Run run = verify(pack);
        assertThat(run.code()).as(run.said()).isZero();
        assertThat(run.said()).contains("32768 captures proved to be in the ledger");

        Path hits = pack.resolve("data/hits.jsonl");
        String all = Files.readString(hits);
        Files.writeString(
                hits, all.replace(Digest.of("payload 20000").hex(), Digest.of("other").hex()));
        manifests(pack);
        run = verify(pack);
        assertThat(run.code()).as(run.said()).isEqualTo(4);
        assertThat(run.said()).contains("names other digests for c20000 than the ledger");
    }

    private record Run(int code, String said) {}

    private Run verify(Path pack) throws Exception {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx32m",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                "lurewatch.searchcli.Main",
                                "verify",
                                pack.toString(),
                                "--data",
                                root.resolve("none").toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(child.waitFor(), said);
    }

    /// An unsigned pack of so many captures, all that the ledger has.
    private Path pack(int captures) throws IOException {
        Path pack = Files.createDirectory(root.resolve("pack"));
        Path custody = Files.createDirectory(pack.resolve("custody"));
        Path data = Files.createDirectory(pack.resolve("data"));
        List<byte[][]> tree = new ArrayList<>();
        tree.add(new byte[captures][]);
        try (BufferedWriter lines = Files.newBufferedWriter(custody.resolve("ledger-lines.jsonl"));
                BufferedWriter hits = Files.newBufferedWriter(data.resolve("hits.jsonl"))) {
            for (int i = 1; i <= captures; i++) {
                String payload = Digest.of("payload " + i).hex();
                String record = Digest.of("record " + i).hex();
                String line =
                        String.format(
                                Locale.ROOT,
                                "{\"seq\":%d,\"sha256\":\"%s\",\"payload\":\"%s\"}",
                                i,
                                record,
                                payload);
                lines.write(line + "\n");
                tree.getFirst()[i - 1] = MerkleTree.leaf(line.getBytes(StandardCharsets.UTF_8));
                hits.write(
                        String.format(
                                Locale.ROOT,
                                "{\"id\":\"p%d\",\"captures\":[{\"capture\":%d,\"payload_digest\":\"%s\",\"record_digest\":\"%s\"}],\"text\":[{\"captures\":[1]}]}%n",
                                i,
                                i,
                                payload,
                                record));
            }
        }
        while (tree.getLast().length > 1) {
            byte[][] below = tree.getLast();
            byte[][] above = new byte[below.length / 2][];
            for (int i = 0; i < above.length; i++) {
                above[i] = MerkleTree.node(below[2 * i], below[2 * i + 1]);
            }
            tree.add(above);
        }
        writeProofs(custody, tree);
        Files.writeString(
                custody.resolve("checkpoint.txt"),
                String.format(
                        Locale.ROOT,
                        "lurewatch ledger checkpoint v1%nsize %d%nroot %s%nhead %s%ntime now%nkey none%n",
                        captures,
                        HEX.formatHex(tree.getLast()[0]),
                        "0".repeat(64)));
        Files.writeString(pack.resolve("bagit.txt"), "BagIt-Version: 1.0\n");
        manifests(pack);
        return pack;
    }

    private static void writeProofs(Path custody, List<byte[][]> tree) throws IOException {
        try (BufferedWriter proofs = Files.newBufferedWriter(custody.resolve("proofs.txt"))) {
            for (int i = 0; i < tree.getFirst().length; i++) {
                proofs.write("c" + (i + 1) + " " + HEX.formatHex(tree.getFirst()[i]));
                for (int level = 0; level < tree.size() - 1; level++) {
                    int place = i >> level;
                    proofs.write(
                            ((place & 1) == 0 ? " R:" : " L:")
                                    + HEX.formatHex(tree.get(level)[place ^ 1]));
                }
                proofs.write("\n");
            }
        }
    }

    private static void manifests(Path pack) throws IOException {
        manifest(pack, "manifest-sha256.txt", List.of("data/hits.jsonl"));
        manifest(
                pack,
                "tagmanifest-sha256.txt",
                List.of(
                        "bagit.txt",
                        "custody/checkpoint.txt",
                        "custody/ledger-lines.jsonl",
                        "custody/proofs.txt",
                        "manifest-sha256.txt"));
    }

    private static void manifest(Path pack, String name, List<String> files) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String file : files) {
            lines.append(Digest.of(Files.readAllBytes(pack.resolve(file))).hex())
                    .append("  ")
                    .append(file)
                    .append('\n');
        }
        Files.writeString(pack.resolve(name), lines);
    }
}
