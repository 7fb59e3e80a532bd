package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import lurewatch.indexer.scan.ActiveLanguages;
import org.jspecify.annotations.Nullable;

/// The likely countries of a text's numbers, by where in it each number stands: words in another
/// language elsewhere in the text do not make a number another country's. Grows with the numbers
/// that are read; made when the first digits ask, which most texts have none of.
final class PlacedRegions {
    private final ActiveLanguages languages;
    private final List<String> countries;
    private final CountryWords words;
    private final Supplier<List<String>> hosts;
    private final Map<Told, Regions> byWords = new HashMap<>();
    private final List<String> read = new ArrayList<>();
    private @Nullable Regions anywhere;

    /// What the words around a number tell.
    private record Told(Set<String> languages, List<String> countries) {}

    /// @param countries those of the places that the text names
    PlacedRegions(
            ActiveLanguages languages,
            List<String> countries,
            CountryWords words,
            Supplier<List<String>> hosts) {
        this.languages = languages;
        this.countries = countries;
        this.words = words;
        this.hosts = hosts;
    }

    /// For numbers anywhere in the text: at no place more speaks for a country. Asked once.
    Regions anywhere() {
        if (anywhere == null) {
            anywhere =
                    Regions.of(
                            languages,
                            languages.all(),
                            countries,
                            words.toldAt(Integer.MAX_VALUE),
                            hosts.get());
        }
        return anywhere;
    }

    /// For the number from `rawStart` to `rawEnd`.
    Regions at(int rawStart, int rawEnd) {
        Regions regions =
                byWords.computeIfAbsent(
                        new Told(languages.near(rawStart), words.toldAt(rawStart)), this::of);
        return words.ownOf(rawStart, rawEnd).map(regions::ofOne).orElse(regions);
    }

    /// Whether the text names a country, or a place in one, between the offsets.
    boolean areNamedBetween(int from, int to) {
        return words.areBetween(from, to);
    }

    private Regions of(Told told) {
        Regions regions =
                Regions.of(languages, told.languages(), countries, told.countries(), hosts.get());
        for (String region : read) {
            regions = regions.with(region);
        }
        return regions;
    }

    /// Notes that a number of the country was found.
    void note(String region) {
        if (!read.contains(region)) {
            read.add(region);
            byWords.replaceAll((_, regions) -> regions.with(region));
        }
    }
}
