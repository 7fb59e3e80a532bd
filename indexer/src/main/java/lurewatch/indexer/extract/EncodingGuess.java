package lurewatch.indexer.extract;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.extract.Encodings.Encoding;

/// The likeliest encoding of bytes that declare none.
///
/// East and South-East Asian encodings are told apart by decoding a sample with each and weighing
/// how usual its characters are ([CharacterFrequency]); ICU's detector, which knows no Thai or
/// Vietnamese and needs longer texts, decides among the rest. The host's country counts as a hint,
/// as it does in browsers.
final class EncodingGuess {
    private static final int SAMPLE = 64 * 1024;

    /// A candidate must look at least this much like its language.
    private static final double PLAUSIBLE = 0.42;

    private static final double HINT = 0.12;
    private static final int SURE_ENOUGH = 25;

    private static final Map<String, String> BY_COUNTRY =
            Map.of(
                    "kr",
                    "euc-kr",
                    "jp",
                    "shift_jis",
                    "cn",
                    "gbk",
                    "tw",
                    "big5",
                    "hk",
                    "big5",
                    "th",
                    "windows-874",
                    "vn",
                    "windows-1258");

    private static final List<String> CANDIDATES =
            List.of("euc-kr", "gbk", "big5", "shift_jis", "euc-jp", "windows-874", "windows-1258");

    private EncodingGuess() {}

    static Encoding of(byte[] payload, String host) {
        byte[] sample = payload.length <= SAMPLE ? payload : Arrays.copyOf(payload, SAMPLE);
        byte[] high = beyondAscii(sample);
        if (high.length == 0) {
            return isIso2022Jp(sample) ? Encodings.named("iso-2022-jp") : Encodings.WINDOWS_1252;
        }
        if (isUtf8(sample)) {
            return Encodings.UTF_8;
        }
        return asian(high, hint(host))
                .or(() -> icu(wordsBeyondAscii(sample)))
                .orElse(Encodings.WINDOWS_1252);
    }

    private static String hint(String host) {
        String country = host.substring(host.lastIndexOf('.') + 1);
        return BY_COUNTRY.getOrDefault(country, "");
    }

    private static Optional<Encoding> asian(byte[] high, String hint) {
        String best = "";
        double bestScore = PLAUSIBLE;
        for (String name : CANDIDATES) {
            Encoding encoding = Encodings.named(name);
            String text = new String(high, encoding.charset().orElseThrow());
            double score = CharacterFrequency.share(name, text) + (name.equals(hint) ? HINT : 0);
            if (score > bestScore) {
                best = name;
                bestScore = score;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(Encodings.named(best));
    }

    /// What ICU is sure of, among encodings that a browser knows.
    private static Optional<Encoding> icu(byte[] sample) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(sample);
        for (CharsetMatch match : detector.detectAll()) {
            Optional<Encoding> encoding = Encodings.labelled(match.getName());
            if (match.getConfidence() >= SURE_ENOUGH && encoding.isPresent()) {
                return encoding;
            }
        }
        return Optional.empty();
    }

    /// The bytes above ASCII with their neighbours: a run keeps the byte before it (a base letter
    /// that a Vietnamese accent follows) and after it (a trail byte in the ASCII range); runs are
    /// parted by a space.
    private static byte[] beyondAscii(byte[] sample) {
        byte[] kept = new byte[sample.length * 2];
        int count = 0;
        int last = -1;
        for (int i = 0; i < sample.length; i++) {
            boolean isHigh = sample[i] < 0;
            boolean followsHigh = i > 0 && sample[i - 1] < 0;
            boolean precedesHigh =
                    i + 1 < sample.length && sample[i + 1] < 0 && isLetter(sample[i]);
            if (isHigh || (followsHigh && sample[i] > 0x2F) || precedesHigh) {
                if (last >= 0 && last != i - 1) {
                    kept[count++] = ' ';
                }
                kept[count++] = sample[i];
                last = i;
            }
        }
        return last < 0 ? new byte[0] : Arrays.copyOf(kept, count);
    }

    /// The words with a byte above ASCII: markup and English around them say nothing about it.
    private static byte[] wordsBeyondAscii(byte[] sample) {
        byte[] kept = new byte[sample.length + 1];
        int count = 0;
        int start = 0;
        boolean high = false;
        for (int i = 0; i <= sample.length; i++) {
            boolean inWord = i < sample.length && (sample[i] < 0 || isLetter(sample[i]));
            if (inWord) {
                high |= sample[i] < 0;
            } else {
                if (high) {
                    System.arraycopy(sample, start, kept, count, i - start);
                    count += i - start;
                    kept[count++] = ' ';
                }
                start = i + 1;
                high = false;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static boolean isLetter(byte b) {
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    private static boolean isIso2022Jp(byte[] sample) {
        String ascii = new String(sample, StandardCharsets.ISO_8859_1);
        return ascii.contains("\u001b$B") || ascii.contains("\u001b$@");
    }

    /// Whether it is UTF-8 but for a torn end.
    private static boolean isUtf8(byte[] sample) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(sample);
        try {
            decoder.decode(in);
            return true;
        } catch (CharacterCodingException e) {
            return decodesButForItsEnd(sample);
        }
    }

    private static boolean decodesButForItsEnd(byte[] sample) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(sample);
        var out = java.nio.CharBuffer.allocate(sample.length);
        CoderResult result = decoder.decode(in, out, false);
        return !result.isError() && in.remaining() < 4;
    }
}
