package lurewatch.indexer;

/// A gazetteer's place that a text names.
///
/// @param id as in `config/signals/places.tsv`
/// @param name the gazetteer's English name
/// @param country ISO 3166 code in upper case
/// @param risk as reported at the gazetteer's date: `high`, `medium`, `low` or `none`
public record Place(
        String id, String name, String country, String risk, PlaceRole role, Evidence evidence) {}
