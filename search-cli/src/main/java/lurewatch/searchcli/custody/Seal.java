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
import java.util.Collections;
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
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.stamp.Stamps;

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

    /// An earlier checkpoint that authorities have stamped, and what goes with it.
    static final String STAMPED = "stamped.txt";

    static final String STAMPED_PROOFS = "stamped-proofs.txt";
    static final String STAMP = "stamped-";
    static final String ANSWER = ".tsr";
    static final String CERTIFICATE = ".pem";
    private static final HexFormat HEX = HexFormat.of();

    /// Whether the ledger's lines go along; they hold addresses, which a redaction may mask.
    public enum Lines {
        INCLUDED,
        LEFT_OUT
    }

    private final Path archive;
    private final Stamps stamps;
    private final Optional<SigningKey> key;
    private final Optional<String> publicKey;

    private Seal(
            Path archive, Stamps stamps, Optional<SigningKey> key, Optional<String> publicKey) {
        this.archive = archive;
        this.stamps = stamps;
        this.key = key;
        this.publicKey = publicKey;
    }

    /// With the archive and the key of that data directory, if it has one.
    public static Seal of(Path data) throws IOException {
        Keys keys = Keys.in(data);
        Optional<SigningKey> key = keys.current();
        Optional<String> publicKey =
                key.isPresent() ? Optional.of(keys.publicPem(key.get().name())) : Optional.empty();
        return new Seal(data.resolve("archive"), Stamps.in(data), key, publicKey);
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
        writeProofs(custody.resolve(PROOFS), ledger, ledger.tree().size());
        putStamps(custody, ledger);
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

    /// A checkpoint over the whole ledger, signed where there is a key, to be stamped by these.
    /// Where the newest has as many lines there is nothing to add.
    public Optional<Stamps.Checkpoint> checkpoint(List<String> authorities, Instant time)
            throws IOException {
        Checkpointed ledger = walked(archive, Collections.emptySortedSet(), Lines.LEFT_OUT);
        List<Stamps.Checkpoint> before = stamps.checkpoints();
        if (ledger.tree().size() == 0
                || (!before.isEmpty() && before.getFirst().size() == ledger.tree().size())) {
            return Optional.empty();
        }
        byte[] text = checkpoint(ledger, time).getBytes(StandardCharsets.UTF_8);
        return Optional.of(
                stamps.add(ledger.tree().size(), text, key.map(k -> k.sign(text)), authorities));
    }

    /// The newest checkpoint that has a stamp goes along, with the captures' way to its root.
    private void putStamps(Path custody, Checkpointed ledger) throws IOException {
        for (Stamps.Checkpoint checkpoint : stamps.checkpoints()) {
            List<Stamps.Stamp> all = stamps.of(checkpoint);
            if (all.isEmpty()) {
                continue;
            }
            requireSame(checkpoint, ledger.tree());
            Files.copy(checkpoint.file(), custody.resolve(STAMPED));
            if (checkpoint.signature().isPresent()) {
                Files.copy(checkpoint.signature().get(), custody.resolve(STAMPED + SIGNATURE));
            }
            for (Stamps.Stamp stamp : all) {
                Files.copy(stamp.answer(), custody.resolve(STAMP + stamp.authority() + ANSWER));
                Files.copy(
                        stamp.certificate(),
                        custody.resolve(STAMP + stamp.authority() + CERTIFICATE));
            }
            writeProofs(
                    custody.resolve(STAMPED_PROOFS), ledger, Math.toIntExact(checkpoint.size()));
            return;
        }
    }

    private static void requireSame(Stamps.Checkpoint checkpoint, MerkleTree tree)
            throws IOException {
        if (!CheckpointText.of(checkpoint.text())
                .filter(said -> said.size() == checkpoint.size() && said.isOf(tree))
                .isPresent()) {
            throw new CommandFailure(
                    ExitCode.INTEGRITY,
                    "the ledger does not begin with the lines that "
                            + checkpoint.file().getFileName()
                            + " was made of: 'lurewatch verify' says more");
        }
    }

    /// The ledger's tree, its last line's digest, and where the captures stand in it.
    private record Checkpointed(MerkleTree tree, Digest head, TreeMap<Long, Integer> places) {}

    private Checkpointed walked(Path custody, SortedSet<Long> captures, Lines lines)
            throws IOException {
        MerkleTree tree = new MerkleTree();
        for (Stamps.Checkpoint checkpoint : stamps.checkpoints()) {
            tree.keep(checkpoint.size() - 1);
        }
        TreeMap<Long, Integer> places = new TreeMap<>();
        Digest[] head = {new Digest("0".repeat(64))};
        try (OutputStream out = out(custody, lines)) {
            LedgerLines.forEach(
                    archive,
                    line -> {
                        if (captures.contains(line.sequence())) {
                            places.put(line.sequence(), tree.size());
                            tree.keep(tree.size());
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
    ///
    /// @param size so many of the first lines have that root
    private static void writeProofs(Path file, Checkpointed ledger, int size) throws IOException {
        try (BufferedWriter proofs = Files.newBufferedWriter(file)) {
            for (var place : ledger.places().entrySet()) {
                if (place.getValue() >= size) {
                    continue;
                }
                proofs.write(
                        "c"
                                + place.getKey()
                                + " "
                                + HEX.formatHex(ledger.tree().at(place.getValue())));
                for (MerkleTree.Step step : ledger.tree().path(place.getValue(), size)) {
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
                signer().orElse(CheckpointText.NO_KEY));
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
                    .replace("{key}", signer().orElse(CheckpointText.NO_KEY));
        }
    }
}
