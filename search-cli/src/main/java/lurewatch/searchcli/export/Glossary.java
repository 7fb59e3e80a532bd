package lurewatch.searchcli.export;

import java.util.Map;
import java.util.Optional;

/// What the rules know beside an assessment. It may know none of a list's signals and places, as
/// rules change.
///
/// @param meanings of the signals, by id
/// @param spots where the gazetteer puts its places, by id
public record Glossary(Map<String, String> meanings, Map<String, Item.Spot> spots) {
    public static final Glossary NONE = new Glossary(Map.of(), Map.of());

    public Glossary {
        meanings = Map.copyOf(meanings);
        spots = Map.copyOf(spots);
    }

    Optional<String> meaning(String signal) {
        return Optional.ofNullable(meanings.get(signal));
    }

    Optional<Item.Spot> spot(String place) {
        return Optional.ofNullable(spots.get(place));
    }
}
