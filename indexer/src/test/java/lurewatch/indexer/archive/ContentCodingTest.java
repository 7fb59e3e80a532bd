package lurewatch.indexer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import lurewatch.indexer.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentCodingTest {
    private static final long LIMIT = 10_000_000;
    private static final byte[] TEXT = Exchanges.text(1, 200_000).getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", " x-gzip ", "identity, gzip"})
    void decodesGzip(String coding) throws IOException {
        assertThat(decode(gzip(TEXT), coding)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "none", "nonsense", "chunked", "", "x, y"})
    void whatIsNoCodingChangesNothing(String coding) throws IOException {
        assertThat(decode(TEXT, coding)).isSameAs(TEXT);
        assertThat(decode(gzip(TEXT), coding + ", gzip")).isEqualTo(TEXT);
    }

    @Test
    void decodesSeveralMembersAndIgnoresPaddingBehindThem() throws IOException {
        byte[] twice = concatenated(gzip(TEXT), gzip(TEXT), new byte[100]);
        assertThat(decode(twice, "gzip")).isEqualTo(concatenated(TEXT, TEXT));
    }

    @Test
    void decodesDeflateWithAndWithoutZlibHeader() throws IOException {
        assertThat(decode(deflate(TEXT, new Deflater()), "deflate")).isEqualTo(TEXT);
        assertThat(decode(deflate(TEXT, new Deflater(6, true)), "deflate")).isEqualTo(TEXT);
    }

    @Test
    void leavesUncodedBodiesAlone() throws IOException {
        assertThat(ContentCoding.decode(TEXT, List.of(), new DecodeLimits(LIMIT, 200)))
                .isSameAs(TEXT);
        assertThat(decode(TEXT, "identity")).isSameAs(TEXT);
        assertThat(decode(new byte[0], "gzip")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, gzip", "br, zstd", "gzip,deflate", "compress"})
    void refusesOtherCodingsAndLayers(String coding) {
        assertThatThrownBy(() -> decode(gzip(TEXT), coding))
                .isInstanceOf(ContentCodingException.class);
    }

    @Test
    void stopsABombAtTheLimit() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);
        ContentCodingException refusal =
                catchThrowableOfType(ContentCodingException.class, () -> decode(bomb, "gzip"));
        assertThat(refusal.decoded()).hasSize(200 * bomb.length);
        assertThat(refusal).hasMessage("gzip: limit decoded_ratio=200 observed=201");
        ContentCodingException limited =
                catchThrowableOfType(
                        ContentCodingException.class,
                        () ->
                                ContentCoding.decode(
                                        bomb,
                                        header("gzip"),
                                        new DecodeLimits(5_000_000, 100_000)));
        assertThat(limited.decoded()).hasSize(5_000_000);
        assertThat(limited).hasMessage("gzip: limit body_decoded=5000000 observed=5000001");
    }

    @Test
    void countsTheLimitOverAllMembers() throws IOException {
        byte[] member = gzip(new byte[900_000]);
        byte[][] members = new byte[100][];
        Arrays.fill(members, member);
        ContentCodingException refusal =
                catchThrowableOfType(
                        ContentCodingException.class,
                        () ->
                                ContentCoding.decode(
                                        concatenated(members),
                                        header("gzip"),
                                        new DecodeLimits(5_000_000, 10_000)));
        assertThat(refusal.decoded()).hasSize(5_000_000);
    }

    @Test
    void survivesAHundredThousandEmptyMembers() throws IOException {
        byte[] empty = gzip(new byte[0]);
        byte[] body = new byte[empty.length * 100_000];
        for (int i = 0; i < body.length; i += empty.length) {
            System.arraycopy(empty, 0, body, i, empty.length);
        }
        assertThat(decode(body, "gzip")).isEmpty();
    }

    @Test
    void givesWhatCameBeforeTheCut() throws IOException {
        byte[] packed = gzip(TEXT);
        byte[] cut = Arrays.copyOf(packed, packed.length / 2);
        ContentCodingException refusal =
                catchThrowableOfType(ContentCodingException.class, () -> decode(cut, "gzip"));
        assertThat(refusal.decoded().length).isGreaterThan(10_000);
        assertThat(refusal.decoded()).isEqualTo(Arrays.copyOf(TEXT, refusal.decoded().length));
    }

    @Test
    void noticesEveryFlippedBitOrGivesTheSameText() throws IOException {
        byte[] text = Exchanges.text(2, 2_000).getBytes(StandardCharsets.UTF_8);
        byte[] packed = gzip(text);
        long seed = 20261122;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = packed.clone();
            int bit = random.nextInt(packed.length * 8);
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(decode(damaged, "gzip"))
                        .as("seed %d, bit %d", seed, bit)
                        .isEqualTo(text);
            } catch (ContentCodingException e) {
                assertThat(e.getMessage()).startsWith("gzip: ");
            }
        }
    }

    /// Packed by the programs of those who made these codings.
    @ParameterizedTest
    @CsvSource({
        "zstd, ads-3.zst, 3, 1",
        "zstd, ads-3-thrice.zst, 3, 3",
        "zstd, ads-400-fast.zst, 400, 1",
        "zstd, ads-4000-level-1.zst, 4000, 1",
        "ZSTD, ads-4000-level-19.zst, 4000, 1",
        "br, ads-3.br, 3, 1",
        "br, ads-4000-quality-1.br, 4000, 1",
        "BR, ads-4000-quality-11.br, 4000, 1",
    })
    void decodesWhatOthersPacked(String coding, String file, int ads, int times)
            throws IOException {
        assertThat(text(decode(packed(file), coding))).isEqualTo(ads(ads).repeat(times));
    }

    @ParameterizedTest
    @CsvSource({"zstd, zeros-bomb.zst", "br, zeros-bomb.br"})
    void stopsBombsOfOthersAtTheLimit(String coding, String file) {
        ContentCodingException ratio =
                catchThrowableOfType(
                        ContentCodingException.class, () -> decode(packed(file), coding));
        assertThat(ratio.decoded()).hasSize(1 << 20);
        assertThat(ratio).hasMessageMatching(coding + ": limit decoded_ratio=200 observed=\\d+");
        ContentCodingException size =
                catchThrowableOfType(
                        ContentCodingException.class,
                        () ->
                                ContentCoding.decode(
                                        packed(file),
                                        header(coding),
                                        new DecodeLimits(5_000_000, 1_000_000)));
        assertThat(size.decoded()).hasSize(5_000_000);
        assertThat(size).hasMessage(coding + ": limit body_decoded=5000000 observed=5000001");
    }

    /// Brotli's decoder gives nothing of a text that is shorter than its window before it has all.
    @ParameterizedTest
    @CsvSource({
        "zstd, ads-4000-level-1.zst, 50000",
        "zstd, ads-4000-level-19.zst, 50000",
        "br, ads-4000-quality-1.br, 0",
        "br, ads-4000-quality-11.br, 0",
    })
    void givesWhatCameBeforeTheCutOfOthers(String coding, String file, int least)
            throws IOException {
        byte[] packed = packed(file);
        byte[] cut = Arrays.copyOf(packed, packed.length * 3 / 4);
        ContentCodingException refusal =
                catchThrowableOfType(ContentCodingException.class, () -> decode(cut, coding));
        String whole = ads(4000);
        String decoded = new String(refusal.decoded(), StandardCharsets.ISO_8859_1);
        assertThat(refusal).hasMessageStartingWith(coding + ": ");
        assertThat(decoded.length()).isGreaterThanOrEqualTo(least);
        assertThat(new String(whole.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .startsWith(decoded);
    }

    /// Neither coding always carries a checksum: a flipped bit may give another text, but nothing
    /// worse.
    @ParameterizedTest
    @CsvSource({
        "zstd, ads-3.zst", "zstd, ads-3-thrice.zst", "zstd, ads-400-fast.zst",
        "zstd, ads-4000-level-19.zst", "br, ads-3.br", "br, ads-4000-quality-1.br",
        "br, ads-4000-quality-11.br",
    })
    void survivesFlippedBits(String coding, String file) throws IOException {
        byte[] packed = packed(file);
        long seed = 20261129;
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            byte[] damaged = packed.clone();
            int most = i % 2 == 0 ? Math.min(40, packed.length) : packed.length;
            int bit = random.nextInt(most * 8);
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            int flipped = i;
            assertThatCode(() -> survives(damaged, coding))
                    .as("seed %d, flip %d, bit %d", seed, flipped, bit)
                    .doesNotThrowAnyException();
        }
    }

    private static void survives(byte[] damaged, String coding) {
        try {
            assertThat(decode(damaged, coding).length).isLessThanOrEqualTo((int) LIMIT);
        } catch (ContentCodingException e) {
            assertThat(e).hasMessageStartingWith(coding + ": ");
            assertThat(e.decoded().length).isLessThanOrEqualTo((int) LIMIT);
        }
    }

    private static byte[] packed(String file) throws IOException {
        try (InputStream in = ContentCodingTest.class.getResourceAsStream("/codings/" + file)) {
            return in.readAllBytes();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The text of which the files were made.
    private static String ads(int count) {
        StringBuilder ads = new StringBuilder();
        for (int i = 0; i < count; i++) {
            ads.append("<p>Ad ").append(i).append(": customer service in Sihanoukville, ");
            ads.append(i * 37 % 1000).append(" USDT, flight paid. 고객 상담 ");
            ads.append(i * 7919 % 10007).append("</p>\n");
        }
        return ads.toString();
    }

    @Test
    void packsWhatTheJdkUnpacks() throws IOException {
        try (GzipPacker packer = new GzipPacker()) {
            for (byte[] text : List.of(TEXT, new byte[0], new byte[] {1})) {
                byte[] packed = packer.pack(text, new byte[0], text);
                byte[] unpacked =
                        new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(packed))
                                .readAllBytes();
                assertThat(unpacked).isEqualTo(concatenated(text, text));
            }
        }
    }

    private static byte[] decode(byte[] body, String coding) throws ContentCodingException {
        return ContentCoding.decode(body, header(coding), new DecodeLimits(LIMIT, 200));
    }

    private static List<Header> header(String coding) {
        return List.of(new Header("content-encoding", coding));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] content, Deflater deflater) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed, deflater)) {
            deflated.write(content);
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
