package lurewatch.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.PageAddress;
import lurewatch.indexer.picture.Pictures;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/// Reads a mail: one posting for the mail itself and one for each message that it carries whole
/// (`message/rfc822`), as people forward ads. Of alternatives the fullest text is read, and the
/// links of all; of pictures the words in them.
final class MailReader {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int LONGEST_FIELD = 1 << 18;
    private static final int MOST_FIELDS = 2000;

    /// mime4j's usual bounds, with room for the heads that mail gateways write.
    static final MimeConfig BOUNDS =
            MimeConfig.custom()
                    .setMaxLineLen(LONGEST_LINE)
                    .setMaxHeaderLen(LONGEST_FIELD)
                    .setMaxHeaderCount(MOST_FIELDS)
                    .build();

    /// Real mails nest five deep; each level costs a reader around all that follow.
    private static final int DEEPEST = 32;

    private static final int MOST_PARTS = 500;
    private static final int LONGEST_PART = 4 << 20;
    private static final int HEADING = 300;

    /// The standard has seventy (RFC 2046, 5.1.1).
    private static final int LONGEST_BOUNDARY = 100;

    private final Addresses addresses;
    private final List<String> failures;
    private final MimeTokenStream stream = new MimeTokenStream(BOUNDS);
    private final Deque<Message> open = new ArrayDeque<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final DataPictures pictures = new DataPictures();
    private int depth;
    private int parts;
    private int count;

    private MailReader(Addresses addresses, List<String> failures) {
        this.addresses = addresses;
        this.failures = failures;
    }

    /// @param failures gets what could not be read
    static PageReading read(byte[] mail, Addresses addresses, List<String> failures) {
        MailReader reader = new MailReader(addresses, failures);
        reader.stream.parse(new ByteArrayInputStream(mail));
        reader.walk();
        return PageReading.of(reader.drafts);
    }

    /// A message while it is being read.
    private static final class Message {
        final Draft draft;
        final List<Alternatives> alternatives = new ArrayList<>();
        boolean inHead = true;

        Message(Draft draft) {
            this.draft = draft;
        }
    }

    /// Texts that say the same: the fullest counts.
    private static final class Alternatives {
        final int depth;
        String fullest = "";

        Alternatives(int depth) {
            this.depth = depth;
        }

        void add(String text) {
            fullest = text.length() > fullest.length() ? text : fullest;
        }
    }

    private void walk() {
        try {
            EntityState state = stream.getState();
            while (state != EntityState.T_END_OF_STREAM) {
                step(state);
                Optional<String> met = limitMet(stream, depth, DEEPEST, parts, MOST_PARTS);
                if (met.isPresent()) {
                    failures.add(met.get());
                    break;
                }
                state = stream.next();
            }
        } catch (IOException | MimeException e) {
            failures.add(fault("mail", e));
        }
        while (!open.isEmpty()) {
            endMessage();
        }
    }

    /// Which limit the parts of a mail have met.
    static Optional<String> limitMet(
            MimeTokenStream stream, int depth, int deepest, int parts, int mostParts) {
        if (depth > deepest) {
            return Optional.of("limit parts_depth=" + deepest + " observed=" + depth);
        }
        if (parts > mostParts) {
            return Optional.of("limit parts=" + mostParts + " observed=" + parts);
        }
        // It is looked for at each byte, and a long one that repeats itself at each byte again.
        String boundary =
                stream.getState() == EntityState.T_START_MULTIPART
                        ? stream.getBodyDescriptor().getBoundary()
                        : "";
        return boundary != null && boundary.length() > LONGEST_BOUNDARY
                ? Optional.of(
                        "limit parts_boundary="
                                + LONGEST_BOUNDARY
                                + " observed="
                                + boundary.length())
                : Optional.empty();
    }

    /// What is wrong with a mail, for people: a bound that was met as every limit is told.
    static String fault(String what, Exception fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case MaxLineLimitException _ -> {
                    return beyond("parts_line", LONGEST_LINE);
                }
                case MaxHeaderLengthLimitException _ -> {
                    return beyond("parts_field", LONGEST_FIELD);
                }
                case MaxHeaderLimitException _ -> {
                    return beyond("parts_fields", MOST_FIELDS);
                }
                default -> {}
            }
        }
        return what + ": " + Prose.shortened(String.valueOf(fault.getMessage()), 200);
    }

    /// Nobody read on to see by how much.
    private static String beyond(String limit, int most) {
        return "limit " + limit + "=" + most + " observed=" + (most + 1);
    }

    private void step(EntityState state) throws IOException {
        switch (state) {
            case T_START_MESSAGE -> startMessage();
            case T_END_MESSAGE -> endMessage();
            case T_FIELD -> field(stream.getField());
            case T_START_MULTIPART -> startMultipart();
            case T_END_MULTIPART -> endMultipart();
            case T_START_BODYPART -> {
                parts++;
                openMessage().inHead = false;
            }
            case T_BODY -> body();
            default -> {}
        }
    }

    private Message openMessage() {
        Message message = open.peek();
        if (message == null) {
            throw new IllegalStateException("a part outside of any message");
        }
        return message;
    }

    private void startMessage() {
        depth++;
        count++;
        String own = count == 1 ? "" : PageAddress.MESSAGE + count;
        Draft draft = new Draft().at(addresses.page() + own);
        drafts.add(draft);
        open.push(new Message(draft));
    }

    private void endMessage() {
        depth--;
        Message message = open.pop();
        message.alternatives.forEach(texts -> message.draft.body(texts.fullest));
    }

    private void startMultipart() {
        depth++;
        Message message = openMessage();
        message.inHead = false;
        if (stream.getBodyDescriptor().getMimeType().equals("multipart/alternative")) {
            message.alternatives.add(new Alternatives(depth));
        }
    }

    private void endMultipart() {
        Message message = openMessage();
        message.alternatives.stream()
                .filter(texts -> texts.depth == depth)
                .forEach(texts -> message.draft.body(texts.fullest));
        message.alternatives.removeIf(texts -> texts.depth == depth);
        depth--;
    }

    private void field(Field field) {
        Message message = openMessage();
        if (!message.inHead) {
            return;
        }
        switch (field.getNameLowerCase()) {
            case "subject" -> message.draft.title(Prose.shortened(words(field), HEADING));
            case "from" -> message.draft.author(words(field));
            case "date" -> message.draft.postedAt(Dates.read(field.getBody().strip()));
            case "reply-to" -> message.draft.field("Reply-To: " + words(field));
            default -> {}
        }
    }

    /// Encoded words decoded; bare bytes, against all rules but common, are read as UTF-8.
    private static String words(Field field) {
        byte[] raw = field.getRaw() == null ? new byte[0] : field.getRaw().toByteArray();
        String whole = new String(raw, StandardCharsets.UTF_8);
        int colon = whole.indexOf(':');
        String body = colon < 0 ? field.getBody() : whole.substring(colon + 1);
        return Prose.line(
                DecoderUtil.decodeEncodedWords(
                        body.replaceAll("\\r?\\n(?=[ \\t])", ""), DecodeMonitor.SILENT));
    }

    private void body() throws IOException {
        BodyDescriptor descriptor = stream.getBodyDescriptor();
        String type = LowerCase.of(descriptor.getMimeType());
        Message message = openMessage();
        message.inHead = false;
        // Programs that do not know a picture's type send it as plain bytes.
        if (type.startsWith("image/") || type.equals("application/octet-stream")) {
            byte[] picture = stream.getDecodedInputStream().readNBytes(Pictures.MOST_BYTES + 1);
            pictures.addTo(message.draft, picture);
            return;
        }
        if (!type.startsWith("text/")) {
            return;
        }
        byte[] bytes = stream.getDecodedInputStream().readNBytes(LONGEST_PART);
        String charset = descriptor.getCharset();
        boolean declared = charset != null && !charset.equalsIgnoreCase("us-ascii");
        String contentType = declared ? type + "; charset=" + charset : type;
        String decoded = PageText.decode(bytes, contentType, "").text();
        String text =
                type.equals("text/html")
                        ? HtmlText.words(decoded, message.draft, addresses)
                        : Prose.lines(decoded);
        if (message.alternatives.isEmpty()) {
            message.draft.body(text);
        } else {
            message.alternatives.getLast().add(text);
        }
    }
}
