package lurewatch.searchcli.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lurewatch.indexer.console.JsonText;
import org.jspecify.annotations.Nullable;

/// Reads `{"id":…,"lang":…,"text":…}`. Other members are passed over; `id` and `lang` may be
/// missing.
final class JsonInput {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(100)
                                    .maxStringLength(Intake.LONGEST_LINE)
                                    .build())
                    .build();

    private @Nullable String idLiteral;
    private @Nullable String name;
    private @Nullable String language;
    private @Nullable String text;

    private JsonInput() {}

    static Input of(BoundedLines.Line line) {
        JsonInput input = new JsonInput();
        String lineId = JsonText.quoted(Long.toString(line.number()));
        try {
            if (line.isTooLong()) {
                throw new BadLineException("longer than " + Intake.LONGEST_LINE + " bytes");
            }
            input.read(decoded(line.bytes()));
            if (input.text == null) {
                throw new BadLineException("has no \"text\"");
            }
            return new Input.Text(
                    input.idLiteral == null ? lineId : input.idLiteral,
                    input.name == null ? "line " + line.number() : input.name,
                    Optional.ofNullable(input.language),
                    input.text);
        } catch (BadLineException e) {
            return unreadable(input, line, String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            return unreadable(input, line, "not UTF-8");
        } catch (JsonProcessingException e) {
            return unreadable(input, line, "not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            return unreadable(input, line, String.valueOf(e.getMessage()));
        }
    }

    private static Input unreadable(JsonInput input, BoundedLines.Line line, String reason) {
        return new Input.Unreadable(
                input.idLiteral == null ? "null" : input.idLiteral, line.number(), reason);
    }

    static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private void read(String json) throws IOException, BadLineException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadLineException("not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (member) {
                    case "id" -> readId(parser, value);
                    case "lang" -> language = string(parser, value, member);
                    case "text" -> text = string(parser, value, member);
                    default -> parser.skipChildren();
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new BadLineException("more than one JSON object on the line");
            }
        }
    }

    private void readId(JsonParser parser, JsonToken value) throws IOException, BadLineException {
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            name = parser.getText();
            idLiteral = value == JsonToken.VALUE_STRING ? JsonText.quoted(name) : name;
        } else if (value != JsonToken.VALUE_NULL) {
            throw new BadLineException("\"id\" is neither text nor number");
        }
    }

    private static @Nullable String string(JsonParser parser, JsonToken value, String member)
            throws IOException, BadLineException {
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        if (value != JsonToken.VALUE_STRING) {
            throw new BadLineException("\"" + member + "\" is no text");
        }
        return parser.getText();
    }

    private static final class BadLineException extends Exception {
        private static final long serialVersionUID = 1L;

        BadLineException(String message) {
            super(message);
        }
    }
}
