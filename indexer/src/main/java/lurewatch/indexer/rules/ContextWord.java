package lurewatch.indexer.rules;

/// An everyday word that tells something of what kind of text it stands in.
///
/// @param group what it has in common with others: `kin`, `police`
/// @param language how it is matched, as in the lexicon
public record ContextWord(String group, String language, String word) {
    /// The name of its group among the cues.
    public String cue() {
        return cueOf(group);
    }

    static String cueOf(String group) {
        return "words:" + group;
    }
}
