package lurewatch.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.picture.Pictures;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A page with its frames and pictures in one file, as Chrome and Edge save it (`.mhtml`, RFC
/// 2557). The first HTML in it is the page; what that page shows of the other parts is put into it,
/// so that it reads like any page that carries them itself.
public final class Mhtml {
    public static final String MEDIA_TYPE = "multipart/related";

    /// Where the page stood, by Chrome's word; other programs say it of the part.
    private static final String SNAPSHOT_LOCATION = "snapshot-content-location";

    private static final String CONTENT_LOCATION = "content-location";
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary\\s*=", Pattern.CASE_INSENSITIVE);

    /// Of a file without a head: a boundary as RFC 2046, 5.1.1 has it.
    private static final Pattern FIRST_LINE =
            Pattern.compile("(?:\\r?\\n)?--([\\w'()+,./:=?-]{1,70})\\s*\\n");

    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 2000;
    private static final int MOST_KEPT = 200;
    private static final int LONGEST_PAGE = 16 << 20;

    /// As many as are read of any page.
    private static final int MOST_FRAMES = 20;

    private static final int MOST_PICTURES = 40;

    private final MimeTokenStream stream = new MimeTokenStream(MailReader.BOUNDS);
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Part> parts = new HashMap<>();
    private Optional<Part> root = Optional.empty();
    private String id = "";
    private String location = "";
    private long characters;
    private long tags;

    private Mhtml() {}

    /// A file in the file.
    private static final class Part {
        private final String type;
        private final String charset;
        private final byte[] bytes;

        Part(String type, String charset, byte[] bytes) {
            this.type = type;
            this.charset = charset;
            this.bytes = bytes;
        }

        static boolean isPage(String type) {
            return type.equals("text/html") || type.equals("application/xhtml+xml");
        }

        boolean isPage() {
            return isPage(type);
        }

        String text() {
            String contentType = charset.isEmpty() ? type : type + "; charset=" + charset;
            return PageText.decode(bytes, contentType, "").text();
        }

        String asAddress() {
            return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
        }
    }

    /// Where the page stood, as the file says.
    public static Optional<String> locationIn(byte[] file) {
        MimeTokenStream stream = new MimeTokenStream(MailReader.BOUNDS);
        stream.parse(new ByteArrayInputStream(file));
        Optional<String> location = Optional.empty();
        try {
            for (EntityState state = stream.getState();
                    state != EntityState.T_BODY && state != EntityState.T_END_OF_STREAM;
                    state = stream.next()) {
                if (state != EntityState.T_FIELD) {
                    continue;
                }
                Field field = stream.getField();
                String value = field.getBody().strip();
                switch (field.getNameLowerCase()) {
                    case SNAPSHOT_LOCATION -> {
                        return Optional.of(value);
                    }
                    case CONTENT_LOCATION -> location = location.or(() -> Optional.of(value));
                    default -> {}
                }
            }
        } catch (IOException | MimeException e) {
            return location; // as far as it goes
        }
        return location;
    }

    /// @param page the page with what it shows in it
    /// @param failures what could not be read
    record Unpacked(Document page, List<String> failures) {}

    /// @param contentType the server's word, which has the boundary where the file has no head
    /// @throws UnreadableException if no page is in it
    static Unpacked unpacked(byte[] file, String contentType) {
        Mhtml mhtml = new Mhtml();
        ByteArrayInputStream bytes = new ByteArrayInputStream(file);
        Optional<String> head =
                hasHead(file) ? Optional.empty() : headOf(contentType).or(() -> headOf(file));
        head.ifPresentOrElse(
                said -> mhtml.stream.parseHeadless(bytes, said), () -> mhtml.stream.parse(bytes));
        mhtml.walk();
        Part page =
                mhtml.root.orElseThrow(() ->
                        new UnreadableException(
                                "no page in the file; "
                                        + String.join("; ", mhtml.failures).strip()));
        Document whole = mhtml.whole(page);
        mhtml.sayLimits();
        return new Unpacked(whole, mhtml.failures);
    }

    private static Optional<String> headOf(String contentType) {
        return Optional.of(contentType).filter(said -> BOUNDARY.matcher(said).find());
    }

    /// By the line that it begins with.
    private static Optional<String> headOf(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 100), StandardCharsets.ISO_8859_1);
        Matcher line = FIRST_LINE.matcher(start);
        return line.lookingAt()
                ? Optional.of(MEDIA_TYPE + "; boundary=\"" + line.group(1) + '"')
                : Optional.empty();
    }

    /// Whether the file's own head says what stands between its parts.
    private static boolean hasHead(byte[] file) {
        MimeTokenStream stream = new MimeTokenStream(MailReader.BOUNDS);
        stream.parse(new ByteArrayInputStream(file));
        try {
            EntityState state = stream.getState();
            while (state != EntityState.T_END_HEADER && state != EntityState.T_END_OF_STREAM) {
                state = stream.next();
            }
            return state == EntityState.T_END_HEADER
                    && stream.next() == EntityState.T_START_MULTIPART;
        } catch (IOException | MimeException e) {
            return false; // a head that cannot be read names nothing
        }
    }

    private void walk() {
        int count = 0;
        int depth = 0;
        try {
            EntityState state = stream.getState();
            while (state != EntityState.T_END_OF_STREAM) {
                switch (state) {
                    case T_START_MULTIPART -> depth++;
                    case T_END_MULTIPART -> depth--;
                    case T_START_BODYPART -> {
                        count++;
                        id = "";
                        location = "";
                    }
                    case T_FIELD -> field(stream.getField());
                    case T_BODY -> body();
                    default -> {}
                }
                Optional<String> met =
                        MailReader.limitMet(stream, depth, DEEPEST, count, MOST_PARTS);
                if (met.isPresent()) {
                    failures.add(met.get());
                    return;
                }
                state = stream.next();
            }
        } catch (IOException | MimeException e) {
            failures.add(MailReader.fault("saved page", e));
        }
    }

    private void field(Field field) {
        switch (field.getNameLowerCase()) {
            case "content-id" -> id = field.getBody().strip().replaceAll("^<|>$", "");
            case CONTENT_LOCATION -> location = field.getBody().strip();
            default -> {}
        }
    }

    private void body() throws IOException {
        BodyDescriptor descriptor = stream.getBodyDescriptor();
        String type = LowerCase.of(descriptor.getMimeType());
        boolean isPicture = type.startsWith("image/");
        boolean isShown = isPicture || Part.isPage(type);
        if (!isShown || parts.size() >= MOST_KEPT) {
            return;
        }
        int most = isPicture ? Pictures.MOST_BYTES : LONGEST_PAGE;
        byte[] bytes = stream.getDecodedInputStream().readNBytes(most + 1);
        if (bytes.length > most) {
            failures.add("limit saved_part=" + most + " observed=" + bytes.length);
            return;
        }
        String charset = descriptor.getCharset();
        boolean declared = charset != null && !charset.equalsIgnoreCase("us-ascii");
        Part part = new Part(type, declared ? charset : "", bytes);
        root = root.or(() -> Optional.of(part).filter(Part::isPage));
        if (!id.isEmpty()) {
            parts.putIfAbsent("cid:" + id, part);
        }
        if (!location.isEmpty()) {
            parts.putIfAbsent(location, part);
        }
    }

    /// The page with what it shows of other parts in it; a frame's frames stand beside it.
    private Document whole(Part part) {
        Document page = parsed(part);
        Set<Part> shown = new HashSet<>(Set.of(part));
        Deque<Document> open = new ArrayDeque<>(List.of(page));
        int pictures = 0;
        while (!open.isEmpty()) {
            Document document = open.remove();
            for (Element picture : document.select("img[src]")) {
                Optional<Part> bytes = shownIn(picture).filter(found -> !found.isPage());
                if (bytes.isPresent() && pictures++ < MOST_PICTURES) {
                    picture.attr("src", bytes.get().asAddress());
                }
            }
            document.select("iframe[src], frame[src]").stream()
                    .flatMap(frame -> shownIn(frame).stream())
                    .filter(found -> found.isPage() && shown.size() <= MOST_FRAMES)
                    .filter(shown::add)
                    .forEach(found -> open.add(parsed(found)));
            if (!document.equals(page)) {
                // At the end and not in its place: trees must not become deeper.
                Element within = page.body().appendElement("div");
                within.appendChildren(List.copyOf(document.body().childNodes()));
            }
        }
        return page;
    }

    /// All that is shown together is no longer, and has no more tags, than one page may.
    private Document parsed(Part part) {
        String text = part.text();
        int room = (int) Math.max(0, Html.LONGEST - characters);
        long tagsLeft = Math.max(0, Html.MOST_TAGS - tags);
        characters += text.length();
        tags += Html.tags(text);
        return Html.page(text.substring(0, Html.end(text, room, tagsLeft)));
    }

    private void sayLimits() {
        if (characters > Html.LONGEST) {
            failures.add(Html.tooLong(characters));
        }
        if (tags > Html.MOST_TAGS) {
            failures.add(Html.tooManyTags(tags));
        }
    }

    private Optional<Part> shownIn(Element element) {
        return Optional.ofNullable(parts.get(element.attr("src").strip()));
    }
}
