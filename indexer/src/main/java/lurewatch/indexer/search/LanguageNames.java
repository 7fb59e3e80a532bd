package lurewatch.indexer.search;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Languages by their English names.
final class LanguageNames {
    private static final Map<String, String> TAGS = read();

    private LanguageNames() {}

    /// The tag of a language that is named; anything else as it is.
    static String tag(String written) {
        String name = written.strip();
        return TAGS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    private static Map<String, String> read() {
        Map<String, String> tags = new HashMap<>();
        for (String tag : Locale.getISOLanguages()) {
            if (tag.length() == 2) {
                String name = Locale.of(tag).getDisplayLanguage(Locale.ENGLISH);
                tags.put(name.toLowerCase(Locale.ROOT), tag);
            }
        }
        // What is called otherwise as well.
        tags.put("filipino", "tl");
        tags.put("farsi", "fa");
        tags.put("myanmar", "my");
        return Map.copyOf(tags);
    }
}
