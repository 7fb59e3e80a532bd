package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import lurewatch.indexer.LowerCase;

/// A schema.org item, whichever syntax it was written in. Filled by its reader, then only read.
final class SchemaItem {
    /// Deeper nesting has no meaning in any vocabulary.
    static final int DEEPEST = 16;

    static final int MOST_VALUES = 200;

    private final Set<String> types = new TreeSet<>();
    private final Map<String, List<Value>> properties = new LinkedHashMap<>();
    private String id = "";
    private int length;

    /// What a property holds.
    sealed interface Value permits Text, Nested {}

    /// @param markup whether the text may be HTML
    record Text(String text, boolean markup) implements Value {}

    record Nested(SchemaItem item) implements Value {}

    /// Adds a type by URL, prefixed or plain name.
    void type(String name) {
        int cut =
                Math.max(
                        name.lastIndexOf('/'),
                        Math.max(name.lastIndexOf('#'), name.lastIndexOf(':')));
        types.add(LowerCase.of(name.substring(cut + 1)));
    }

    boolean is(String type) {
        return types.contains(LowerCase.of(type));
    }

    void id(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /// Adds a value to a property by URL, prefixed or plain name.
    void add(String name, Value value) {
        int cut =
                Math.max(
                        name.lastIndexOf('/'),
                        Math.max(name.lastIndexOf('#'), name.lastIndexOf(':')));
        List<Value> values =
                properties.computeIfAbsent(name.substring(cut + 1), key -> new ArrayList<>());
        if (values.size() < MOST_VALUES) {
            values.add(value);
            length += value instanceof Text(String text, boolean _) ? text.length() : 0;
        }
    }

    /// Puts items in the place of mere references to them.
    ///
    /// @param known gives the item of that id, if there is one that may be put there
    void follow(Function<String, Optional<SchemaItem>> known) {
        for (List<Value> values : properties.values()) {
            values.replaceAll(value ->
                    value instanceof Nested(SchemaItem item) && item.isEmpty()
                            ? new Nested(known.apply(item.id).orElse(item))
                            : value);
        }
    }

    /// Of all that it says by itself, in UTF-16 units.
    int length() {
        return length;
    }

    boolean isEmpty() {
        return properties.isEmpty();
    }

    Set<String> names() {
        return properties.keySet();
    }

    List<Value> values(String name) {
        return properties.getOrDefault(name, List.of());
    }

    /// The first item under that property.
    Optional<SchemaItem> item(String name) {
        return items(name).stream().findFirst();
    }

    List<SchemaItem> items(String name) {
        List<SchemaItem> items = new ArrayList<>();
        for (Value value : values(name)) {
            if (value instanceof Nested(SchemaItem item)) {
                items.add(item);
            }
        }
        return items;
    }

    /// The property as plain text: its texts and its items' names, commas between; empty without
    /// any.
    String text(String name) {
        return String.join(", ", texts(name));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Value value : values(name)) {
            String text =
                    switch (value) {
                        case Text(String words, boolean markup) ->
                                markup ? Prose.ofValue(words) : words;
                        case Nested(SchemaItem item) -> item.ownName();
                    };
            if (!text.isBlank()) {
                texts.add(text.strip());
            }
        }
        return texts;
    }

    /// An item in a sentence: its name, else whatever it says.
    private String ownName() {
        for (String name : List.of("name", "value", "@value")) {
            String text = firstText(name);
            if (!text.isBlank()) {
                return text;
            }
        }
        List<String> said = new ArrayList<>();
        properties.keySet().forEach(name -> said.add(firstText(name)));
        said.removeIf(String::isBlank);
        return String.join(", ", said);
    }

    private String firstText(String name) {
        for (Value value : values(name)) {
            if (value instanceof Text(String text, boolean _) && !text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
