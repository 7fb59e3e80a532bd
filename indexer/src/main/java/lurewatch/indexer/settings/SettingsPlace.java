package lurewatch.indexer.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where in a YAML file a value stands, for what can only be checked after the file has been read:
/// whether a selector parses, whether a name is already taken.
public final class SettingsPlace {
    private static final YAMLFactory YAML = new YAMLFactory();

    private SettingsPlace() {}

    /// `file:line:column: what`, with the place of the value at `pointer` (a JSON pointer such as
    /// `/recipe/posting/body` or `/seeds/0`); the beginning of the file where it has no such value.
    public static SettingsException fault(Path file, String pointer, String what) {
        try (JsonParser parser = YAML.createParser(Files.readString(file))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.FIELD_NAME && isAt(parser, token, pointer)) {
                    JsonLocation at = parser.currentTokenLocation();
                    return SettingsException.at(
                            file.toString(), at.getLineNr(), at.getColumnNr(), what);
                }
            }
            return SettingsException.at(file.toString(), 1, 1, what);
        } catch (IOException e) {
            return new SettingsException(file + ": " + what, e);
        }
    }

    /// While a group or list begins, the parser's own path is already that of its inside.
    private static boolean isAt(JsonParser parser, JsonToken token, String pointer) {
        var context =
                token.isStructStart()
                        ? parser.getParsingContext().getParent()
                        : parser.getParsingContext();
        return context != null && context.pathAsPointer().toString().equals(pointer);
    }
}
