package lurewatch.searchcli.custody;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /// Makes the first key and gives its name. One that was made and never taken into use is taken.
    public String first() throws IOException {
        if (currentName().isPresent()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "there is a key already; 'lurewatch key rotate' makes the next one");
        }
        Optional<String> made = unused();
        String name = made.isPresent() ? made.get() : store(pair());
        use(name);
        return name;
    }

    private Optional<String> unused() throws IOException {
        for (Path secret : secrets()) {
            String name = nameOf(secret, SECRET);
            if (secret(name).isPresent() && Files.isRegularFile(folder.resolve(name + PUBLIC))) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
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
        write(name + ".succession.txt", bytes);
        write(name + ".succession.txt.sig", old.sign(bytes));
        use(name);
        // Only now, as the new one is on disk and in use; and whatever else was left by a run that
        // was ended.
        for (Path secret : secrets()) {
            if (!nameOf(secret, SECRET).equals(name)) {
                Files.delete(secret);
            }
        }
        return name;
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(SigningKey.ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has Ed25519", e);
        }
    }

    /// Gives its name.
    private String store(KeyPair pair) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        String name = SigningKey.nameOf(pair.getPublic());
        write(name + PUBLIC, SigningKey.pem(pair.getPublic()).getBytes(StandardCharsets.UTF_8));
        write(
                name + SECRET,
                SigningKey.pem(pair.getPrivate()).getBytes(StandardCharsets.UTF_8),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return name;
    }

    private void use(String name) throws IOException {
        write(CURRENT, (name + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// On disk, under its name, before anything that builds on it.
    private void write(String name, byte[] bytes, FileAttribute<?>... attributes)
            throws IOException {
        Path draft = folder.resolve(name + ".part");
        Files.deleteIfExists(draft);
        try (FileChannel out =
                FileChannel.open(
                        draft,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        attributes)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
        Files.move(
                draft,
                folder.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /// The key that signs now.
    public Optional<SigningKey> current() throws IOException {
        Optional<String> name = currentName();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<PrivateKey> secret = secret(name.get());
        if (secret.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE,
                    folder.resolve(name.get() + SECRET)
                            + " is no key (any more): put it back from a copy; or delete "
                            + folder.resolve(CURRENT)
                            + ", make another with 'lurewatch key new' and tell recipients its name");
        }
        return Optional.of(new SigningKey(name.get(), secret.get()));
    }

    private Optional<String> currentName() throws IOException {
        Path current = folder.resolve(CURRENT);
        return Files.isRegularFile(current)
                ? Optional.of(Files.readString(current).strip())
                : Optional.empty();
    }

    /// Empty where it is missing or none.
    private Optional<PrivateKey> secret(String name) throws IOException {
        try {
            return Optional.of(
                    SigningKey.secretOf(Files.readString(folder.resolve(name + SECRET))));
        } catch (NoSuchFileException | CharacterCodingException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private List<Path> secrets() throws IOException {
        return files(SECRET);
    }

    private List<Path> files(String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String nameOf(Path file, String ending) {
        String fileName = file.getFileName().toString();
        return fileName.substring(0, fileName.length() - ending.length());
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
        Optional<String> current = currentName();
        return files(PUBLIC).stream()
                .map(file -> {
                    String name = nameOf(file, PUBLIC);
                    return new Listed(name, file, current.filter(name::equals).isPresent());
                })
                .toList();
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
