package lurewatch.indexer.console;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// One JSON object on one line, its members in the order in which they are put.
public final class JsonLine {
    /// The version of what this program writes as JSON; grows when a member changes its meaning.
    private static final int VERSION = 1;

    private final StringBuilder json = new StringBuilder("{");

    private JsonLine() {}

    /// An object of its own, which starts with the format's version.
    public static JsonLine versioned() {
        return new JsonLine().put("v", VERSION);
    }

    /// An object inside of another.
    public static String object(Consumer<JsonLine> members) {
        JsonLine line = new JsonLine();
        members.accept(line);
        return line.toString();
    }

    public JsonLine put(String name, String value) {
        return raw(name, JsonText.quoted(value));
    }

    public JsonLine put(String name, Optional<String> value) {
        return raw(name, value.map(JsonText::quoted).orElse("null"));
    }

    public JsonLine put(String name, long value) {
        return raw(name, Long.toString(value));
    }

    /// A value that is JSON already.
    public JsonLine putLiteral(String name, String json) {
        return raw(name, json);
    }

    public JsonLine put(String name, boolean value) {
        return raw(name, Boolean.toString(value));
    }

    public JsonLine put(String name, double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return raw(name, isWhole ? Long.toString((long) value) : Double.toString(value));
    }

    public JsonLine putStrings(String name, Collection<String> values) {
        return raw(name, array(values, JsonText::quoted));
    }

    public <T> JsonLine putObjects(String name, Collection<T> values, Function<T, String> object) {
        return raw(name, array(values, object));
    }

    private static <T> String array(Collection<T> values, Function<T, String> element) {
        StringBuilder array = new StringBuilder("[");
        for (T value : values) {
            array.append(array.length() == 1 ? "" : ",").append(element.apply(value));
        }
        return array.append(']').toString();
    }

    private JsonLine raw(String name, String value) {
        json.append(json.length() == 1 ? "" : ",").append('"').append(name).append("\":");
        json.append(value);
        return this;
    }

    @Override
    public String toString() {
        return json + "}";
    }
}
