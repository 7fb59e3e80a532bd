package lurewatch.indexer.stamp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder `stamps/` of a data directory: checkpoints over the ledger, requests to authorities
/// that wait to be sent, and their answers.
///
/// | name | what |
/// |---|---|
/// | `checkpoint-000000000606.txt`, `.sig` | a checkpoint over so many lines; the sender's signature |
/// | `checkpoint-000000000606.NAME.tsq` | a request to that authority; it waits while no answer stands beside |
/// | `checkpoint-000000000606.NAME.tsr`, `.pem` | the answer, found to be good, and the certificate that vouches for it |
///
/// Files appear whole, by renaming.
public final class Stamps {
    private static final Pattern CHECKPOINT = Pattern.compile("checkpoint-(\\d{12})\\.txt");
    private static final String REQUEST = ".tsq";
    private static final String ANSWER = ".tsr";
    private static final String CERTIFICATE = ".pem";
    private static final String SIGNATURE = ".sig";

    private final Path folder;

    private Stamps(Path folder) {
        this.folder = folder;
    }

    /// Those of a data directory.
    public static Stamps in(Path data) {
        return new Stamps(data.resolve("stamps"));
    }

    /// A checkpoint over the first lines of a ledger.
    ///
    /// @param file its text
    public record Checkpoint(long size, Path file) {
        /// The sender's signature; empty where there was no key.
        public Optional<Path> signature() {
            return Optional.of(file.resolveSibling(file.getFileName() + SIGNATURE))
                    .filter(Files::exists);
        }

        public byte[] text() throws IOException {
            return Files.readAllBytes(file);
        }
    }

    /// A stamp that an authority gave.
    public record Stamp(String authority, Path answer, Path certificate) {
        /// Looks whether it is one of that checkpoint.
        public StampToken of(Checkpoint checkpoint) throws IOException, StampException {
            return StampToken.ofMessage(
                    Files.readAllBytes(answer),
                    checkpoint.text(),
                    StampToken.certificate(Files.readAllBytes(certificate)));
        }
    }

    /// A request that waits.
    public record Waiting(String authority, Path request) {}

    /// All checkpoints, the newest first.
    public List<Checkpoint> checkpoints() throws IOException {
        List<Checkpoint> all = new ArrayList<>();
        for (Path file : files()) {
            Matcher name = CHECKPOINT.matcher(file.getFileName().toString());
            if (name.matches()) {
                all.addFirst(new Checkpoint(Long.parseLong(name.group(1)), file));
            }
        }
        return all;
    }

    /// Keeps a checkpoint, and asks each of the authorities for a stamp of it.
    public Checkpoint add(
            long size, byte[] text, Optional<byte[]> signature, List<String> authorities)
            throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(String.format(Locale.ROOT, "checkpoint-%012d.txt", size));
        if (signature.isPresent()) {
            write(file.resolveSibling(file.getFileName() + SIGNATURE), signature.get());
        }
        for (String authority : authorities) {
            write(named(file, authority, REQUEST), StampToken.request(text));
        }
        write(file, text);
        return new Checkpoint(size, file);
    }

    /// Requests that were not answered yet, of those authorities, the oldest first.
    public List<Waiting> waiting(List<String> authorities) throws IOException {
        List<Waiting> waiting = new ArrayList<>();
        List<Checkpoint> all = checkpoints().reversed();
        for (Checkpoint checkpoint : all) {
            for (String authority : authorities) {
                Path request = named(checkpoint.file(), authority, REQUEST);
                if (Files.exists(request)
                        && !Files.exists(named(checkpoint.file(), authority, ANSWER))) {
                    waiting.add(new Waiting(authority, request));
                }
            }
        }
        return waiting;
    }

    /// How many requests for a checkpoint were not answered yet, of whomever.
    public int waitingOf(Checkpoint checkpoint) throws IOException {
        String text = checkpoint.file().getFileName().toString();
        String base = text.substring(0, text.length() - "txt".length());
        int waiting = 0;
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.startsWith(base) && name.endsWith(REQUEST)) {
                String answer = name.substring(0, name.length() - REQUEST.length()) + ANSWER;
                waiting += Files.exists(folder.resolve(answer)) ? 0 : 1;
            }
        }
        return waiting;
    }

    /// Keeps an answer to a request once it is found to be good.
    ///
    /// @param certificate in PEM, of whom is trusted
    /// @throws StampException where it is not; the request goes on waiting
    public StampToken answered(Waiting waiting, byte[] answer, byte[] certificate)
            throws IOException, StampException {
        StampToken token =
                StampToken.of(
                        answer,
                        Files.readAllBytes(waiting.request()),
                        StampToken.certificate(certificate));
        String name = waiting.request().getFileName().toString();
        String base = name.substring(0, name.length() - REQUEST.length());
        write(folder.resolve(base + CERTIFICATE), certificate);
        write(folder.resolve(base + ANSWER), answer);
        return token;
    }

    /// The stamps that a checkpoint has, by the names of authorities.
    public List<Stamp> of(Checkpoint checkpoint) throws IOException {
        String text = checkpoint.file().getFileName().toString();
        String base = text.substring(0, text.length() - "txt".length());
        List<Stamp> stamps = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.startsWith(base) && name.endsWith(ANSWER)) {
                String authority = name.substring(base.length(), name.length() - ANSWER.length());
                stamps.add(
                        new Stamp(
                                authority, file, named(checkpoint.file(), authority, CERTIFICATE)));
            }
        }
        return stamps;
    }

    private static Path named(Path checkpoint, String authority, String ending) {
        String text = checkpoint.getFileName().toString();
        return checkpoint.resolveSibling(
                text.substring(0, text.length() - "txt".length()) + authority + ending);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out =
                FileChannel.open(
                        draft,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
