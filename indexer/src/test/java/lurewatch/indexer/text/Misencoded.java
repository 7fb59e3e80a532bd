package lurewatch.indexer.text;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Lines as programs and keyboards write them that do not write Unicode.
public final class Misencoded {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Transliterator TO_ZAWGYI = Transliterator.getInstance("my-Zawgyi");
    private static final Transliterator FROM_ZAWGYI = Transliterator.getInstance("Zawgyi-my");
    private static final int SURELY_TOLD = 12;

    private Misencoded() {}

    /// The bytes of the line in UTF-8, each shown as Windows-1252 does, and the five that it has no
    /// sign for as control characters. A line with a single such character is left as it is: nobody
    /// could tell.
    public static String utf8(String line) {
        if (line.codePoints().filter(c -> c >= 0x80 && c != 0xA0).count() < 2) {
            return line;
        }
        StringBuilder shown = new StringBuilder();
        for (byte b : line.getBytes(StandardCharsets.UTF_8)) {
            char sign = new String(new byte[] {b}, WINDOWS_1252).charAt(0);
            shown.append(sign == '\ufffd' ? (char) (b & 0xff) : sign);
        }
        return shown.toString();
    }

    /// The line in Zawgyi, if it has enough Burmese to be told, all of which Zawgyi can write.
    public static String zawgyi(String line) {
        long letters = line.chars().filter(c -> c >= 0x1000 && c < 0x1022).count();
        String written = TO_ZAWGYI.transliterate(line);
        return letters >= SURELY_TOLD && FROM_ZAWGYI.transliterate(written).equals(line)
                ? written
                : line;
    }
}
