package lurewatch.crawler.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// `result.json` of Telegram Desktop: the export of one chat, or of all. Each message is a record,
/// its bytes those of its object in the file; of the rest only the chat's name, type and id are
/// used, so that neither the account's own data nor its list of contacts is kept.
final class TelegramExport {
    private static final String TYPE = "application/json; profile=telegram-message";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileChannel file;
    private final IntakeOptions options;
    private final IntakeSink sink;

    private String name = "";
    private String type = "";
    private String id = "";
    private long lastMessage;

    private TelegramExport(FileChannel file, IntakeOptions options, IntakeSink sink) {
        this.file = file;
        this.options = options;
        this.sink = sink;
    }

    static void read(Path path, IntakeOptions options, IntakeSink sink)
            throws IOException, InterruptedException {
        try (FileChannel file = FileChannel.open(path);
                InputStream in = new BufferedInputStream(Files.newInputStream(path));
                JsonParser parser = new JsonFactory().createParser(in)) {
            new TelegramExport(file, options, sink).walk(parser);
        }
    }

    /// Chats may be lists within lists; the fields of the innermost object that has messages count.
    private void walk(JsonParser parser) throws IOException, InterruptedException {
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    name = "";
                    type = "";
                    id = "";
                } else if (token == JsonToken.FIELD_NAME) {
                    field(parser);
                }
            }
        } catch (JsonProcessingException e) {
            sink.broken(
                    "byte " + parser.currentLocation().getByteOffset(),
                    "the file's JSON ends or breaks here, after message "
                            + lastMessage
                            + "; what stands behind it is not read");
        }
    }

    private void field(JsonParser parser) throws IOException, InterruptedException {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_ARRAY && field.equals("messages")) {
            messages(parser);
        } else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
            if (!field.equals("chats") && !field.equals("left_chats") && !field.equals("list")) {
                parser.skipChildren();
            }
        } else {
            switch (field) {
                case "name" -> name = parser.getValueAsString("");
                case "type" -> type = parser.getValueAsString("");
                case "id" -> id = parser.getValueAsString("");
                default -> {}
            }
        }
    }

    private void messages(JsonParser parser) throws IOException, InterruptedException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            long start = parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            long end = parser.currentLocation().getByteOffset();
            sink.progress(end, file.size());
            message(start, end);
        }
    }

    private void message(long start, long end) throws IOException, InterruptedException {
        String place = "message at byte " + start;
        if (end - start > options.mostBytes()) {
            sink.broken(place, "a message of " + (end - start) + " bytes");
            return;
        }
        byte[] bytes = bytes(start, (int) (end - start));
        JsonNode message;
        try {
            message = JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            sink.broken(place, "no JSON: " + e.getOriginalMessage());
            return;
        }
        lastMessage = message.path("id").asLong();
        if (!message.path("type").asText().equals("message")) {
            sink.passedOver();
            return;
        }
        Map<String, String> said = new LinkedHashMap<>();
        said.put("original-chat", name);
        said.put("original-chat-type", type);
        sink.take(
                IntakeRecord.of(place, url(message), claimed(message), TYPE, bytes)
                        .from(Optional.empty(), said));
    }

    private byte[] bytes(long start, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, start + bytes.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        return bytes.array();
    }

    /// An export names no public address. `t.me/c/…` is Telegram's own way to name a message of a
    /// group or channel by number; other chats have `tg:` addresses.
    private String url(JsonNode message) {
        long number = message.path("id").asLong();
        if (options.url().isPresent()) {
            String base = options.url().get();
            return (base.endsWith("/") ? base : base + "/") + number;
        }
        String chat = id.isEmpty() ? "0" : id.replaceAll("[^0-9-]", "");
        return type.contains("channel") || type.contains("supergroup")
                ? "https://t.me/c/" + chat + "/" + number
                : "tg://openmessage?chat_id=" + chat + "&message_id=" + number;
    }

    /// `date_unixtime` where there is one: `date` is in the time zone of whoever exported.
    private static Optional<Instant> claimed(JsonNode message) {
        long seconds = message.path("date_unixtime").asLong(0);
        try {
            return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
