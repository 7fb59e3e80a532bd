package lurewatch.searchcli.wacz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import lurewatch.searchcli.custody.Keys;
import lurewatch.searchcli.custody.SigningKey;

/// Looks at every byte of a WACZ file and says where it is not as it was made: the container, each
/// file in it against its digest, the signature, and each record against the index. Needs nothing
/// but the file.
///
/// Of a file that other software made only the digests are checked: its index may be of any form
/// that the format allows, and so may its container.
public final class WaczCheck {
    private static final int MOST_ENTRIES = 100_000;
    private static final long LONGEST_TEXT = 64L << 20;

    /// Something that is not as it was made.
    public record Problem(String file, String what) {}

    /// What a look found.
    ///
    /// @param captures the digest of each capture's records, where the index names captures
    /// @param signer the key's name; empty for an unsigned file
    /// @param notes what the reader should know, and what is no fault
    public record Result(
            List<Problem> problems,
            int files,
            Map<String, String> captures,
            Optional<String> signer,
            List<String> notes) {}

    private final Path file;
    private final Keys keys;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Measured> entries = new LinkedHashMap<>();
    private Map<String, String> captures = Map.of();
    private Optional<String> signer = Optional.empty();

    private WaczCheck(Path file, Keys keys) {
        this.file = file;
        this.keys = keys;
    }

    /// Looks at that file.
    ///
    /// @param keys keys that are known here
    public static Result of(Path file, Keys keys) throws IOException {
        return new WaczCheck(file, keys).result();
    }

    private Result result() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            check(zip);
        } catch (ZipException | IllegalArgumentException e) {
            problem(String.valueOf(file.getFileName()), "is no ZIP file: " + e.getMessage());
        } catch (EOFException e) {
            problem(
                    String.valueOf(file.getFileName()),
                    "is no ZIP file: its list leads beyond its end");
        }
        return new Result(
                List.copyOf(problems), entries.size(), captures, signer, List.copyOf(notes));
    }

    private void problem(String where, String what) {
        problems.add(new Problem(where, what));
    }

    private void check(ZipFile zip) throws IOException {
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entries.size() >= MOST_ENTRIES) {
                problem(entry.getName(), "is one of too many files");
                return;
            }
            if (entries.put(entry.getName(), Measured.of(zip, entry)) != null) {
                problem(entry.getName(), "stands in the file twice");
            }
        }
        Optional<JsonNode> description = described(zip);
        if (description.isPresent()) {
            compare(description.get());
            if (!isOurs(description.get())) {
                notes.add("made by other software: only the digests of its files were checked");
                return;
            }
            if (problems.isEmpty()) {
                captures = new RecordCheck(zip, this::problem).check();
            }
            container(zip, description.get());
        }
    }

    private static boolean isOurs(JsonNode description) {
        return description.path("software").asText().startsWith(WaczFile.SOFTWARE);
    }

    private Optional<JsonNode> described(ZipFile zip) throws IOException {
        Optional<JsonNode> description = json(zip, WaczFile.PACKAGE);
        if (description.isEmpty()) {
            return description;
        }
        if (!entries.containsKey(WaczFile.PACKAGE_DIGEST) && !isOurs(description.get())) {
            notes.add("there is no " + WaczFile.PACKAGE_DIGEST);
            return description;
        }
        Optional<JsonNode> digest = json(zip, WaczFile.PACKAGE_DIGEST);
        if (digest.isEmpty()) {
            return Optional.empty();
        }
        String actual = measured(WaczFile.PACKAGE).digest().toString();
        boolean isDigested = digest.get().path("hash").asText().equals(actual);
        if (!isDigested) {
            problem(
                    WaczFile.PACKAGE,
                    "is not what " + WaczFile.PACKAGE_DIGEST + " says (SHA-256 differs)");
        }
        JsonNode signed = digest.get().path(WaczFile.SIGNED);
        if (signed.isMissingNode()) {
            notes.add("the web archive is not signed by itself");
        } else {
            signature(signed, actual, isDigested ? WaczFile.PACKAGE_DIGEST : WaczFile.PACKAGE);
        }
        if (!text(zip, WaczFile.PACKAGE_DIGEST)
                        .equals(PackageDigest.again(digest.get(), description.get()))
                && isOurs(description.get())) {
            problem(WaczFile.PACKAGE_DIGEST, "is not as it was made");
        }
        return description;
    }

    /// @param suspect what was changed where the signature is not of that hash
    private void signature(JsonNode signed, String hash, String suspect) {
        try {
            PublicKey key = SigningKey.publicOf(PackageDigest.bytes(signed, "publicKey"));
            boolean isSigned =
                    SigningKey.isSigned(
                            key,
                            hash.getBytes(StandardCharsets.UTF_8),
                            PackageDigest.bytes(signed, "signature"));
            if (!isSigned) {
                problem(suspect, "does not hold what its signature was made of");
            }
            if (!keys.publicKeys().contains(key)) {
                notes.add(
                        "the web archive is signed with a key that is not one of this machine's: ask the"
                                + " sender, by another way, whether it is theirs");
            }
            signer = Optional.of(SigningKey.nameOf(key));
        } catch (GeneralSecurityException | IOException e) {
            problem(WaczFile.PACKAGE_DIGEST, "holds no Ed25519 signature");
        }
    }

    private void compare(JsonNode description) {
        Set<String> listed = new HashSet<>();
        listed.add(WaczFile.PACKAGE);
        listed.add(WaczFile.PACKAGE_DIGEST);
        for (JsonNode resource : description.path("resources")) {
            String path = resource.path("path").asText();
            Measured measured = entries.get(path);
            if (!listed.add(path)) {
                problem(path, "is listed twice");
            } else if (measured == null) {
                problem(path, "is missing");
            } else if (!measured.digest().toString().equals(resource.path("hash").asText())
                    || measured.size() != resource.path("bytes").asLong(-1)) {
                problem(path, "is not as it was made (SHA-256 differs)");
            }
        }
        for (String name : entries.keySet()) {
            if (!listed.contains(name)) {
                problem(name, "is not listed: it was added");
            }
        }
        for (String needed :
                List.of(WaczFile.PAGES_PATH, WaczFile.PACKAGE, WaczFile.PACKAGE_DIGEST)) {
            if (!listed.contains(needed)) {
                problem(needed, "is missing");
            }
        }
    }

    /// What the contents make must be the file, to the last byte.
    private void container(ZipFile zip, JsonNode description) throws IOException {
        List<StoredZip.Entry> again = new ArrayList<>();
        for (String name : inOrder(description)) {
            Measured measured = measured(name);
            again.add(
                    new StoredZip.Entry(
                            name,
                            measured.size(),
                            measured.crc(),
                            () -> zip.getInputStream(zip.getEntry(name))));
        }
        try (InputStream actual = new BufferedInputStream(Files.newInputStream(file))) {
            Comparison comparison = new Comparison(actual);
            StoredZip.write(comparison, again);
            comparison
                    .difference()
                    .ifPresent(at ->
                            problem(
                                    String.valueOf(file.getFileName()),
                                    "byte " + at + " of the container is not as it was made"));
        }
    }

    /// The files in the order in which they are written: as they are listed, then the lists.
    private List<String> inOrder(JsonNode description) {
        List<String> names = new ArrayList<>();
        for (JsonNode resource : description.path("resources")) {
            names.add(resource.path("path").asText());
        }
        names.add(WaczFile.PACKAGE);
        names.add(WaczFile.PACKAGE_DIGEST);
        names.retainAll(entries.keySet());
        return names;
    }

    private Optional<JsonNode> json(ZipFile zip, String name) throws IOException {
        if (!entries.containsKey(name)) {
            problem(name, "is missing");
            return Optional.empty();
        }
        try {
            return Optional.of(WaczFile.JSON.readTree(text(zip, name)));
        } catch (JsonProcessingException e) {
            problem(name, "is no JSON");
            return Optional.empty();
        }
    }

    /// Of an entry that is known to be there.
    private Measured measured(String name) {
        return Objects.requireNonNull(entries.get(name));
    }

    private String text(ZipFile zip, String name) throws IOException {
        if (measured(name).size() > LONGEST_TEXT) {
            throw new IOException(name + " is too long to be what its name says");
        }
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
