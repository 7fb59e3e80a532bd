package lurewatch.crawler.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import lurewatch.indexer.Digest;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.extract.ChatForm;
import lurewatch.indexer.extract.ChatHead;
import lurewatch.indexer.extract.Extractor;

/// A chat that WhatsApp, KakaoTalk or LINE wrote into a text file, by itself or packed with its
/// pictures into a zip file. Each message is a record, its bytes those of its lines in the file;
/// its media type says of what form they are and, where the file tells, of what day. What the
/// messenger itself says, that somebody joined, is passed over.
final class ChatExport {
    private static final int SNIFFED = 1 << 16;
    private static final int SNIFFED_LINES = 200;

    /// One line like a head may stand in any text.
    private static final int FEWEST_HEADS = 2;

    private static final char MARK = '\uFEFF';

    private final ChatForm form;
    private final Charset charset;
    private final ChatDays days;
    private final IntakeOptions options;
    private final IntakeSink sink;

    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private Optional<ChatHead> head = Optional.empty();
    private Optional<String> day = Optional.empty();
    private long firstLine;
    private boolean isTooLong;

    private ChatExport(
            ChatForm form, Charset charset, ChatDays days, IntakeOptions options, IntakeSink sink) {
        this.form = form;
        this.charset = charset;
        this.days = days;
        this.options = options;
        this.sink = sink;
    }

    /// Whether a text's beginning is that of such a file.
    static boolean isOne(byte[] start) {
        return form(start).isPresent();
    }

    private static Optional<ChatForm> form(byte[] start) {
        Optional<ChatForm> likeliest = Optional.empty();
        long most = FEWEST_HEADS - 1;
        for (ChatForm form : ChatForm.values()) {
            long heads =
                    new String(start, charset(start))
                            .lines()
                            .limit(SNIFFED_LINES)
                            .filter(line -> said(form, line))
                            .count();
            if (heads > most) {
                likeliest = Optional.of(form);
                most = heads;
            }
        }
        return likeliest;
    }

    private static boolean said(ChatForm form, String line) {
        return form.head(line).flatMap(ChatHead::author).isPresent();
    }

    private static Charset charset(byte[] start) {
        return Charset.forName(Extractor.encodingOf(start));
    }

    static void read(Path file, IntakeOptions options, IntakeSink sink)
            throws IOException, InterruptedException, IntakeRefusedException {
        byte[] start;
        try (ChatFile chat = ChatFile.open(file)) {
            start = chat.in().readNBytes(SNIFFED);
        }
        ChatForm form =
                form(start)
                        .orElseThrow(
                                () -> IntakeRefusedException.unusable("no chat that is known"));
        Charset charset = charset(start);
        if (charset.name().startsWith("UTF-16")) {
            throw IntakeRefusedException.unusable("it is in UTF-16; save it as text in UTF-8");
        }
        ChatDays days = new ChatDays();
        try (ChatFile chat = ChatFile.open(file);
                Lines lines = chat.lines(options.mostBytes())) {
            for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                String text = text(line.get(), charset);
                form.head(text)
                        .flatMap(ChatHead::day)
                        .or(() -> ChatForm.day(text))
                        .ifPresent(days::learn);
            }
        }
        try (ChatFile chat = ChatFile.open(file);
                Lines lines = chat.lines(options.mostBytes())) {
            new ChatExport(form, charset, days, options, sink).walk(lines);
        }
    }

    private static String text(Lines.Line line, Charset charset) {
        String text = new String(line.bytes(), charset);
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private void walk(Lines lines) throws IOException, InterruptedException {
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            sink.progress(lines.position(), lines.size());
            String text = text(line.get(), charset);
            Optional<ChatHead> next = form.head(text);
            if (next.isPresent()) {
                end();
                head = next;
                firstLine = line.get().number();
                next.get().day().ifPresent(written -> day = Optional.of(written));
                add(line.get());
            } else if (isDayLine(text)) {
                end();
                day = ChatForm.day(text);
            } else if (head.isPresent()) {
                add(line.get());
            }
        }
        end();
    }

    /// WhatsApp writes none, so that there such a line belongs to a message.
    private boolean isDayLine(String text) {
        return form != ChatForm.WHATSAPP && ChatForm.day(text).isPresent();
    }

    private void add(Lines.Line line) {
        isTooLong |= line.isTooLong() || message.size() + line.bytes().length > options.mostBytes();
        if (!isTooLong) {
            message.writeBytes(line.bytes());
            message.writeBytes(line.end());
        }
    }

    private void end() throws InterruptedException {
        if (head.isEmpty()) {
            return;
        }
        String place = "line " + firstLine;
        if (isTooLong) {
            sink.broken(place, "a message of more than " + options.mostBytes() + " bytes");
        } else if (head.get().author().isEmpty()) {
            sink.passedOver();
        } else {
            sink.take(record(place, bytes()));
        }
        head = Optional.empty();
        message.reset();
        isTooLong = false;
    }

    /// Without the end of its last line, which the file's last message may lack.
    private byte[] bytes() {
        byte[] bytes = message.toByteArray();
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
            length--;
        }
        return Arrays.copyOf(bytes, length);
    }

    private IntakeRecord record(String place, byte[] bytes) {
        Optional<LocalDate> known = day.flatMap(days::of);
        String type =
                "text/plain; charset="
                        + LowerCase.of(charset.name())
                        + "; profile=chat-message; form="
                        + LowerCase.of(form.name())
                        + known.map(date -> "; day=" + date).orElse("");
        return IntakeRecord.of(place, url(bytes), Optional.empty(), type, bytes);
    }

    /// By what it says and when, so that a longer export of the same chat adds what is new.
    private String url(byte[] bytes) {
        ByteArrayOutputStream said = new ByteArrayOutputStream(bytes.length + 32);
        said.writeBytes(day.orElse("").getBytes(UTF_8));
        said.write('\n');
        said.writeBytes(bytes);
        String name = Digest.of(said.toByteArray()).hex();
        return options.url()
                .map(base -> (base.endsWith("/") ? base : base + "/") + name.substring(0, 16))
                .orElse("urn:sha256:" + name);
    }
}
