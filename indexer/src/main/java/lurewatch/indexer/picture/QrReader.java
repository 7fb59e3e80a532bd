package lurewatch.indexer.picture;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// QR codes, dark on light or light on dark.
final class QrReader implements PictureReader {
    private static final Map<DecodeHintType, ?> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);
    private static final int MOST_CODES = 4;

    @Override
    public PictureWords.Origin origin() {
        return PictureWords.Origin.QR_CODE;
    }

    @Override
    public String absence() {
        return "";
    }

    @Override
    public List<String> read(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        // what shows through is white: a code on a transparent ground is a dark code
        BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = opaque.createGraphics();
        canvas.setColor(java.awt.Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.drawImage(picture, 0, 0, null);
        canvas.dispose();
        int[] pixels = opaque.getRGB(0, 0, width, height, null, 0, width);
        LuminanceSource light = new RGBLuminanceSource(width, height, pixels);
        List<String> found = decode(light);
        return found.isEmpty() ? decode(light.invert()) : found;
    }

    private static List<String> decode(LuminanceSource light) {
        try {
            Result[] results =
                    new QRCodeMultiReader()
                            .decodeMultiple(new BinaryBitmap(new HybridBinarizer(light)), HINTS);
            return Arrays.stream(results).limit(MOST_CODES).map(Result::getText).toList();
        } catch (NotFoundException e) {
            return List.of(); // a picture of something else, as most are
        }
    }
}
