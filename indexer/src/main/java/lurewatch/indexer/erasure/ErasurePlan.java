package lurewatch.indexer.erasure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.Digest;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.archive.ArchiveEraser;

/// An erasure that was decided. While its file stands in the data directory nothing else writes
/// there: whoever runs `erase` next completes it. It holds what is erased, and so it goes last.
///
/// @param sequences of the captures that go
/// @param barred addresses that are not to be fetched again
/// @param addresses of which no capture stays, the barred ones among them
/// @param barredPostings ids that are not to be assessed again
/// @param traces what is looked for afterwards
/// @param unsought what is not
/// @param elsewhere those of the traces that stand in captures that stay, too
/// @param watched addresses of listings whose captures go and which are watched further, as they
///   lead to other pages
public record ErasurePlan(
        String who,
        String why,
        List<Long> sequences,
        List<String> barred,
        List<String> addresses,
        List<String> barredPostings,
        List<Trace> traces,
        Unsought unsought,
        List<Trace> elsewhere,
        List<String> watched) {
    private static final String FILE = "erasing.json";
    private static final String STORES_DONE = "erasing.stores-done";
    private static final JsonMapper JSON = new JsonMapper();

    public ErasurePlan {
        sequences = List.copyOf(sequences);
        barred = List.copyOf(barred);
        addresses = List.copyOf(addresses);
        barredPostings = List.copyOf(barredPostings);
        traces = List.copyOf(traces);
        elsewhere = List.copyOf(elsewhere);
        watched = List.copyOf(watched);
    }

    /// The same where these listings are watched further. Their addresses are no traces: the
    /// operator has them, and whatever lists pages.
    public ErasurePlan watching(List<String> listings) {
        Set<Trace> known =
                listings.stream()
                        .map(address -> new Trace(Trace.Kind.ADDRESS, address))
                        .collect(Collectors.toSet());
        return new ErasurePlan(
                who,
                why,
                sequences,
                barred,
                addresses,
                barredPostings,
                traces.stream().filter(trace -> !known.contains(trace)).toList(),
                unsought,
                elsewhere.stream().filter(trace -> !known.contains(trace)).toList(),
                listings);
    }

    /// The plan that stands in that data directory.
    public static Optional<ErasurePlan> pending(Path data) throws IOException {
        Path file = data.resolve(FILE);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(file.toFile(), ErasurePlan.class))
                : Optional.empty();
    }

    /// Whether one stands there.
    public static boolean isPending(Path data) {
        return Files.exists(data.resolve(FILE));
    }

    /// Whether a file is a plan's own.
    static boolean isOf(Path data, Path file) {
        return file.getParent() != null
                && file.getParent().equals(data)
                && file.getFileName().toString().startsWith(FILE);
    }

    /// Whether archive, facts, index and schedule are done with.
    public static boolean areStoresDone(Path data) {
        return Files.exists(data.resolve(STORES_DONE));
    }

    /// Says that they are.
    public static void storesAreDone(Path data) throws IOException {
        Files.write(data.resolve(STORES_DONE), new byte[0]);
    }

    /// Writes it down, forced to disk. From now on it will be carried out.
    public void write(Path data) throws IOException {
        Path draft = data.resolve(FILE + ".new");
        try (FileChannel file =
                        FileChannel.open(
                                draft,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file)) {
            out.write(JSON.writeValueAsBytes(this));
            file.force(true);
        }
        Files.move(draft, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        force(data);
    }

    /// Ends it.
    public static void remove(Path data) throws IOException {
        // The mark goes first: without it all is done again, which changes nothing.
        Files.deleteIfExists(data.resolve(STORES_DONE));
        force(data);
        Files.deleteIfExists(data.resolve(FILE + ".new"));
        Files.deleteIfExists(data.resolve(FILE));
        force(data);
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// What the archive is to do.
    @JsonIgnore
    public ArchiveEraser.Order order() {
        return new ArchiveEraser.Order(
                who,
                why,
                captures(),
                barred.stream().map(Digest::of).toList(),
                barredPostings.stream().map(PostingId::new).toList());
    }

    @JsonIgnore
    public Set<CaptureId> captures() {
        return sequences.stream().map(CaptureId::new).collect(Collectors.toSet());
    }

    /// Names this erasure and no other.
    @JsonIgnore
    public String id() {
        return Digest.of(who + "\n" + why + "\n" + sequences).hex();
    }

    /// The traces that should be nowhere in the end.
    @JsonIgnore
    public List<Trace> own() {
        Set<Trace> others = Set.copyOf(elsewhere);
        return traces.stream().filter(trace -> !others.contains(trace)).toList();
    }
}
