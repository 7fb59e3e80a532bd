package lurewatch.indexer.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import lurewatch.indexer.Capture;
import lurewatch.indexer.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which captures are being read right now, in a file that outlives the process: one that ends it
/// twice is read no more.
///
/// Life of a capture: noted before it is read, with how often that was tried; taken out when it was
/// read, whatever came of it. What stands there at the next start was being read when the process
/// died. It is read once more, alone, so that whoever merely stood beside the guilty one is
/// cleared; what is found there a second time is *quarantined*, with all that have its bytes, and
/// further captures of its address from their first time on. It stays so until the file is moved
/// away.
///
/// The file survives the process, not a power cut: it says nothing that a power cut could prove. It
/// holds sequences of the ledger only, a line of the same length for each.
public final class Quarantine implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    /// How often a capture may be found unread at a start.
    private static final int MOST_TRIES = 2;

    private static final String LINE = "%020d %d\n";
    private static final int LENGTH = 23;

    private final RandomAccessFile file;
    private final Map<Long, Entry> entries = new TreeMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int slots;
    private boolean closed;

    private final Set<Long> held = new HashSet<>();
    private final Set<Digest> heldBytes = new HashSet<>();
    private final Set<String> heldPlaces = new HashSet<>();

    private static final class Entry {
        private final int slot;
        private final int tries;
        private int readers;

        Entry(int slot, int tries) {
            this.slot = slot;
            this.tries = tries;
        }
    }

    private Quarantine(RandomAccessFile file) {
        this.file = file;
    }

    /// Opens the note of an earlier process, or begins one.
    ///
    /// @param file made where it is not there
    public static Quarantine open(Path file) {
        try {
            RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw");
            try {
                Quarantine quarantine = new Quarantine(opened);
                quarantine.load();
                return quarantine;
            } catch (IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + file + ": " + e.getMessage(), e);
        }
    }

    /// A line that is none is a free place.
    private void load() throws IOException {
        byte[] all = new byte[(int) Math.min(file.length(), 1 << 20)];
        file.readFully(all);
        slots = all.length / LENGTH;
        for (int slot = 0; slot < slots; slot++) {
            String line = new String(all, slot * LENGTH, LENGTH, StandardCharsets.ISO_8859_1);
            long sequence = line.matches("\\d{20} \\d\n") ? number(line) : 0;
            if (sequence == 0 || entries.containsKey(sequence)) {
                free.add(slot);
            } else {
                entries.put(sequence, new Entry(slot, line.charAt(LENGTH - 2) - '0'));
            }
        }
    }

    private static long number(String line) {
        return line.charAt(0) == '0' ? Long.parseLong(line, 0, 20, 10) : 0;
    }

    /// Sorts what an earlier process left.
    ///
    /// @param captures by sequence, as far as the ledger still has them
    /// @return what is to be read alone, before anything else
    synchronized List<Capture> sort(LongFunction<Optional<Capture>> captures) {
        List<Capture> suspects = new ArrayList<>();
        new TreeMap<>(entries)
                .forEach((sequence, entry) -> {
                    Optional<Capture> capture = captures.apply(sequence);
                    if (capture.isEmpty()) {
                        forget(sequence);
                    } else if (entry.tries >= MOST_TRIES) {
                        hold(capture.get());
                    } else {
                        suspects.add(capture.get());
                    }
                });
        for (Capture suspect : List.copyOf(suspects)) {
            if (heldPlaces.contains(place(suspect))) {
                quarantine(suspect);
                suspects.remove(suspect);
            }
        }
        return suspects;
    }

    private void quarantine(Capture capture) {
        entries.computeIfPresent(
                capture.id().sequence(),
                (sequence, entry) -> {
                    write(entry.slot, sequence, MOST_TRIES);
                    return new Entry(entry.slot, MOST_TRIES);
                });
        hold(capture);
    }

    private void hold(Capture capture) {
        if (held.add(capture.id().sequence())) {
            LOG.error(
                    "{} of {} ended the process {} times while it was read: quarantined",
                    capture.id(),
                    capture.url(),
                    MOST_TRIES);
        }
        heldBytes.add(capture.payloadDigest());
        heldPlaces.add(place(capture));
    }

    private static String place(Capture capture) {
        return capture.site() + " " + capture.url();
    }

    /// Whether a capture is not to be read.
    synchronized boolean holds(Capture capture) {
        return !held.isEmpty()
                && (held.contains(capture.id().sequence())
                        || capture.revisitOf()
                                .filter(id -> held.contains(id.sequence()))
                                .isPresent()
                        || (capture.payloadLength() > 0
                                && heldBytes.contains(capture.payloadDigest())));
    }

    /// Notes that a capture is going to be read.
    synchronized void begin(Capture capture) {
        long sequence = capture.id().sequence();
        Entry known = entries.get(sequence);
        if (known == null || known.readers == 0) {
            int slot = known == null ? freeSlot() : known.slot;
            known = new Entry(slot, Math.min(9, known == null ? 1 : known.tries + 1));
            write(slot, sequence, known.tries);
            entries.put(sequence, known);
        }
        known.readers++;
    }

    /// Notes that it was.
    synchronized void end(Capture capture) {
        Entry entry = entries.get(capture.id().sequence());
        if (entry != null && --entry.readers == 0) {
            forget(capture.id().sequence());
        }
    }

    private int freeSlot() {
        return free.isEmpty() ? slots++ : free.pop();
    }

    private void forget(long sequence) {
        Entry entry = entries.remove(sequence);
        if (entry != null) {
            write(entry.slot, 0, 0);
            free.push(entry.slot);
        }
    }

    private void write(int slot, long sequence, int tries) {
        if (closed) {
            return; // whoever reads on after an orderly end is read again at the next start
        }
        try {
            file.seek((long) slot * LENGTH);
            file.write(
                    String.format(Locale.ROOT, LINE, sequence, tries)
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note what is read: " + e.getMessage(), e);
        }
    }

    /// An orderly end counts against nobody who is still being read.
    @Override
    public synchronized void close() {
        entries.forEach((sequence, entry) -> {
            if (entry.readers > 0) {
                write(entry.slot, entry.tries > 1 ? sequence : 0, entry.tries - 1);
            }
        });
        closed = true;
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the note of what is read", e);
        }
    }
}
