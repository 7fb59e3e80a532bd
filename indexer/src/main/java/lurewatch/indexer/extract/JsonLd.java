package lurewatch.indexer.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads JSON-LD scripts as people write them: with comments, trailing commas, raw control
/// characters, in HTML comments. No context is ever looked up; names are taken as schema.org's.
final class JsonLd {
    private static final int LONGEST = 2 << 20;
    private static final int MOST_ITEMS = 2000;
    private static final int LONGEST_NUMBER = 40;

    /// Of what references of one page repeat, in UTF-16 units: a name of a megabyte that two
    /// hundred properties refer to would be two hundred megabytes.
    static final int MOST_REPEATED = 4 * Prose.LONGEST;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(100)
                                                    .maxStringLength(Prose.LONGEST)
                                                    .maxNumberLength(100)
                                                    .build())
                                    .build())
                    .enable(
                            JsonReadFeature.ALLOW_JAVA_COMMENTS,
                            JsonReadFeature.ALLOW_TRAILING_COMMA,
                            JsonReadFeature.ALLOW_MISSING_VALUES,
                            JsonReadFeature.ALLOW_SINGLE_QUOTES,
                            JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                            JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                            JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                            JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private final List<SchemaItem> items = new ArrayList<>();
    private final Map<String, SchemaItem> byId = new HashMap<>();

    /// The items of these scripts: outer before inner, in page order. References by `@id` are
    /// followed within the page.
    static List<SchemaItem> items(List<String> scripts, List<String> failures) {
        JsonLd page = new JsonLd();
        for (int i = 0; i < scripts.size(); i++) {
            try {
                for (JsonNode root : roots(scripts.get(i))) {
                    page.read(root, 0);
                }
            } catch (IOException e) {
                failures.add("json-ld " + (i + 1) + ": " + why(e));
            }
        }
        page.follow();
        return page.items;
    }

    /// Puts known items in the place of mere references to them, as long as there is room for what
    /// they say.
    private void follow() {
        int[] room = {MOST_REPEATED};
        for (SchemaItem item : items) {
            item.follow(id -> {
                SchemaItem known = byId.get(id);
                if (known == null || known.length() > room[0]) {
                    return Optional.empty();
                }
                room[0] -= known.length();
                return Optional.of(known);
            });
        }
    }

    private static String why(IOException e) {
        return Prose.shortened(
                e instanceof JsonProcessingException json
                        ? JsonReaders.inWords(json)
                        : String.valueOf(e.getMessage()),
                160);
    }

    /// The JSON values of one script.
    static List<JsonNode> roots(String script) throws IOException {
        String json = unwrapped(script);
        if (json.isEmpty()) {
            return List.of();
        }
        if (json.length() > LONGEST) {
            throw new IOException("limit json_ld=" + LONGEST + " observed=" + json.length());
        }
        List<JsonNode> roots = new ArrayList<>();
        try (JsonParser parser = MAPPER.createParser(json);
                MappingIterator<JsonNode> values =
                        MAPPER.readerFor(JsonNode.class).readValues(parser)) {
            while (roots.size() < SchemaItem.MOST_VALUES && values.hasNextValue()) {
                JsonNode root = values.nextValue();
                if (root.isContainerNode()) {
                    roots.add(root);
                }
            }
        } catch (IOException e) {
            // What follows a whole value (a semicolon, the end of a comment) is of no interest.
            if (roots.isEmpty()) {
                throw e;
            }
        }
        return roots;
    }

    private static String unwrapped(String script) {
        String json = afterComment(script.strip());
        for (String opening : List.of("<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/")) {
            if (json.startsWith(opening)) {
                json = json.substring(opening.length()).strip();
            }
        }
        for (String closing : List.of("-->", "/*]]>*/", "//]]>", "]]>", ";")) {
            if (json.endsWith(closing)) {
                json = json.substring(0, json.length() - closing.length()).strip();
            }
        }
        return json;
    }

    /// Without an HTML comment before the value; a comment around the value is unwrapped later.
    private static String afterComment(String script) {
        int end = script.startsWith("<!--") ? script.indexOf("-->") : -1;
        String rest = end < 0 ? "" : script.substring(end + 3).strip();
        return rest.startsWith("{") || rest.startsWith("[") ? rest : script;
    }

    private void read(JsonNode node, int depth) {
        if (depth > SchemaItem.DEEPEST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(each -> read(each, depth + 1));
        } else if (node.isObject()) {
            item(node, depth);
        }
    }

    private SchemaItem item(JsonNode node, int depth) {
        SchemaItem item = new SchemaItem();
        boolean counted = items.size() < MOST_ITEMS;
        if (!counted || depth > SchemaItem.DEEPEST) {
            return item;
        }
        items.add(item);
        node.properties().forEach(entry -> property(item, entry.getKey(), entry.getValue(), depth));
        return item;
    }

    private void property(SchemaItem item, String name, JsonNode value, int depth) {
        switch (name) {
            case "@context" -> {}
            case "@graph" -> read(value, depth + 1);
            case "@id" -> identify(item, value.asText());
            case "@type" -> types(item, value);
            default -> values(item, name, value, depth);
        }
    }

    private void identify(SchemaItem item, String id) {
        item.id(id);
        byId.merge(id, item, (first, second) -> first.isEmpty() ? second : first);
    }

    private static void types(SchemaItem item, JsonNode value) {
        if (value.isArray()) {
            value.forEach(each -> item.type(each.asText()));
        } else {
            item.type(value.asText());
        }
    }

    private void values(SchemaItem item, String name, JsonNode value, int depth) {
        if (value.isArray()) {
            for (JsonNode each : value) {
                if (!each.isArray()) {
                    values(item, name, each, depth);
                }
            }
        } else if (value.isObject()) {
            item.add(name, new SchemaItem.Nested(item(value, depth + 1)));
        } else if (!value.isNull()) {
            item.add(name, new SchemaItem.Text(written(value), true));
        }
    }

    /// A value as people write it: `1.5e6` as 1500000, unless that would take a line.
    private static String written(JsonNode value) {
        if (!value.isBigDecimal()) {
            return value.asText();
        }
        BigDecimal number = value.decimalValue();
        boolean plain = Math.abs(number.scale()) + number.precision() <= LONGEST_NUMBER;
        return plain ? number.toPlainString() : number.toString();
    }
}
