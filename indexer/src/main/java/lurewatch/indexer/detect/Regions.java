package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.ContactKind;

/// By which countries' plans a national number may be read: those of the text's language, then of
/// the places it names.
final class Regions {
    private static final Map<String, List<String>> BY_LANGUAGE =
            Map.ofEntries(
                    Map.entry("ko", List.of("KR")),
                    Map.entry("zh-Hans", List.of("CN")),
                    Map.entry("zh-Hant", List.of("TW", "HK")),
                    Map.entry("ja", List.of("JP")),
                    Map.entry("vi", List.of("VN")),
                    Map.entry("th", List.of("TH")),
                    Map.entry("id", List.of("ID")),
                    Map.entry("ms", List.of("MY")),
                    Map.entry("tl", List.of("PH")),
                    Map.entry("hi", List.of("IN")),
                    Map.entry("ne", List.of("NP")),
                    Map.entry("bn", List.of("BD")),
                    Map.entry("ur", List.of("PK")),
                    Map.entry("ta", List.of("IN", "LK")),
                    Map.entry("si", List.of("LK")),
                    Map.entry("km", List.of("KH")),
                    Map.entry("my", List.of("MM")),
                    Map.entry("lo", List.of("LA")),
                    Map.entry("pt", List.of("BR")),
                    Map.entry("pt-BR", List.of("BR")),
                    Map.entry("ru", List.of("RU")),
                    Map.entry("sw", List.of("KE", "TZ")),
                    Map.entry("am", List.of("ET")),
                    Map.entry("ar", List.of("AE", "EG")),
                    Map.entry("es", List.of("MX", "CO", "PE")),
                    Map.entry("fr", List.of("FR")),
                    Map.entry("en", List.of("US", "GB", "IN", "PH", "KE")),
                    Map.entry("de", List.of("DE")));

    private Regions() {}

    static List<String> of(ActiveLanguages languages, List<String> countries) {
        Set<String> regions = new LinkedHashSet<>();
        languages
                .main()
                .ifPresent(main -> regions.addAll(BY_LANGUAGE.getOrDefault(main, List.of())));
        regions.addAll(countries);
        languages.all().stream()
                .filter(language -> !isOnlyKin(language, languages))
                .sorted()
                .forEach(language -> regions.addAll(BY_LANGUAGE.getOrDefault(language, List.of())));
        return new ArrayList<>(regions);
    }

    /// Channels of one country's people come first: a Zalo number is Vietnamese, whatever the text.
    static List<String> by(Optional<Cue> cue, List<String> regions) {
        Optional<String> home =
                cue.flatMap(Cue::channel)
                        .map(kind ->
                                kind == ContactKind.ZALO
                                        ? "VN"
                                        : kind == ContactKind.KAKAOTALK ? "KR" : "")
                        .filter(region -> !region.isEmpty());
        if (home.isEmpty()) {
            return regions;
        }
        List<String> homeFirst = new ArrayList<>(regions);
        homeFirst.addFirst(home.get());
        return homeFirst;
    }

    private static boolean isOnlyKin(String language, ActiveLanguages languages) {
        return languages.main().isPresent()
                && !language.equals(languages.main().get())
                && !language.startsWith("zh");
    }
}
