package lurewatch.crawler.intake;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import lurewatch.crawler.intake.ZstdFrames.Frame;

/// A WARC file packed with zstd, as some archiving programs write it: one frame per record, and
/// before them, perhaps, the dictionary that all were packed with.
///
/// Each frame is read as a WARC file of its own, so that none of its records can run on into the
/// next. One that is broken costs what is in it.
final class ZstdWarc {
    /// Dictionaries have 110 KB by default.
    private static final int LONGEST_DICTIONARY = 16 << 20;

    /// The window that `zstd -d` allows without being asked: 128 MB.
    private static final int WINDOW_LOG = 27;

    /// Frames that unpack to more must not do so out of all proportion.
    private static final long FREE_OF_RATIO = 64 << 20;

    private static final int MOST_RATIO = 200;
    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final ZstdFrames frames;
    private final Optional<byte[]> dictionary;
    private final long dictionaryId;
    private boolean isBegun;

    private ZstdWarc(Path file, ZstdFrames frames, Optional<byte[]> dictionary) {
        this.file = file;
        this.frames = frames;
        this.dictionary = dictionary;
        this.dictionaryId = dictionary.map(Zstd::getDictIdFromDict).orElse(0L);
    }

    static boolean isOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return isStart(in.readNBytes(4));
        }
    }

    /// Whether a file that begins so is packed with zstd.
    static boolean isStart(byte[] head) {
        if (head.length < 4) {
            return false;
        }
        int magic = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return magic == ZstdFrames.MAGIC || magic == ZstdFrames.DICTIONARY;
    }

    static void read(Path file, IntakeOptions options, IntakeSink sink)
            throws IOException, InterruptedException, IntakeRefusedException {
        try (FileChannel channel = FileChannel.open(file)) {
            ZstdFrames frames = new ZstdFrames(channel);
            new ZstdWarc(file, frames, dictionary(file, frames)).read(options, sink);
        }
    }

    private static Optional<byte[]> dictionary(Path file, ZstdFrames frames)
            throws IOException, IntakeRefusedException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(8);
            ByteBuffer numbers = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            if (head.length < 8 || numbers.getInt() != ZstdFrames.DICTIONARY) {
                return Optional.empty();
            }
            long length = Integer.toUnsignedLong(numbers.getInt());
            byte[] held = in.readNBytes((int) Math.min(length, LONGEST_DICTIONARY));
            if (held.length < length) {
                throw IntakeRefusedException.unusable(
                        frames.size() < 8 + length
                                ? "it ends in its dictionary"
                                : "its dictionary is longer than " + LONGEST_DICTIONARY + " bytes");
            }
            return Optional.of(isStart(held) ? unpacked(held) : held);
        }
    }

    private static byte[] unpacked(byte[] dictionary) throws IOException, IntakeRefusedException {
        try (InputStream in = unpacking(new ByteArrayInputStream(dictionary))) {
            byte[] unpacked = in.readNBytes(LONGEST_DICTIONARY + 1);
            if (unpacked.length > LONGEST_DICTIONARY) {
                throw IntakeRefusedException.unusable(
                        "its dictionary is longer than " + LONGEST_DICTIONARY + " bytes");
            }
            return unpacked;
        }
    }

    private void read(IntakeOptions options, IntakeSink sink)
            throws IOException, InterruptedException, IntakeRefusedException {
        OptionalLong next = OptionalLong.of(0);
        while (next.isPresent() && next.getAsLong() < frames.size()) {
            long at = next.getAsLong();
            OfFrame told = new OfFrame(sink, at, frames.size());
            try {
                Frame frame = frames.at(at);
                told.end = frame.end();
                read(frame, options, told);
            } catch (IOException e) {
                told.unreadable(e);
            }
            // The end of a broken frame may be anywhere.
            next = told.isBroken ? frames.next(at + 1) : OptionalLong.of(told.end);
        }
        sink.progress(frames.size(), frames.size());
    }

    private void read(Frame frame, IntakeOptions options, OfFrame sink)
            throws IOException, InterruptedException, IntakeRefusedException {
        if (!frame.isData()) {
            return;
        }
        if (frame.dictionary() != dictionaryId && frame.dictionary() != 0) {
            String wants = "packed with the dictionary " + frame.dictionary();
            if (isBegun) { // the others are not: more likely it is broken
                throw new IOException(wants + ", as no other frame is");
            }
            throw IntakeRefusedException.unusable(
                    "it is "
                            + wants
                            + ", which is not in it: unpack it with that (zstd -d -D DICTIONARY) and import"
                            + " what comes of it");
        }
        isBegun = true;
        long length = length(frame);
        WarcRecords.read(
                new WarcBytes() {
                    @Override
                    public InputStream from(long offset) throws IOException {
                        InputStream in = unpacking(frame);
                        try {
                            in.skipNBytes(offset);
                        } catch (IOException e) {
                            in.close();
                            throw e;
                        }
                        return in;
                    }

                    @Override
                    public long size() {
                        return length;
                    }
                },
                sink.place(),
                options,
                sink);
    }

    /// Of what is in the frame. All of it is unpacked for that: what a frame gives before its end
    /// is not proven to be what was put into it.
    private long length(Frame frame) throws IOException {
        long most = Math.max(FREE_OF_RATIO, MOST_RATIO * frame.packed());
        long length = frame.length().orElse(0);
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = unpacking(frame)) {
            long unpacked = 0;
            for (int read = 0; read >= 0 && length <= most; read = in.read(chunk)) {
                unpacked += read;
                length = Math.max(length, unpacked);
            }
        }
        if (length > most) {
            throw new IOException("unpacks to more than " + most + " bytes, out of all proportion");
        }
        return length;
    }

    private InputStream unpacking(Frame frame) throws IOException {
        FileChannel channel = FileChannel.open(file).position(frame.at());
        ZstdInputStreamNoFinalizer in =
                unpacking(new Part(Channels.newInputStream(channel), frame.packed()));
        return dictionary.isPresent() ? in.setDict(dictionary.get()) : in;
    }

    private static ZstdInputStreamNoFinalizer unpacking(InputStream packed) throws IOException {
        return new ZstdInputStreamNoFinalizer(packed).setLongMax(WINDOW_LOG);
    }

    /// The first bytes of a stream.
    private static final class Part extends FilterInputStream {
        private long left;

        Part(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return -1;
            }
            left--;
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0 && length > 0) {
                return -1;
            }
            int read = super.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }

    /// What is told of one frame: how far the file is read, and whether the frame was whole.
    private static final class OfFrame implements IntakeSink {
        private final IntakeSink sink;
        private final long at;
        private final long size;
        private long end;
        private boolean isBroken;

        OfFrame(IntakeSink sink, long at, long size) {
            this.sink = sink;
            this.at = at;
            this.size = size;
            this.end = at;
        }

        String place() {
            return "frame at byte " + at;
        }

        /// It cannot be unpacked, or not to its end; whoever read its records may have said so.
        void unreadable(IOException why) {
            if (!isBroken) {
                broken(place(), String.valueOf(why.getMessage()));
            }
        }

        @Override
        public void take(IntakeRecord record) throws InterruptedException {
            sink.take(record);
        }

        @Override
        public void broken(String place, String why) {
            isBroken = true;
            sink.broken(place, why);
        }

        @Override
        public void passedOver() {
            sink.passedOver();
        }

        @Override
        public void progress(long bytes, long ofBytes) {
            double share = ofBytes == 0 ? 1 : (double) bytes / ofBytes;
            sink.progress(at + (long) (share * (end - at)), size);
        }
    }
}
