package lurewatch.indexer.learned;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import lurewatch.indexer.Digest;
import lurewatch.indexer.settings.SettingsException;

/// How a model lies in its file: one line of JSON that says what it is, the numbers, and the
/// SHA-256 of all before it. Weights are stored as 16-bit floats, buckets as distances from one to
/// the next, as most are empty. Nothing is compressed, so that every Java writes the same bytes.
final class SealedFile {
    private static final int MAX_BYTES = 8 << 20;
    private static final int DIGEST_BYTES = 32;
    private static final int VERSION_DIGITS = 12;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SealedFile() {}

    /// Makes a model of what the file says of it and of its numbers.
    interface Reading<C, M> {
        M model(C card, DataInputStream numbers) throws IOException;
    }

    /// Writes a model's numbers.
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    static <C, M> Optional<M> read(Path file, String magic, Class<C> card, Reading<C, M> reading) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(model(file, in.readNBytes(MAX_BYTES + 1), magic, card, reading));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new SettingsException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static <C, M> M model(
            Path file, byte[] bytes, String magic, Class<C> card, Reading<C, M> reading) {
        int end = bytes.length - DIGEST_BYTES;
        if (bytes.length > MAX_BYTES || end < 0 || !isWhole(bytes, end)) {
            throw new SettingsException(
                    file
                            + ": damaged or no model (its digest does not match); restore the shipped"
                            + " one or make it anew with 'lurewatch train'");
        }
        int lineEnd = 0;
        while (lineEnd < end && bytes[lineEnd] != '\n') {
            lineEnd++;
        }
        String head = new String(bytes, 0, lineEnd, StandardCharsets.UTF_8);
        if (!head.startsWith(magic)) {
            throw new SettingsException(file + ": not a model of this version; expected " + magic);
        }
        try {
            return reading.model(
                    MAPPER.readValue(head.substring(magic.length()), card),
                    new DataInputStream(
                            new ByteArrayInputStream(bytes, lineEnd + 1, end - lineEnd - 1)));
        } catch (IOException e) {
            throw new SettingsException(file + ": not a model: " + e.getMessage(), e);
        }
    }

    private static boolean isWhole(byte[] bytes, int end) {
        byte[] digest = Digest.sha256().digest(Arrays.copyOf(bytes, end));
        return Arrays.equals(digest, 0, DIGEST_BYTES, bytes, end, bytes.length);
    }

    static String versionOf(byte[] bytes) {
        return Digest.of(bytes).prefix(VERSION_DIGITS);
    }

    static byte[] bytes(String magic, Object card, Writing numbers) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(bytes)) {
            out.write((magic + head(card) + "\n").getBytes(StandardCharsets.UTF_8));
            numbers.to(out);
            bytes.write(Digest.sha256().digest(bytes.toByteArray()));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a byte array never refuses
        }
    }

    private static String head(Object card) {
        try {
            return MAPPER.writeValueAsString(card);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers can be written", e);
        }
    }

    /// As it will be read from the file, so that a trained model and its file judge alike.
    static float stored(double value) {
        return Float.float16ToFloat(Float.floatToFloat16((float) value));
    }

    static void write(DataOutputStream out, NgramWeights words) throws IOException {
        write(out, words, true);
    }

    /// Without their weights.
    static void writeScales(DataOutputStream out, NgramWeights words) throws IOException {
        write(out, words, false);
    }

    private static void write(DataOutputStream out, NgramWeights words, boolean weighed)
            throws IOException {
        out.writeInt(words.size());
        int last = -1;
        int place = 0;
        for (int bucket : words.buckets()) {
            writeDistance(out, bucket - last);
            out.writeShort(Float.floatToFloat16(words.scaleAt(place)));
            if (weighed) {
                out.writeShort(Float.floatToFloat16(words.weightAt(place)));
            }
            place++;
            last = bucket;
        }
    }

    static NgramWeights readNgrams(DataInputStream in, int bits) throws IOException {
        return readNgrams(in, bits, true);
    }

    /// What [#writeScales] wrote.
    static NgramWeights readScales(DataInputStream in, int bits) throws IOException {
        return readNgrams(in, bits, false);
    }

    private static NgramWeights readNgrams(DataInputStream in, int bits, boolean weighed)
            throws IOException {
        int room = 1 << bits;
        int used = in.readInt();
        if (used < 0 || used > room) {
            throw new IOException("more buckets than there are");
        }
        int[] buckets = new int[used];
        float[] scale = new float[used];
        float[] weight = new float[weighed ? used : 0];
        int bucket = -1;
        for (int i = 0; i < used; i++) {
            bucket += readDistance(in);
            if (bucket < 0 || bucket >= room) {
                throw new IOException("a bucket out of range");
            }
            buckets[i] = bucket;
            scale[i] = Float.float16ToFloat(in.readShort());
            if (weighed) {
                weight[i] = Float.float16ToFloat(in.readShort());
            }
        }
        return NgramWeights.of(room, buckets, scale, weight);
    }

    /// One byte up to 254; else 255 and four.
    private static void writeDistance(DataOutputStream out, int distance) throws IOException {
        if (distance < 255) {
            out.writeByte(distance);
        } else {
            out.writeByte(255);
            out.writeInt(distance);
        }
    }

    private static int readDistance(DataInputStream in) throws IOException {
        int distance = in.readUnsignedByte();
        int whole = distance < 255 ? distance : in.readInt();
        if (whole < 1) {
            throw new IOException("a bucket out of order");
        }
        return whole;
    }
}
