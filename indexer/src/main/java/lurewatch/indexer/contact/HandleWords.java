package lurewatch.indexer.contact;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.text.Sayings;

/// Words around names, in lower case.
final class HandleWords {
    private static final Set<String> FILLERS = Set.copyOf(Sayings.OF_NAMES.words("filler"));

    private static final Set<String> NO_NAMES = Set.copyOf(Sayings.OF_NAMES.words("no-name"));

    /// What programmers call things by in texts about a channel's programs.
    private static final Pattern OF_PROGRAMS =
            Pattern.compile(
                    "(?:user|chat|group|message|bot|api|file|access|refresh)_(?:id|ids|name|token|key|url|hash|type)|[a-z]+_(?:json|modules|config|dict|repr)");

    private HandleWords() {}

    /// Whether it says `@`, as people do who are read by machines.
    static boolean isAt(String word) {
        return SignWords.AT.contains(word);
    }

    /// Whether it stands between a channel and the name without being one.
    static boolean isFiller(String word) {
        return FILLERS.contains(word) || SignWords.AT.contains(word);
    }

    /// Whether it is no name wherever it stands.
    static boolean isNoName(String word) {
        return NO_NAMES.contains(word) || OF_PROGRAMS.matcher(word).matches();
    }

    /// The words of a list with blanks between them.
    static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }
}
