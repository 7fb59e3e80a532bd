package lurewatch.indexer.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lurewatch.indexer.Digest;
import lurewatch.indexer.PostingId;

/// What was erased and is not to come back: addresses, by their digests, and postings, by their
/// ids. Stands in `erased.txt`, so that nobody reads a whole ledger for it; [ArchiveVerifier]
/// compares the two.
public final class ErasedThings {
    private static final String URL = "url ";
    private static final String POSTING = "posting ";

    private final Set<String> lines;

    private ErasedThings(Set<String> lines) {
        this.lines = lines;
    }

    /// Of the archive in that directory; nothing where nothing was erased.
    public static ErasedThings of(Path archive) throws IOException {
        return read(new ArchiveFiles(archive));
    }

    static ErasedThings read(ArchiveFiles files) throws IOException {
        return new ErasedThings(
                Files.exists(files.erased())
                        ? new TreeSet<>(Files.readAllLines(files.erased(), US_ASCII))
                        : new TreeSet<>());
    }

    static ErasedThings none() {
        return new ErasedThings(new TreeSet<>());
    }

    /// Whether pages of that address were erased.
    public boolean hasUrl(String url) {
        return !lines.isEmpty() && lines.contains(URL + Digest.of(url).hex());
    }

    /// Whether that posting was erased.
    public boolean hasPosting(PostingId posting) {
        return lines.contains(POSTING + posting.value());
    }

    /// How many addresses and postings.
    public int size() {
        return lines.size();
    }

    void add(Erasure erasure) {
        erasure.urls().forEach(url -> lines.add(URL + url.hex()));
        erasure.postings().forEach(posting -> lines.add(POSTING + posting.value()));
    }

    boolean hasAllOf(ErasedThings other) {
        return lines.containsAll(other.lines);
    }

    void write(ArchiveFiles files) throws IOException {
        Path draft = files.directory().resolve(ArchiveFiles.ERASED + ".new");
        byte[] text = (String.join("\n", lines) + (lines.isEmpty() ? "" : "\n")).getBytes(US_ASCII);
        try (FileChannel out =
                FileChannel.open(
                        draft,
                        List.of(
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.TRUNCATE_EXISTING,
                                        StandardOpenOption.WRITE)
                                .toArray(StandardOpenOption[]::new))) {
            out.write(ByteBuffer.wrap(text));
            out.force(true);
        }
        Files.move(draft, files.erased(), StandardCopyOption.ATOMIC_MOVE);
        ArchiveFiles.forceDirectory(files.directory());
    }
}
