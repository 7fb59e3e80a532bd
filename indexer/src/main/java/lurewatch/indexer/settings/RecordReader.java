package lurewatch.indexer.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a group of keys into a record.
///
/// A key left out is, in this order: the value it has in the record's `DEFAULTS` constant, where
/// there is one; empty, where its component is an [Optional], a list or a map; the `DEFAULTS` of
/// its own type, where that is a record with such; an error.
final class RecordReader extends StdDeserializer<Object> {
    private static final long serialVersionUID = 1L;

    /// One component, as it is written.
    private record Key(String name, JavaType type, @Nullable Object absent) {}

    private final transient List<Key> keys;
    private final transient Constructor<?> constructor;

    RecordReader(JavaType type, DeserializationTypes types) {
        super(type);
        this.keys = keysOf(type.getRawClass(), types);
        this.constructor = constructorOf(type.getRawClass());
    }

    /// How to turn a component's Java type into Jackson's.
    interface DeserializationTypes {
        JavaType of(java.lang.reflect.Type type);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        JsonLocation start = parser.currentTokenLocation();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new JsonMappingException(parser, "expected a group of keys: " + allowed(), start);
        }
        @Nullable Object[] values = keys.stream().map(Key::absent).toArray();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int index = indexOf(parser);
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                values[index] = value(parser, context, keys.get(index));
            }
        }
        requireAll(parser, start, values);
        return created(parser, start, values);
    }

    private int indexOf(JsonParser parser) throws IOException {
        String name = parser.currentName();
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new JsonMappingException(
                parser,
                "unknown key '" + name + "'; allowed here: " + allowed(),
                parser.currentTokenLocation());
    }

    private static Object value(JsonParser parser, DeserializationContext context, Key key)
            throws IOException {
        boolean optional = key.type().hasRawClass(Optional.class);
        JavaType type = optional ? key.type().containedType(0) : key.type();
        try {
            Object value = context.readValue(parser, type);
            return optional ? Optional.of(value) : value;
        } catch (JsonMappingException e) {
            e.prependPath(key, key.name());
            throw e;
        }
    }

    private void requireAll(JsonParser parser, JsonLocation start, @Nullable Object[] values)
            throws JsonMappingException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                throw new JsonMappingException(
                        parser, "missing key '" + keys.get(i).name() + "'", start);
            }
        }
    }

    private Object created(JsonParser parser, JsonLocation start, @Nullable Object[] values)
            throws JsonMappingException {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof IllegalArgumentException refused) {
                throw new JsonMappingException(parser, String.valueOf(refused.getMessage()), start);
            }
            throw new IllegalStateException("cannot make a " + handledType(), cause);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + handledType(), e);
        }
    }

    private String allowed() {
        return keys.stream().map(Key::name).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(", "));
    }

    private static List<Key> keysOf(Class<?> type, DeserializationTypes types) {
        var snakeCase = new PropertyNamingStrategies.SnakeCaseStrategy();
        @Nullable Object defaults = defaultsOf(type);
        List<Key> keys = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            keys.add(
                    new Key(
                            snakeCase.translate(component.getName()),
                            types.of(component.getGenericType()),
                            absent(component, defaults)));
        }
        return List.copyOf(keys);
    }

    private static @Nullable Object absent(RecordComponent component, @Nullable Object defaults) {
        Class<?> type = component.getType();
        if (defaults != null) {
            try {
                return component.getAccessor().invoke(defaults);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read the default of " + component, e);
            }
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        return type.isRecord() ? defaultsOf(type) : null;
    }

    private static @Nullable Object defaultsOf(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals("DEFAULTS") && Modifier.isStatic(field.getModifiers())) {
                try {
                    return field.get(null);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(type + ".DEFAULTS is not public", e);
                }
            }
        }
        return null;
    }

    private static Constructor<?> constructorOf(Class<?> type) {
        Class<?>[] parameters =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(parameters);
        } catch (NoSuchMethodException e) {
            throw new AssertionError("every record has its canonical constructor: " + type, e);
        }
    }
}
