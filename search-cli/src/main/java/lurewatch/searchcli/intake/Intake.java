package lurewatch.searchcli.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.console.JsonText;

/// Reads what is to be assessed, one input at a time, in order.
public final class Intake {
    /// Bytes of one line of JSON.
    static final int LONGEST_LINE = 8 << 20;

    /// Bytes of a text or page.
    private static final int LONGEST_INPUT = 16 << 20;

    /// Bytes that are looked at to tell what an input is.
    private static final int SNIFFED = 4096;

    private static final Pattern HTML =
            Pattern.compile(
                    "^\\s*(?:<!--.{0,2000}?-->\\s*)?<(?:!doctype html|html|head|body|article|div|script|meta)\\b.*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /// What an input is.
    public enum Form {
        AUTO,
        TEXT,
        HTML,
        JSONL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final InputStream in;
    private final String name;
    private final Form form;
    private final BoundedLines lines;
    private boolean isDone;

    private Intake(InputStream in, String name, Form form) {
        this.in = in;
        this.name = name;
        this.form = form;
        this.lines = new BoundedLines(in, LONGEST_LINE);
    }

    /// Looks at the input's start to tell what it is, where nobody said so.
    ///
    /// @param name what the input is called: its file, or `-`
    public static Intake of(InputStream in, String name, Form form) throws IOException {
        byte[] start = in.readNBytes(SNIFFED);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), in);
        return new Intake(whole, name, form == Form.AUTO ? sniffed(start) : form);
    }

    private static Form sniffed(byte[] start) {
        String head = new String(start, StandardCharsets.UTF_8);
        String text = head.startsWith("\uFEFF") ? head.substring(1) : head;
        if (text.stripLeading().startsWith("{") && text.contains("\"text\"")) {
            return Form.JSONL;
        }
        return HTML.matcher(text).matches() ? Form.HTML : Form.TEXT;
    }

    /// The next input; empty at the end.
    public Optional<Input> next() throws IOException {
        return switch (form) {
            case JSONL -> nextLine();
            case AUTO, TEXT, HTML -> isDone ? Optional.empty() : Optional.of(whole());
        };
    }

    private Optional<Input> nextLine() throws IOException {
        Optional<BoundedLines.Line> line = lines.next();
        while (line.isPresent() && isBlank(line.get().bytes())) {
            line = lines.next();
        }
        return line.map(JsonInput::of);
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    private Input whole() throws IOException {
        isDone = true;
        String id = JsonText.quoted(name);
        byte[] bytes = in.readNBytes(LONGEST_INPUT + 1);
        if (bytes.length > LONGEST_INPUT) {
            return new Input.Unreadable(id, 1, "longer than " + LONGEST_INPUT + " bytes");
        }
        if (form == Form.HTML) {
            return new Input.Page(name, bytes);
        }
        try {
            String text = JsonInput.decoded(bytes);
            return new Input.Text(
                    id,
                    name,
                    Optional.empty(),
                    text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return new Input.Unreadable(
                    id,
                    1,
                    "not UTF-8; convert it first, for example with iconv -f EUC-KR -t UTF-8");
        }
    }
}
