package lurewatch.indexer.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How values that are more than text or number are written in settings.
final class SettingsTypes extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

    SettingsTypes() {
        addDeserializer(Duration.class, new Written<>(Duration.class, SettingsTypes::duration));
        addDeserializer(LocalDate.class, new Written<>(LocalDate.class, SettingsTypes::day));
        addDeserializer(ByteSize.class, new Written<>(ByteSize.class, ByteSize::parse));
        setDeserializerModifier(new HowRecordsAndEnumsAreWritten());
    }

    private static Duration duration(String written) {
        Matcher m = DURATION.matcher(written.strip());
        if (!m.matches()) {
            throw new IllegalArgumentException("'" + written + "' is no duration");
        }
        long n = Long.parseLong(m.group(1));
        return switch (m.group(2)) {
            case "ms" -> Duration.ofMillis(n);
            case "s" -> Duration.ofSeconds(n);
            case "m" -> Duration.ofMinutes(n);
            case "h" -> Duration.ofHours(n);
            default -> Duration.ofDays(n);
        };
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + written + "' is no day", e);
        }
    }

    private static final class Written<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;

        Written(Class<?> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonToken token = parser.currentToken();
            if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
                context.reportInputMismatch(handledType(), "not a scalar");
            }
            String written = parser.getText();
            try {
                return parse.apply(written);
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw context.weirdStringException(written, handledType(), "not understood");
            }
        }
    }

    /// Records by [RecordReader], unless they are written as one value; enum constants in lower
    /// case with hyphens: `job-board` is `JOB_BOARD`.
    private static final class HowRecordsAndEnumsAreWritten extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config,
                BeanDescription description,
                JsonDeserializer<?> usual) {
            JavaType type = description.getType();
            return type.isRecordType() && !(usual instanceof Written)
                    ? new RecordReader(type, config.getTypeFactory()::constructType)
                    : usual;
        }

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription description,
                JsonDeserializer<?> usual) {
            Class<?> enumClass = type.getRawClass();
            return new Written<>(enumClass, written -> constant(enumClass, written));
        }

        private static Object constant(Class<?> enumClass, String written) {
            String name = written.strip().toUpperCase(Locale.ROOT).replace('-', '_');
            for (Object constant : enumClass.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("'" + written + "' is not one of them");
        }
    }
}
