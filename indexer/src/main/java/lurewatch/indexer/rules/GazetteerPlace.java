package lurewatch.indexer.rules;

import java.util.List;

/// One row of the gazetteer. Risk is as reported; being listed is not a finding.
///
/// @param risk `high`, `medium`, `low` or `none`
/// @param names in every language, the English ones first; at least one
/// @param ambiguous those of the names that count only beside another name of the same country, or
///   beside one of the words
/// @param beside words in small letters that say which place an ambiguous name means
public record GazetteerPlace(
        String id,
        String kind,
        String country,
        double latitude,
        double longitude,
        List<String> names,
        List<String> ambiguous,
        List<String> beside,
        String risk,
        String note) {
    public GazetteerPlace {
        names = List.copyOf(names);
        ambiguous = List.copyOf(ambiguous);
        beside = List.copyOf(beside);
    }

    /// The English name.
    public String name() {
        return names.getFirst();
    }
}
