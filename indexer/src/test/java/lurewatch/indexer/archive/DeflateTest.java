package lurewatch.indexer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The JDK's inflater is the oracle.
class DeflateTest {
    private static final int BLOCK = DeflateBlock.MOST_BYTES;

    private final Deflate deflate = new Deflate();
    private final BitSink out = new BitSink();

    static Stream<byte[]> texts() {
        return Stream.of(
                new byte[0],
                bytes("a"),
                bytes("abc"),
                bytes("aaaa"),
                bytes("a".repeat(257)),
                bytes("a".repeat(258 + 4)),
                bytes("ab".repeat(BLOCK)), // matches end with their block
                bytes("a".repeat(BLOCK)),
                bytes("a".repeat(BLOCK + 1)),
                bytes(page(2_000)),
                noise(10), // stored
                noise(BLOCK),
                noise(3 * BLOCK + 1),
                farApart(32 * 1024), // the farthest match there can be
                farApart(32 * 1024 + 1),
                skewed(40_000), // without a bound the rarest codes have more than 15 bits
                skewed(1_000_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void inflatesToWhatItWas(byte[] text) throws DataFormatException {
        assertThat(inflated(packed(text), text.length)).isEqualTo(text);
    }

    @Test
    void mixturesOfAnythingInflateToWhatTheyWere() throws DataFormatException {
        for (int seed = 0; seed < 300; seed++) {
            byte[] text = mixture(new Random(seed));
            assertThat(inflated(packed(text), text.length)).as("seed %d", seed).isEqualTo(text);
        }
    }

    @Test
    void isAboutAsSmallAsTheFastLevelsOfZlib() {
        byte[] page = bytes(page(800));
        assertThat(packed(page).length).isLessThan(zlib(page) * 110 / 100);
    }

    @Test
    void whatCannotBeMadeSmallerGrowsByAHeadPerBlock() {
        assertThat(packed(noise(2 * BLOCK))).hasSizeLessThanOrEqualTo(2 * BLOCK + 10);
    }

    private byte[] packed(byte[] text) {
        out.clear();
        deflate.compress(text, text.length, out);
        return out.toByteArray();
    }

    /// Checks too that the stream ends where its bytes end.
    private static byte[] inflated(byte[] stream, int length) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(stream);
            byte[] text = new byte[length + 1];
            int end = 0;
            int more = 1;
            while (more > 0) {
                more = inflater.inflate(text, end, text.length - end);
                end += more;
            }
            assertThat(inflater.finished()).isTrue();
            assertThat(inflater.getRemaining()).isZero();
            return Arrays.copyOf(text, end);
        } finally {
            inflater.end();
        }
    }

    private static int zlib(byte[] text) {
        Deflater zlib = new Deflater(2, true);
        try {
            zlib.setInput(text);
            zlib.finish();
            return zlib.deflate(new byte[text.length + 100]);
        } finally {
            zlib.end();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String page(int rows) {
        Random random = new Random(1);
        StringBuilder page = new StringBuilder("<!doctype html><ul>");
        for (int i = 0; i < rows; i++) {
            page.append("<li class=\"item\"><a href=\"/job/").append(random.nextInt(100_000));
            page.append("\">nhân viên ").append(i).append("</a></li>\n");
        }
        return page.toString();
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    private static byte[] farApart(int distance) {
        byte[] text = new byte[distance + 64];
        new Random(1).nextBytes(text);
        System.arraycopy(text, 0, text, distance, 64);
        return text;
    }

    /// Each value half as often as the one before, in no order that repeats.
    private static byte[] skewed(int length) {
        Random random = new Random(length);
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) (31 + Integer.numberOfTrailingZeros(random.nextInt()) * 7);
        }
        return text;
    }

    private static byte[] mixture(Random random) {
        byte[] text = new byte[random.nextInt(200_000)];
        int at = 0;
        while (at < text.length) {
            int run = Math.min(text.length - at, 1 + random.nextInt(2_000));
            int kind = random.nextInt(4);
            int back = at == 0 ? 0 : 1 + random.nextInt(Math.min(at, 60_000));
            int letters = 1 + random.nextInt(256);
            for (int i = 0; i < run; i++, at++) {
                text[at] =
                        (byte)
                                switch (kind) {
                                    case 0 -> random.nextInt(256);
                                    case 1 -> back == 0 ? 7 : text[at - back];
                                    case 2 -> random.nextInt(letters);
                                    default -> letters;
                                };
            }
        }
        return text;
    }
}
