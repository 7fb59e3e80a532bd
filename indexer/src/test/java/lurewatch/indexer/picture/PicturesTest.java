package lurewatch.indexer.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static final String WORDS = "https://t.me/sample_qr";

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "jpg"})
    void readsACodeInEachFormat(String format) {
        BufferedImage opaque = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(QrPictures.code(WORDS, 200), 0, 0, null);
        assertThat(Pictures.read(QrPictures.bytes(opaque, format)))
                .containsExactly(new PictureWords(PictureWords.Origin.QR_CODE, WORDS));
    }

    @Test
    void readsLightOnDarkAndOnTransparentGround() {
        int clear = 0x00000000;
        int white = 0xFFFFFFFF;
        int dark = 0xFF102030;
        assertThat(Pictures.read(QrPictures.bytes(QrPictures.code(WORDS, 150, dark, clear), "png")))
                .hasSize(1);
        assertThat(Pictures.read(QrPictures.bytes(QrPictures.code(WORDS, 150, white, dark), "png")))
                .hasSize(1);
    }

    @Test
    void readsSeveralCodesInOnePicture() {
        BufferedImage both = new BufferedImage(420, 200, BufferedImage.TYPE_INT_RGB);
        var canvas = both.createGraphics();
        canvas.setColor(java.awt.Color.WHITE);
        canvas.fillRect(0, 0, 420, 200);
        canvas.drawImage(QrPictures.code(WORDS, 180), 10, 10, null);
        canvas.drawImage(QrPictures.code("https://zalo.me/g/sample", 180), 230, 10, null);
        assertThat(Pictures.read(QrPictures.bytes(both, "png")))
                .extracting(PictureWords::words)
                .containsExactlyInAnyOrder(WORDS, "https://zalo.me/g/sample");
    }

    @Test
    void findsNothingInWhatIsNoCode() {
        BufferedImage noise = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int i = 0; i < 100 * 100; i++) {
            noise.setRGB(i % 100, i / 100, random.nextInt());
        }
        assertThat(Pictures.read(QrPictures.bytes(noise, "png"))).isEmpty();
        assertThat(Pictures.read(new byte[0])).isEmpty();
        assertThat(
                        Pictures.read(
                                "no picture at all"
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void brokenAndHostilePicturesCostThemselves() {
        byte[] whole = QrPictures.bytes(QrPictures.code(WORDS, 200), "png");
        for (int length = 0; length < whole.length; length += 7) {
            assertThat(Pictures.read(Arrays.copyOf(whole, length))).hasSizeLessThanOrEqualTo(1);
        }
        byte[] claimsToBeHuge = whole.clone();
        Arrays.fill(claimsToBeHuge, 17, 23, (byte) 0x7F); // width and height in a PNG's first chunk
        assertThat(Pictures.read(claimsToBeHuge)).isEmpty();
        assertThat(Pictures.read(new byte[Pictures.MOST_BYTES + 1])).isEmpty();
    }

    @Test
    void saysThatNothingIsInstalledThatReadsWriting() {
        assertThat(Pictures.absences())
                .containsEntry("text in a picture", "not installed")
                .hasSize(1);
    }
}
