package lurewatch.indexer.erasure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds many byte strings at once, in one pass: every window of as many bytes as the shortest may
/// have is looked up, and what stands there is compared. Thread-safe.
///
/// Traces are looked for in each encoding that pages of these markets come in, and as JSON escapes
/// them. One that is shorter than the window is not looked for: it would be found everywhere.
final class TraceFinder {
    static final int WINDOW = 5;
    private static final long WINDOW_MASK = (1L << (Byte.SIZE * WINDOW)) - 1;
    private static final int CHUNK = 1 << 20;
    private static final List<String> CHARSETS =
            List.of(
                    "UTF-8",
                    "UTF-16LE",
                    "UTF-16BE",
                    "GB18030",
                    "Big5",
                    "EUC-KR",
                    "Shift_JIS",
                    "x-windows-874",
                    "windows-1251",
                    "windows-1252",
                    "windows-1258");

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Form(byte[] bytes, int trace, boolean isWholeWord) {}

    private final List<Trace> traces;
    private final Map<Long, List<Form>> forms = new HashMap<>();
    private final BitSet starts = new BitSet(1 << 16);
    private int longest;

    TraceFinder(List<Trace> traces) {
        this.traces = List.copyOf(traces);
        for (int i = 0; i < traces.size(); i++) {
            Set<String> known = new HashSet<>();
            for (String written : ways(traces.get(i))) {
                for (byte[] bytes : encodings(written)) {
                    if (bytes.length >= WINDOW
                            && known.add(new String(bytes, StandardCharsets.ISO_8859_1))) {
                        add(new Form(bytes, i, isWholeWord(traces.get(i))));
                    }
                }
            }
        }
    }

    /// People type names as they like.
    private static Set<String> ways(Trace trace) {
        String text = trace.text();
        return trace.kind() == Trace.Kind.NAME
                ? Set.copyOf(
                        List.of(
                                text,
                                text.toLowerCase(Locale.ROOT),
                                text.toUpperCase(Locale.ROOT),
                                Normalizer.normalize(text, Normalizer.Form.NFC),
                                Normalizer.normalize(text, Normalizer.Form.NFD)))
                : Set.of(text);
    }

    /// `…?no=1` does not stand in `…?no=12`, nor `@lucky8` in `@lucky88`. What is cut goes on.
    private static boolean isWholeWord(Trace trace) {
        return switch (trace.kind()) {
            case ADDRESS -> true;
            case CONTACT, NAME -> trace.text().length() < Traces.LONGEST - 1;
            case TITLE, SENTENCE, DIGEST -> false;
        };
    }

    private void add(Form form) {
        long window = 0;
        for (int i = 0; i < WINDOW; i++) {
            window = window << Byte.SIZE | (form.bytes()[i] & 0xff);
        }
        forms.computeIfAbsent(window, _ -> new ArrayList<>()).add(form);
        starts.set((int) (window & 0xffff));
        longest = Math.max(longest, form.bytes().length);
    }

    private static List<byte[]> encodings(String text) {
        List<byte[]> all = new ArrayList<>();
        for (String name : CHARSETS) {
            encoded(Charset.forName(name), text).ifPresent(all::add);
        }
        all.add(escaped("\\u%04X", text));
        all.add(escaped("\\u%04x", text));
        return all;
    }

    /// Empty where no text of that encoding can hold it.
    private static Optional<byte[]> encoded(Charset charset, String text) {
        try {
            ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return Optional.of(copy);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// As ASCII, with all other characters written so.
    private static byte[] escaped(String form, String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars()
                .forEach(c -> {
                    if (c < 0x80) {
                        escaped.append((char) c);
                    } else {
                        escaped.append(String.format(Locale.ROOT, form, c));
                    }
                });
        return escaped.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// The traces in these bytes.
    Set<Trace> in(byte[] bytes) {
        BitSet found = new BitSet();
        search(bytes, bytes.length, found);
        return named(found);
    }

    Set<Trace> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The traces in a stream, which is read to its end; holds a chunk of it.
    Set<Trace> in(InputStream stream) throws IOException {
        BitSet found = new BitSet();
        byte[] buffer = new byte[CHUNK + longest];
        int kept = 0;
        int count = stream.readNBytes(buffer, 0, CHUNK);
        while (count > 0) {
            int length = kept + count;
            search(buffer, length, found);
            kept = Math.min(length, longest);
            System.arraycopy(buffer, length - kept, buffer, 0, kept);
            count = stream.readNBytes(buffer, kept, CHUNK);
        }
        return named(found);
    }

    private void search(byte[] bytes, int length, BitSet found) {
        long window = 0;
        for (int i = 0; i < length; i++) {
            window = (window << Byte.SIZE | (bytes[i] & 0xff)) & WINDOW_MASK;
            if (i + 1 >= WINDOW && starts.get((int) (window & 0xffff))) {
                List<Form> candidates = forms.get(window);
                if (candidates != null) {
                    compare(candidates, bytes, i + 1 - WINDOW, length, found);
                }
            }
        }
    }

    private void compare(List<Form> candidates, byte[] bytes, int at, int length, BitSet found) {
        for (Form form : candidates) {
            byte[] wanted = form.bytes();
            if (at + wanted.length <= length
                    && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)
                    && !(form.isWholeWord() && goesOn(bytes, at + wanted.length, length))
                    && !(isName(form) && at > 0 && isLetter(bytes[at - 1]))) {
                found.set(form.trace());
            }
        }
    }

    /// Part of no other word before it either; what stands before a contact is its address.
    private boolean isName(Form form) {
        return traces.get(form.trace()).kind() == Trace.Kind.NAME;
    }

    private static boolean isLetter(byte b) {
        return b > 0 && Character.isLetterOrDigit(b);
    }

    private static boolean goesOn(byte[] bytes, int at, int length) {
        if (at >= length) {
            return false;
        }
        char next = (char) (bytes[at] & 0x7f);
        return bytes[at] > 0 && (Character.isLetterOrDigit(next) || "/?&=%-_".indexOf(next) >= 0);
    }

    private Set<Trace> named(BitSet found) {
        Set<Trace> named = new HashSet<>();
        found.stream().forEach(i -> named.add(traces.get(i)));
        return named;
    }
}
