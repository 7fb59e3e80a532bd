package lurewatch.searchcli.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;

/// The signing keys of a data directory: `keys/`, readable by its owner alone. One is in use; the
/// public halves of all stay.
public final class Keys {
    private static final String SECRET = ".key.pem";
    private static final String PUBLIC = ".pub.pem";
    private static final String CURRENT = "current";

    /// A key as it is listed.
    ///
    /// @param isCurrent whether it signs now
    public record Listed(String name, Path publicKey, boolean isCurrent) {}

    private final Path folder;

    private Keys(Path folder) {
        this.folder = folder;
    }

    public static Keys in(Path data) {
        return new Keys(data.resolve("keys"));
    }

    /// Makes the first key and gives its name.
    public String first() throws IOException {
        if (current().isPresent()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "there is a key already; 'lurewatch key rotate' makes the next one");
        }
        KeyPair pair = pair();
        store(pair);
        use(SigningKey.nameOf(pair.getPublic()));
        return SigningKey.nameOf(pair.getPublic());
    }

    /// Makes the next key, has the one in use say so, and deletes the secret of that one.
    public String rotate(Instant now) throws IOException {
        SigningKey old =
                current()
                        .orElseThrow(() ->
                                new CommandFailure(
                                        ExitCode.USAGE,
                                        "there is no key to follow; 'lurewatch key new' makes the first"));
        KeyPair pair = pair();
        String name = SigningKey.nameOf(pair.getPublic());
        String statement =
                "lurewatch key succession v1\nfrom "
                        + old.name()
                        + "\nto "
                        + name
                        + "\ntime "
                        + now
                        + "\n";
        byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
        store(pair);
        Files.write(folder.resolve(name + ".succession.txt"), bytes);
        Files.write(folder.resolve(name + ".succession.txt.sig"), old.sign(bytes));
        use(name);
        Files.delete(folder.resolve(old.name() + SECRET));
        return name;
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(SigningKey.ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has Ed25519", e);
        }
    }

    private void store(KeyPair pair) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        String name = SigningKey.nameOf(pair.getPublic());
        Path secret =
                Files.createFile(
                        folder.resolve(name + SECRET),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, SigningKey.pem(pair.getPrivate()));
        Files.writeString(folder.resolve(name + PUBLIC), SigningKey.pem(pair.getPublic()));
    }

    private void use(String name) throws IOException {
        Path draft = Files.writeString(folder.resolve(CURRENT + ".part"), name + "\n");
        Files.move(
                draft,
                folder.resolve(CURRENT),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// The key that signs now.
    public Optional<SigningKey> current() throws IOException {
        Path current = folder.resolve(CURRENT);
        if (!Files.isRegularFile(current)) {
            return Optional.empty();
        }
        String name = Files.readString(current).strip();
        Path secret = folder.resolve(name + SECRET);
        try {
            return Optional.of(new SigningKey(name, SigningKey.secretOf(Files.readString(secret))));
        } catch (GeneralSecurityException e) {
            throw new IOException(secret + " is no Ed25519 key: " + e.getMessage(), e);
        }
    }

    String publicPem(String name) throws IOException {
        return Files.readString(folder.resolve(name + PUBLIC));
    }

    /// The public half of the key of that name, encoded (X.509, DER).
    public byte[] publicKey(String name) throws IOException {
        return publicKey(folder.resolve(name + PUBLIC)).getEncoded();
    }

    /// All keys that there were.
    public List<Listed> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Optional<String> current = current().map(SigningKey::name);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(PUBLIC))
                    .sorted()
                    .map(file -> listed(file, current))
                    .toList();
        }
    }

    private static Listed listed(Path file, Optional<String> current) {
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - PUBLIC.length());
        return new Listed(name, file, current.filter(name::equals).isPresent());
    }

    /// The public keys here, to compare a foreign pack's with.
    public List<PublicKey> publicKeys() throws IOException {
        List<PublicKey> keys = new ArrayList<>();
        for (Listed key : all()) {
            keys.add(publicKey(key.publicKey()));
        }
        return keys;
    }

    private static PublicKey publicKey(Path file) throws IOException {
        try {
            return SigningKey.publicOf(Files.readString(file));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " is no Ed25519 key", e);
        }
    }
}
