package lurewatch.searchcli.custody;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.Digest;

/// Looks at every byte of a pack and says where it is not as it was made: files changed, added,
/// taken away; signatures that do not fit; captures that are no lines of the ledger. Needs nothing
/// but the pack.
public final class BagCheck {
    private static final String MANIFEST = "manifest-sha256.txt";
    private static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.{1,4096})");

    /// Far above any list of files and any checkpoint, far below what could hurt.
    private static final long LONGEST_TEXT = 32L << 20;

    private static final int BUFFER = 64 * 1024;

    /// Something that is not as it was made.
    public record Problem(String file, String what) {}

    /// What a look at a pack found.
    ///
    /// @param captures those whose leaves lead to the checkpoint's root
    /// @param areLinesProved whether the ledger's lines are there, each of them such a leaf
    /// @param signer the key's name; empty for an unsigned pack
    /// @param notes what the reader should know, and what is no fault
    public record Result(
            List<Problem> problems,
            int files,
            int captures,
            boolean areLinesProved,
            Optional<String> signer,
            List<String> notes) {}

    private final Path bag;
    private final List<PublicKey> known;
    private final Map<String, String> enclosed;
    private final Set<Digest> trusted;
    private final List<Problem> problems = new ArrayList<>();
    private Set<String> changedByTags = Set.of();
    private final List<String> notes = new ArrayList<>();
    private int files;
    private boolean areLinesProved;

    private BagCheck(
            Path bag, List<PublicKey> known, Map<String, String> enclosed, Set<Digest> trusted) {
        this.bag = bag;
        this.trusted = trusted;
        this.known = known;
        this.enclosed = enclosed;
    }

    /// Looks at the pack in that folder.
    ///
    /// @param keys keys that are known here; a pack that another one signed is said to be foreign
    /// @param enclosed the digest of each capture's records where the pack holds them
    /// @param trusted of the certificates of authorities that are known here
    public static Result of(Path bag, Keys keys, Map<String, String> enclosed, Set<Digest> trusted)
            throws IOException {
        return new BagCheck(bag, keys.publicKeys(), enclosed, trusted).result();
    }

    private Result result() throws IOException {
        Set<String> present = present();
        Map<String, String> payload = manifest(MANIFEST);
        Map<String, String> tags = manifest(TAG_MANIFEST);
        compare(payload, MANIFEST);
        changedByTags = compare(tags, TAG_MANIFEST);
        inOrder(tags);
        renamed(tags, present);
        for (String file : present) {
            boolean isListed =
                    file.startsWith("data/")
                            ? payload.containsKey(file)
                            : tags.containsKey(file) || file.equals(TAG_MANIFEST);
            if (!isListed) {
                problem(file, "stands in no manifest: it was added");
            }
        }
        for (String file : payload.keySet()) {
            if (!file.startsWith("data/")) {
                problem(MANIFEST, "lists " + file + ", which is no payload");
            }
        }
        Set<String> listed = new TreeSet<>(tags.keySet());
        listed.retainAll(present);
        Optional<String> signer = signatures(listed);
        int captures = proofs().size();
        return new Result(
                List.copyOf(problems), files, captures, areLinesProved, signer, List.copyOf(notes));
    }

    private void problem(String file, String what) {
        problems.add(new Problem(file, what));
    }

    private Set<String> present() throws IOException {
        Set<String> found = new HashSet<>();
        try (Stream<Path> all = Files.walk(bag)) {
            for (Path path : all.sorted().toList()) {
                String name = bag.relativize(path).toString().replace('\\', '/');
                if (Files.isSymbolicLink(path)) {
                    problem(name, "is a link: it was added");
                } else if (Files.isRegularFile(path)) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    private Map<String, String> manifest(String name) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            problem(name, "is missing");
            return digests;
        }
        if (!text.get().endsWith("\n")) {
            problem(name, "was cut off at its end");
        }
        long number = 0;
        for (String line : text.get().split("\n", -1)) {
            number++;
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                if (digests.put(parts.group(2), parts.group(1)) != null) {
                    problem(name, "lists " + parts.group(2) + " twice");
                }
            } else if (!line.isEmpty()) {
                problem(name, "line " + number + " is no digest and name");
            }
        }
        return digests;
    }

    /// Nothing stands above the tag manifest, so that its own form has to show what was done to it:
    /// one line for each file, in the order of their names.
    private void inOrder(Map<String, String> tags) throws IOException {
        StringBuilder asMade = new StringBuilder();
        new TreeMap<>(tags)
                .forEach((name, digest) ->
                        asMade.append(digest).append("  ").append(name).append('\n'));
        Optional<String> text = text(TAG_MANIFEST);
        if (text.isPresent() && !text.get().contentEquals(asMade)) {
            problem(TAG_MANIFEST, "is not in the form in which it was made");
        }
    }

    /// A file that it lists and that is not there, beside one that is there, unlisted, with that
    /// very digest, is the manifest's fault.
    private void renamed(Map<String, String> tags, Set<String> present) throws IOException {
        for (String file : present) {
            if (!file.startsWith("data/")
                    && !file.equals(TAG_MANIFEST)
                    && !tags.containsKey(file)
                    && tags.containsValue(digest(bag.resolve(file)))) {
                problem(TAG_MANIFEST, "has " + file + " under another name");
            }
        }
    }

    /// The files that have another digest.
    private Set<String> compare(Map<String, String> digests, String manifest) throws IOException {
        Set<String> changed = new TreeSet<>();
        for (Map.Entry<String, String> entry : digests.entrySet()) {
            Path file = bag.resolve(entry.getKey()).normalize();
            if (!file.startsWith(bag) || entry.getKey().contains("..")) {
                problem(manifest, "names a file outside of the pack");
            } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                problem(entry.getKey(), "is missing");
            } else if (!digest(file).equals(entry.getValue())) {
                changed.add(entry.getKey());
                problem(entry.getKey(), "is not as it was made (SHA-256 differs)");
            } else {
                files++;
            }
        }
        return changed;
    }

    /// @param listed the files that are there and that the tag manifest lists
    private Optional<String> signatures(Set<String> listed) throws IOException {
        String keyFile = Seal.FOLDER + "/" + Seal.KEY;
        Optional<String> pem = text(keyFile);
        Optional<String> named =
                text(Seal.FOLDER + "/" + Seal.CHECKPOINT)
                        .flatMap(CheckpointText::of)
                        .map(CheckpointText::key);
        if (pem.isEmpty()) {
            named.filter(name -> !name.equals(CheckpointText.NO_KEY))
                    .ifPresent(name ->
                            problem(keyFile, "is missing: the checkpoint was signed with " + name));
            notes.add("not signed: compare the SHA-256 of " + TAG_MANIFEST + " with the sender's");
            return Optional.empty();
        }
        try {
            PublicKey key = SigningKey.publicOf(pem.get());
            Set<String> asMade = new TreeSet<>(signed(key, Seal.FOLDER + "/" + Seal.SEALED));
            asMade.addAll(signed(key, Seal.FOLDER + "/" + Seal.CHECKPOINT));
            asMade.addAll(sealed(listed));
            asMade.retainAll(changedByTags);
            for (String file : asMade) {
                problem(TAG_MANIFEST, "has another digest of " + file + " than what was signed");
            }
            named.filter(name -> !name.equals(SigningKey.nameOf(key)))
                    .ifPresent(name ->
                            problem(
                                    keyFile,
                                    "is another key than "
                                            + name
                                            + ", which the checkpoint names"));
            if (!known.contains(key)) {
                notes.add(
                        "signed with a key that is not one of this machine's: ask the sender, by another"
                                + " way, whether it is theirs");
            }
            return Optional.of(SigningKey.nameOf(key));
        } catch (GeneralSecurityException e) {
            problem(keyFile, "is no Ed25519 key");
            return Optional.empty();
        }
    }

    /// The files that are as they were made because the one is the signature of the other.
    private List<String> signed(PublicKey key, String name) throws IOException {
        Path file = bag.resolve(name);
        Path signature = bag.resolve(name + Seal.SIGNATURE);
        if (!Files.isRegularFile(file) || !Files.isRegularFile(signature)) {
            problem(name, "it or its signature is missing");
        } else if (Math.max(Files.size(file), Files.size(signature)) > LONGEST_TEXT
                || !SigningKey.isSigned(
                        key, Files.readAllBytes(file), Files.readAllBytes(signature))) {
            problem(name, "is not what its signature was made of");
        } else {
            return List.of(name, name + Seal.SIGNATURE);
        }
        return List.of();
    }

    /// The files that have the digest of the signed list.
    private Set<String> sealed(Set<String> listed) throws IOException {
        String name = Seal.FOLDER + "/" + Seal.SEALED;
        Map<String, String> digests = manifest(name);
        Set<String> changed = compare(digests, name);
        if (!digests.containsKey(MANIFEST)) {
            problem(name, "does not cover " + MANIFEST);
        } else {
            // Nobody signs the tag manifest: what it alone lists can be anybody's.
            listed.stream()
                    .filter(file -> !digests.containsKey(file))
                    .filter(file -> !file.equals(name) && !file.equals(name + Seal.SIGNATURE))
                    .forEach(file -> problem(file, "was added after signing"));
        }
        files -= digests.size();
        Set<String> asMade = new TreeSet<>(digests.keySet());
        asMade.removeAll(changed);
        return asMade;
    }

    /// The captures' leaves, none where there is no checkpoint.
    private CaptureHashes proofs() throws IOException {
        Optional<String> checkpoint = text(Seal.FOLDER + "/" + Seal.CHECKPOINT);
        if (checkpoint.isEmpty() || !isThere(Seal.PROOFS)) {
            notes.add("no checkpoint: the captures' place in the ledger cannot be checked");
            return new CaptureHashes();
        }
        Optional<CheckpointText> said = CheckpointText.of(checkpoint.get());
        if (said.isEmpty()) {
            problem(Seal.FOLDER + "/" + Seal.CHECKPOINT, "is no checkpoint");
            return new CaptureHashes();
        }
        CaptureHashes leaves = leaves(Seal.PROOFS, said.get());
        areLinesProved =
                new ProvenCaptures(bag, said.get(), leaves, enclosed, this::problem, notes).check();
        stamped(leaves);
        return leaves;
    }

    private boolean isThere(String name) {
        return Files.isRegularFile(
                bag.resolve(Seal.FOLDER).resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /// The captures' leaves, each found to lead to a checkpoint's root.
    private CaptureHashes leaves(String name, CheckpointText checkpoint) throws IOException {
        String file = Seal.FOLDER + "/" + name;
        CaptureHashes leaves = new CaptureHashes();
        boolean isWhole =
                PackLines.forEach(
                        bag.resolve(file),
                        Proof.LONGEST,
                        (number, line) -> {
                            Optional<Proof> proof =
                                    Proof.read(new String(line, StandardCharsets.UTF_8));
                            if (proof.isEmpty() || !proof.get().leadsTo(checkpoint.root())) {
                                problem(
                                        file,
                                        "line "
                                                + number
                                                + " does not lead to the checkpoint's root");
                            } else if (!leaves.add(proof.get().capture(), proof.get().leaf())) {
                                problem(file, "line " + number + " is not in its place");
                            }
                        });
        if (!isWhole) {
            problem(file, "holds a line that is longer than any way to a root");
        }
        return leaves;
    }

    /// What authorities say of when an earlier checkpoint was there, and which captures it covers.
    private void stamped(CaptureHashes leaves) throws IOException {
        String name = Seal.FOLDER + "/" + Seal.STAMPED;
        Optional<String> text = text(name);
        if (text.isEmpty() && !isThere(Seal.STAMPED_PROOFS)) {
            return;
        }
        Optional<CheckpointText> checkpoint = text.flatMap(CheckpointText::of);
        if (checkpoint.isEmpty() || !isThere(Seal.STAMPED_PROOFS)) {
            problem(name, "is no checkpoint, or its proofs are missing");
            return;
        }
        CaptureHashes covered = leaves(Seal.STAMPED_PROOFS, checkpoint.get());
        covered.forEach((capture, leaf) -> {
            if (!leaves.has(capture, leaf)) {
                problem(
                        Seal.FOLDER + "/" + Seal.STAMPED_PROOFS,
                        "c" + capture + " is another line than in " + Seal.PROOFS);
            }
        });
        String which = covered.size() + " of " + leaves.size() + " captures were there by then";
        if (BagStamps.check(bag.resolve(Seal.FOLDER), trusted, which, this::problem, notes) == 0) {
            problem(name, "no authority's stamp is beside it");
        }
    }

    private Optional<String> text(String name) throws IOException {
        Path file = bag.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (Files.size(file) > LONGEST_TEXT) {
            throw new IOException(
                    String.format(Locale.ROOT, "%s is too long to be what its name says", name));
        }
        // Bytes that are no UTF-8 must show as a difference and not as a failure to read.
        return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    private static String digest(Path file) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                sha256.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
