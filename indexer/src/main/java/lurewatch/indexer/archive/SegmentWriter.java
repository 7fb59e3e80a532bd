package lurewatch.indexer.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Digest;
import org.jspecify.annotations.Nullable;

/// Writes segments: a file is made when its first batch comes, grows as `NAME.open`, and takes its
/// name when it is sealed. Owned by the archive's one writing thread.
final class SegmentWriter {
    private final ArchiveFiles files;
    private final AppendFile.Opener opener;
    private final InstantSource clock;
    private long nextNumber;
    private @Nullable Segment current;

    SegmentWriter(ArchiveFiles files, AppendFile.Opener opener, InstantSource clock)
            throws IOException {
        this.files = files;
        this.opener = opener;
        this.clock = clock;
        nextNumber =
                1
                        + files.names().stream()
                                .flatMap(name -> ArchiveFiles.segmentNumber(name).stream())
                                .max(Long::compare)
                                .orElse(0L);
    }

    /// Where a batch was put: the first record's offset, and the warcinfo in front of it if it
    /// opened the segment.
    record Placed(String file, long offset, Optional<LedgerEntry.Preamble> preamble) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Segment(String name, AppendFile file, byte[] warcinfo) {}

    /// Bytes in the segment that the next batch goes to.
    long length() {
        return current == null ? 0 : current.file().length();
    }

    /// Writes and forces these groups. After a failure none of them is in the archive: the segment
    /// is cut back and given up, and the next batch opens another.
    Placed write(List<byte[]> groups) throws IOException {
        Segment segment = segment();
        long start = segment.file().length();
        try {
            List<byte[]> pieces = new ArrayList<>(groups);
            if (start == 0) {
                pieces.addFirst(segment.warcinfo());
            }
            segment.file().append(pieces);
            segment.file().force();
        } catch (IOException e) {
            takeBack(start, e);
            throw e;
        }
        if (start > 0) {
            return new Placed(segment.name(), start, Optional.empty());
        }
        byte[] warcinfo = segment.warcinfo();
        return new Placed(
                segment.name(),
                warcinfo.length,
                Optional.of(new LedgerEntry.Preamble(warcinfo.length, Digest.of(warcinfo))));
    }

    /// Cuts off what was written from `start` on, and seals the rest. A kernel that failed to force
    /// a page may believe it clean, so the file is not written again.
    void takeBack(long start, Exception reason) throws IOException {
        if (current == null) {
            return;
        }
        Segment failed = current;
        current = null;
        try (AppendFile file = failed.file()) {
            file.cutTo(start);
        } catch (IOException e) {
            e.addSuppressed(reason);
            throw new UncertainException(failed.name(), e);
        }
        if (start == 0) {
            Files.delete(files.open(failed.name()));
        } else {
            rename(failed.name());
        }
    }

    /// A segment may hold bytes behind its acknowledged end that could not be cut off: only a new
    /// start, which looks at what is really there, may go on.
    static final class UncertainException extends IOException {
        private static final long serialVersionUID = 1;

        UncertainException(String segment, IOException cause) {
            super(segment + " could not be cut back to what was acknowledged", cause);
        }
    }

    /// Ends the current segment, if any.
    void seal() throws IOException {
        if (current == null) {
            return;
        }
        Segment done = current;
        current = null;
        done.file().close();
        rename(done.name());
    }

    private void rename(String name) throws IOException {
        Files.move(files.open(name), files.sealed(name), StandardCopyOption.ATOMIC_MOVE);
        ArchiveFiles.forceDirectory(files.directory());
    }

    private Segment segment() throws IOException {
        if (current == null) {
            String name = ArchiveFiles.segmentName(nextNumber, clock.instant());
            byte[] warcinfo = WarcRecords.warcinfo(name, clock.instant());
            AppendFile file = opener.open(files.open(name));
            nextNumber++;
            current = new Segment(name, file, warcinfo);
            ArchiveFiles.forceDirectory(files.directory());
        }
        return current;
    }
}
