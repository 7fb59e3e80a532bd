package lurewatch.searchcli.custody;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.Digest;
import lurewatch.indexer.archive.LedgerLines;

/// Puts into a bag what shows that its captures are lines of the ledger, and the sender's
/// signature: a checkpoint over the whole ledger, for each capture its way to the checkpoint's
/// root, and `VERIFY.txt`, which checks all of it with coreutils and openssl alone.
public final class Seal {
    static final String FOLDER = "custody";
    static final String CHECKPOINT = "checkpoint.txt";
    static final String PROOFS = "proofs.txt";
    static final String LINES = "ledger-lines.jsonl";
    static final String KEY = "public-key.pem";
    static final String SEALED = "seal.txt";
    static final String SIGNATURE = ".sig";
    private static final HexFormat HEX = HexFormat.of();

    /// Whether the ledger's lines go along; they hold addresses, which a redaction may mask.
    public enum Lines {
        INCLUDED,
        LEFT_OUT
    }

    private final Path archive;
    private final Optional<SigningKey> key;
    private final Optional<String> publicKey;

    private Seal(Path archive, Optional<SigningKey> key, Optional<String> publicKey) {
        this.archive = archive;
        this.key = key;
        this.publicKey = publicKey;
    }

    /// With the archive and the key of that data directory, if it has one.
    public static Seal of(Path data) throws IOException {
        Keys keys = Keys.in(data);
        Optional<SigningKey> key = keys.current();
        Optional<String> publicKey =
                key.isPresent() ? Optional.of(keys.publicPem(key.get().name())) : Optional.empty();
        return new Seal(data.resolve("archive"), key, publicKey);
    }

    /// The name of the key that signs; empty where there is none.
    public Optional<String> signer() {
        return key.map(SigningKey::name);
    }

    /// Puts all of it into a bag.
    ///
    /// @param captures sequences of what the bag speaks of
    public void put(Path bag, SortedSet<Long> captures, Lines lines, Instant time)
            throws IOException {
        Path custody = Files.createDirectory(bag.resolve(FOLDER));
        Checkpointed ledger = walked(custody, captures, lines);
        writeProofs(custody, ledger);
        byte[] checkpoint = checkpoint(ledger, time).getBytes(StandardCharsets.UTF_8);
        Files.write(custody.resolve(CHECKPOINT), checkpoint);
        if (publicKey.isPresent()) {
            Files.writeString(custody.resolve(KEY), publicKey.get());
        }
        sign(custody.resolve(CHECKPOINT));
        Files.writeString(bag.resolve("VERIFY.txt"), instructions());
        Files.writeString(custody.resolve(SEALED), sealed(bag));
        sign(custody.resolve(SEALED));
    }

    /// The ledger's tree, its last line's digest, and where the captures stand in it.
    private record Checkpointed(MerkleTree tree, Digest head, TreeMap<Long, Integer> places) {}

    private Checkpointed walked(Path custody, SortedSet<Long> captures, Lines lines)
            throws IOException {
        MerkleTree tree = new MerkleTree();
        TreeMap<Long, Integer> places = new TreeMap<>();
        Digest[] head = {new Digest("0".repeat(64))};
        try (OutputStream out = out(custody, lines)) {
            LedgerLines.forEach(
                    archive,
                    line -> {
                        if (captures.contains(line.sequence())) {
                            places.put(line.sequence(), tree.size());
                            out.write(line.bytes());
                            out.write('\n');
                        }
                        tree.add(HEX.parseHex(line.leaf().hex()));
                        head[0] = line.digest();
                    });
        }
        return new Checkpointed(tree, head[0], places);
    }

    private static OutputStream out(Path custody, Lines lines) throws IOException {
        return switch (lines) {
            case INCLUDED -> Files.newOutputStream(custody.resolve(LINES));
            case LEFT_OUT -> OutputStream.nullOutputStream();
        };
    }

    /// One line for each capture: its name, its leaf's hash, and the neighbours on the way up.
    private static void writeProofs(Path custody, Checkpointed ledger) throws IOException {
        try (BufferedWriter proofs = Files.newBufferedWriter(custody.resolve(PROOFS))) {
            for (var place : ledger.places().entrySet()) {
                proofs.write(
                        "c"
                                + place.getKey()
                                + " "
                                + HEX.formatHex(ledger.tree().at(place.getValue())));
                for (MerkleTree.Step step : ledger.tree().path(place.getValue())) {
                    proofs.write(
                            switch (step.side()) {
                                        case LEFT -> " L:";
                                        case RIGHT -> " R:";
                                    }
                                    + HEX.formatHex(step.hash()));
                }
                proofs.write('\n');
            }
        }
    }

    private String checkpoint(Checkpointed ledger, Instant time) {
        return String.format(
                Locale.ROOT,
                "lurewatch ledger checkpoint v1%nsize %d%nroot %s%nhead %s%ntime %s%nkey %s%n",
                ledger.tree().size(),
                HEX.formatHex(ledger.tree().root()),
                ledger.head().hex(),
                time,
                signer().orElse("none"));
    }

    private void sign(Path file) throws IOException {
        if (key.isPresent()) {
            Files.write(
                    file.resolveSibling(file.getFileName() + SIGNATURE),
                    key.get().sign(Files.readAllBytes(file)));
        }
    }

    /// Digests of every file that is no payload, in the form that `sha256sum -c` reads.
    private static String sealed(Path bag) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(bag)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(bag.resolve("data")))
                    .filter(file -> !file.getFileName().toString().equals("spool.jsonl"))
                    .sorted()
                    .forEach(files::add);
        }
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            lines.add(Digest.of(Files.readAllBytes(file)).hex() + "  " + bag.relativize(file));
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private String instructions() throws IOException {
        String name = key.isPresent() ? "VERIFY-signed.txt" : "VERIFY-unsigned.txt";
        try (InputStream in = Objects.requireNonNull(Seal.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{key}", signer().orElse("none"));
        }
    }
}
