package lurewatch.searchcli.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Locale;
import lurewatch.indexer.console.HiddenCharacter;
import org.jspecify.annotations.Nullable;

/// The encoder of JSON in packs. Like [lurewatch.indexer.console.JsonText] it escapes what a
/// terminal, a script or a line reader would take for more than text; a reader gets back exactly
/// what stood there.
public final class ItemJson {
    private ItemJson() {}

    /// A mapper for records, whose members are written in `snake_case`.
    public static JsonMapper mapper() {
        JsonMapper mapper =
                JsonMapper.builder()
                        .addModule(new Jdk8Module())
                        .addModule(new JavaTimeModule())
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                        .build();
        mapper.getFactory().setCharacterEscapes(new SafeEscapes());
        return mapper;
    }

    private static final class SafeEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final int ASCII = 128;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = standardAsciiEscapesForJSON();
            escapes[0x7F] = ESCAPE_CUSTOM;
            escapes['<'] = ESCAPE_CUSTOM;
            return escapes;
        }

        /// Surrogates are escaped one by one: an unpaired one has no UTF-8.
        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            boolean isEscaped = c < ASCII || HiddenCharacter.acts(c);
            return isEscaped
                    ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", c))
                    : null;
        }
    }
}
