package lurewatch.indexer.scan;

import java.util.List;
import java.util.function.ToIntFunction;

/// Counts what a tree of strings will hold, so that it is made as large as that and no larger.
final class Prefixes {
    private Prefixes() {}

    /// How many different prefixes the texts have, themselves among them.
    ///
    /// @param above only prefixes of a text that are longer than this count
    static int count(List<String> texts, ToIntFunction<String> above) {
        int count = 0;
        String last = "";
        for (String text : (Iterable<String>) texts.stream().sorted()::iterator) {
            int known = Math.max(shared(last, text), above.applyAsInt(text));
            count += Math.max(0, text.length() - known);
            last = text;
        }
        return count;
    }

    private static int shared(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int shared = 0;
        while (shared < shorter && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared;
    }
}
