package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The likely countries of a text's numbers, by where in it each number stands: words in another
/// language elsewhere in the text do not make a number another country's. Grows with the numbers
/// that are read; made when the first digits ask, which most texts have none of.
final class PlacedRegions {
    private final ActiveLanguages languages;
    private final List<String> countries;
    private final List<String> told;
    private final Supplier<List<String>> hosts;
    private final Map<Set<String>, Regions> byLanguages = new HashMap<>();
    private final List<String> read = new ArrayList<>();

    /// @param countries those of the places that the text names
    /// @param told those that its words tell numbers of
    PlacedRegions(
            ActiveLanguages languages,
            List<String> countries,
            List<String> told,
            Supplier<List<String>> hosts) {
        this.languages = languages;
        this.countries = countries;
        this.told = told;
        this.hosts = hosts;
    }

    Regions at(int rawStart) {
        return byLanguages.computeIfAbsent(languages.near(rawStart), this::of);
    }

    private Regions of(Set<String> near) {
        Regions regions = Regions.of(languages, near, countries, told, hosts.get());
        for (String region : read) {
            regions = regions.with(region);
        }
        return regions;
    }

    /// Notes that a number of the country was found.
    void note(String region) {
        if (!read.contains(region)) {
            read.add(region);
            byLanguages.replaceAll((_, regions) -> regions.with(region));
        }
    }
}
