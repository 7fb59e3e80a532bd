package lurewatch.indexer.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/// Reads one YAML document into a record. Keys are the record's components in `snake_case`; an
/// unknown or doubled key, a wrong type and a value that the record's own constructor refuses (with
/// [IllegalArgumentException]) are all [SettingsException]s with their place in the file. A file of
/// nothing but comments leaves every key out.
///
/// Durations are written `250ms`, `10s`, `5m`, `6h` or `7d`, days `2026-08-01`; sizes are plain
/// numbers of bytes or `512KB`, `8MB`, `1GB` (see [ByteSize]). Thread-safe.
public final class StrictYaml {
    /// Far above any file a person writes, far below what could hurt.
    private static final int MAX_FILE_BYTES = 4 << 20;

    private static final byte[] NO_KEYS = "{}".getBytes(StandardCharsets.US_ASCII);

    private static final ObjectMapper MAPPER = mapper();

    private StrictYaml() {}

    /// The file's content as a `T`.
    public static <T> T read(Path file, Class<T> type) {
        byte[] bytes = BoundedFile.bytes(file, MAX_FILE_BYTES);
        try {
            return MAPPER.readValue(isEmpty(bytes) ? NO_KEYS : bytes, type);
        } catch (JsonProcessingException e) {
            throw explained(file, e);
        } catch (IOException e) {
            throw new SettingsException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /// Whether nothing but comments stands there: then every key is left out.
    private static boolean isEmpty(byte[] yaml) throws IOException {
        try (JsonParser parser = MAPPER.createParser(yaml)) {
            JsonToken first = parser.nextToken();
            return first == null
                    || first == JsonToken.VALUE_NULL
                    || (first == JsonToken.VALUE_STRING && parser.getText().isEmpty());
        }
    }

    private static SettingsException explained(Path file, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        int line = at == null ? 1 : Math.max(1, at.getLineNr());
        int column = at == null ? 1 : Math.max(1, at.getColumnNr());
        return new SettingsException(file + ":" + line + ":" + column + ": " + what(e), e);
    }

    private static String what(JsonProcessingException e) {
        return switch (e) {
            case InvalidFormatException wrong ->
                    "'"
                            + wrong.getValue()
                            + "' is no "
                            + described(wrong.getTargetType())
                            + in(wrong);
            case MismatchedInputException wrong when wrong.getTargetType() != null ->
                    "expected " + described(wrong.getTargetType()) + in(wrong);
            case JsonMappingException mapping -> oneLine(e.getOriginalMessage()) + in(mapping);
            default -> oneLine(e.getOriginalMessage());
        };
    }

    private static String in(JsonMappingException e) {
        String path =
                e.getPath().stream()
                        .map(step ->
                                step.getFieldName() != null
                                        ? step.getFieldName()
                                        : "[" + step.getIndex() + "]")
                        .collect(Collectors.joining("."))
                        .replace(".[", "[");
        return path.isEmpty() ? "" : " in '" + path + "'";
    }

    private static String described(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(c -> c.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .collect(Collectors.joining(", "));
        }
        if (type == Duration.class) {
            return "duration such as 250ms, 10s, 5m, 6h or 7d";
        }
        if (type == LocalDate.class) {
            return "day such as 2026-08-01";
        }
        if (type == ByteSize.class) {
            return "size such as 65536, 512KB or 8MB";
        }
        if (Number.class.isAssignableFrom(type)
                || type == int.class
                || type == long.class
                || type == double.class) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (Iterable.class.isAssignableFrom(type)) {
            return "list";
        }
        if (type == String.class) {
            return "text";
        }
        return "group of keys";
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "cannot be read" : message.lines().findFirst().orElse("").strip();
    }

    private static ObjectMapper mapper() {
        LoaderOptions loader = new LoaderOptions();
        loader.setAllowDuplicateKeys(false);
        loader.setMaxAliasesForCollections(20);
        loader.setNestingDepthLimit(20);
        loader.setCodePointLimit(MAX_FILE_BYTES);
        YAMLFactory factory =
                YAMLFactory.builder()
                        .loaderOptions(loader)
                        .streamReadConstraints(
                                StreamReadConstraints.builder().maxNestingDepth(20).build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build();
        YAMLMapper mapper =
                YAMLMapper.builder(factory)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper.registerModule(new SettingsTypes());
    }
}
