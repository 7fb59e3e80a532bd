package lurewatch.indexer.detect;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The [Regions] of one text, made when the first digits ask for them: most texts have none that
/// do. For one thread.
final class LikelyRegions {
    private final ActiveLanguages languages;
    private final List<String> countries;
    private final Supplier<List<String>> hosts;
    private @Nullable Regions made;

    /// @param hosts asked when the regions are
    LikelyRegions(ActiveLanguages languages, List<String> countries, Supplier<List<String>> hosts) {
        this.languages = languages;
        this.countries = List.copyOf(countries);
        this.hosts = hosts;
    }

    Regions get() {
        Regions regions = made;
        if (regions == null) {
            regions = Regions.of(languages, countries, hosts.get());
            made = regions;
        }
        return regions;
    }
}
