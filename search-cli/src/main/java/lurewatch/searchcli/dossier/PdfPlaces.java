package lurewatch.searchcli.dossier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The places on a PDF's pages that have a name, which are the postings of a printed dossier.
///
/// Reads the plain objects and the plain table of them that Chromium writes, from the file's end on
/// (ISO 32000-1, 7.5 and 12.3.2.3), and nothing else of the format.
final class PdfPlaces {
    /// Of the end of a file, which says where the table is.
    private static final int END = 1024;

    /// An entry of the table has exactly so many bytes.
    private static final int ENTRY = 20;

    private static final int OFFSET_DIGITS = 10;
    private static final int TABLE_HEAD = 64;
    private static final int CATALOG = 1 << 16;

    /// Some 100 bytes for a place.
    private static final int MOST_NAMES = 16 << 20;

    private static final Pattern START =
            Pattern.compile("startxref\\s+(\\d{1,18})\\s+%%EOF\\s*\\z");
    private static final Pattern ROOT = Pattern.compile("/Root (\\d{1,9}) 0 R");
    private static final Pattern NAMES = Pattern.compile("/Dests (\\d{1,9}) 0 R");
    private static final Pattern FIRST = Pattern.compile("\\Axref\\s+0 (\\d{1,9})\\s");
    private static final Pattern PLACE =
            Pattern.compile("/([^\\s/\\[\\]<>()]{1,256}) ?\\[\\d{1,9} 0 R /XYZ ");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

    private final Path file;
    private final FileChannel channel;

    private PdfPlaces(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Their names, in no order.
    static List<String> in(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new PdfPlaces(file, channel).names();
        }
    }

    private List<String> names() throws IOException {
        if (!text(0, "%PDF-".length()).equals("%PDF-")) {
            throw unreadable("it does not begin as a PDF");
        }
        String end = text(Math.max(0, channel.size() - END), END);
        long table = number(START, end).orElseThrow(() -> unreadable("its end is missing"));
        long root = number(ROOT, end).orElseThrow(() -> unreadable("it names no catalog"));
        Optional<Long> names = number(NAMES, object(table, root, CATALOG));
        List<String> found = new ArrayList<>();
        if (names.isPresent()) {
            Matcher place = PLACE.matcher(object(table, names.get(), MOST_NAMES));
            while (place.find()) {
                found.add(unescaped(place.group(1)));
            }
        }
        return found;
    }

    private String object(long table, long number, int longest) throws IOException {
        Matcher head = FIRST.matcher(text(table, TABLE_HEAD));
        if (!head.find() || number >= Long.parseLong(head.group(1))) {
            throw unreadable("its table of objects is not where its end says");
        }
        String offset = text(table + head.end() + number * ENTRY, OFFSET_DIGITS);
        if (!offset.matches("\\d{10}")) {
            throw unreadable("its table of objects is not whole");
        }
        String object = text(Long.parseLong(offset), longest);
        int end = object.indexOf("endobj");
        if (!object.startsWith(number + " 0 obj") || end < 0) {
            throw unreadable("object " + number + " is not where its table says");
        }
        return object.substring(0, end);
    }

    private static Optional<Long> number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(Long.parseLong(found.group(1))) : Optional.empty();
    }

    private static String unescaped(String name) {
        return ESCAPED.matcher(name)
                .replaceAll(hex ->
                        Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(hex.group(1), 16))));
    }

    /// At most that many bytes from there on, each as a character.
    private String text(long from, int length) throws IOException {
        long there = Math.clamp(channel.size() - from, 0, length);
        ByteBuffer bytes = ByteBuffer.allocate((int) there);
        int read;
        do {
            read = channel.read(bytes, from + bytes.position());
        } while (read > 0 && bytes.hasRemaining());
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }

    private IOException unreadable(String why) {
        return new IOException(file.getFileName() + " does not read back as a PDF: " + why);
    }
}
