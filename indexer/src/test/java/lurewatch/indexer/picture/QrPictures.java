package lurewatch.indexer.picture;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/// Pictures of QR codes for tests.
public final class QrPictures {
    private static final int WHITE = 0xFFFFFFFF;
    private static final int BLACK = 0xFF000000;

    private QrPictures() {}

    /// The address of a picture that a page carries in itself.
    public static String dataAddress(String words) {
        return "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(bytes(code(words, 160), "png"));
    }

    static BufferedImage code(String words, int size) {
        return code(words, size, BLACK, WHITE);
    }

    static BufferedImage code(String words, int size, int dark, int light) {
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        BitMatrix matrix = matrix(words, size);
        for (int x = 0; x < size; x++) {
            for (int y = 0; y < size; y++) {
                picture.setRGB(x, y, matrix.get(x, y) ? dark : light);
            }
        }
        return picture;
    }

    static byte[] bytes(BufferedImage picture, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BitMatrix matrix(String words, int size) {
        try {
            return new QRCodeWriter().encode(words, BarcodeFormat.QR_CODE, size, size);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
