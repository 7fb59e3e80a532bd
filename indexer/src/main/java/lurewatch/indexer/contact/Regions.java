package lurewatch.indexer.contact;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.scan.ActiveLanguages;

/// How likely it is, by country, that a national number in a text is written by its plan: from the
/// channel that the number stands behind, the text's languages, the places it names and its site.
///
/// @param likelihoods weights for comparison, in falling order; they need not add up to anything
record Regions(Map<String, Double> likelihoods) {
    /// A channel that hardly anyone outside its country uses settles the question.
    private static final double HOME_CHANNEL = 4;

    /// So do the names of a country's towns that nobody is lured to, and its laws and money: enough
    /// for a land line of one country against a mobile of another.
    private static final double HOME_WORD = 4;

    /// A word that names the country of one number settles that one's.
    private static final double OWN_WORD = 8;

    private static final double MAIN_LANGUAGE = 2;
    private static final double SITE = 1.5;
    private static final double PLACE = 1;
    private static final double OTHER_NUMBER = 0.8;

    /// Enough for a number of the one country that no plan knows against one of another's language.
    private static final double WRITTEN = 1.8;

    private static final double OTHER_LANGUAGE = 0.4;

    /// Words in Chinese characters alone may be Japanese.
    private static final double HAN_ALONE = 0.5;

    /// English is written anywhere.
    private static final double ENGLISH_TEXT = 0.6;

    /// What one place, or the likeliest countries of a text's language, come to.
    private static final double TOLD = 0.5;

    /// What the second country of the text's main language comes to.
    private static final double HOME_OF_LANGUAGE = 1.7;

    /// What the last of five countries of the text's main language comes to.
    private static final double LIKELY = 1.04;

    /// What each further country of a language loses.
    private static final double NEXT_COUNTRY = 0.85;

    /// Countries whose people such ads address, for a number that nothing else gives a country.
    private static final double ANY = 0.1;

    private static final List<String> ANYWHERE =
            List.of(
                    "VN", "ID", "PH", "TH", "MY", "KR", "IN", "KH", "MM", "LA", "TW", "JP", "PK",
                    "BD", "NP", "LK", "KE", "NG", "UG", "TZ", "ET", "ZA", "BR", "CN");

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
                    Map.entry("ceb", List.of("PH")),
                    Map.entry("hi", List.of("IN")),
                    Map.entry("ne", List.of("NP")),
                    Map.entry("bn", List.of("BD", "IN")),
                    Map.entry("ur", List.of("PK")),
                    Map.entry("ta", List.of("IN", "LK")),
                    Map.entry("te", List.of("IN")),
                    Map.entry("kn", List.of("IN")),
                    Map.entry("ml", List.of("IN")),
                    Map.entry("gu", List.of("IN")),
                    Map.entry("or", List.of("IN")),
                    Map.entry("pa", List.of("IN", "PK")),
                    Map.entry("mr", List.of("IN")),
                    Map.entry("si", List.of("LK")),
                    Map.entry("km", List.of("KH")),
                    Map.entry("my", List.of("MM")),
                    Map.entry("lo", List.of("LA")),
                    Map.entry("pt", List.of("BR", "PT")),
                    Map.entry("pt-BR", List.of("BR")),
                    Map.entry("ru", List.of("RU", "KZ")),
                    Map.entry("uk", List.of("UA")),
                    Map.entry("kk", List.of("KZ")),
                    Map.entry("uz", List.of("UZ")),
                    Map.entry("mn", List.of("MN")),
                    Map.entry("tr", List.of("TR")),
                    Map.entry("sw", List.of("KE", "TZ", "UG")),
                    Map.entry("zu", List.of("ZA")),
                    Map.entry("am", List.of("ET")),
                    Map.entry("ar", List.of("AE", "EG", "SA", "MA", "IQ", "JO")),
                    Map.entry("fa", List.of("IR")),
                    Map.entry("es", List.of("MX", "CO", "PE", "AR", "ES")),
                    Map.entry("fr", List.of("FR")),
                    Map.entry("de", List.of("DE")),
                    Map.entry("it", List.of("IT")),
                    Map.entry("pl", List.of("PL")),
                    Map.entry("nl", List.of("NL")),
                    Map.entry("ro", List.of("RO")),
                    Map.entry("hu", List.of("HU")),
                    Map.entry("cs", List.of("CZ", "SK")),
                    Map.entry("sv", List.of("SE")),
                    Map.entry("az", List.of("AZ")),
                    Map.entry("ha", List.of("NG")),
                    Map.entry("ka", List.of("GE")),
                    Map.entry("el", List.of("GR")),
                    Map.entry("he", List.of("IL")),
                    Map.entry("hy", List.of("AM")),
                    Map.entry("ky", List.of("KG")),
                    Map.entry("sl", List.of("SI")),
                    Map.entry("hr", List.of("HR", "RS", "BA")),
                    Map.entry("sk", List.of("SK")),
                    Map.entry("lt", List.of("LT")),
                    Map.entry("lv", List.of("LV")),
                    Map.entry("et", List.of("EE")),
                    Map.entry("fi", List.of("FI")),
                    Map.entry("is", List.of("IS")),
                    Map.entry("da", List.of("DK")),
                    Map.entry("nb", List.of("NO")),
                    Map.entry("ga", List.of("IE")),
                    Map.entry("cy", List.of("GB")),
                    Map.entry("mt", List.of("MT")),
                    Map.entry("eu", List.of("ES")),
                    Map.entry("ca", List.of("ES")),
                    Map.entry("gl", List.of("ES")),
                    Map.entry("sq", List.of("AL", "XK")),
                    Map.entry("so", List.of("SO", "KE")),
                    Map.entry("yo", List.of("NG")),
                    Map.entry("ig", List.of("NG")),
                    Map.entry("rw", List.of("RW")),
                    Map.entry("mg", List.of("MG")),
                    Map.entry("tet", List.of("TL")),
                    Map.entry("tpi", List.of("PG", "SB", "VU")),
                    Map.entry("pap", List.of("CW", "AW")),
                    Map.entry("ht", List.of("HT")),
                    Map.entry("jv", List.of("ID")),
                    Map.entry("su", List.of("ID")),
                    Map.entry("af", List.of("ZA", "NA")),
                    Map.entry("xh", List.of("ZA")),
                    Map.entry("sn", List.of("ZW")),
                    Map.entry("ny", List.of("MW", "ZM")),
                    Map.entry("lg", List.of("UG")),
                    Map.entry("om", List.of("ET", "KE")),
                    Map.entry("ku", List.of("TR", "IQ")),
                    Map.entry("tk", List.of("TM")));

    /// What a short sentence of a language is easily read as: the same script, and often the same
    /// words.
    private static final Map<String, Set<String>> TAKEN_FOR =
            Map.of("ne", Set.of("hi"), "ja", Set.of("zh-Hans", "zh-Hant"));

    /// English alone tells little: these come after whatever else there is to go by.
    private static final List<String> ENGLISH =
            List.of("PH", "IN", "US", "GB", "KE", "MY", "SG", "NG", "PK", "HK");

    /// Where a channel is everyone's habit, the most so first.
    private static final Map<ContactKind, List<String>> BY_CHANNEL =
            Map.of(
                    ContactKind.LINE, List.of("TH", "TW", "JP"),
                    ContactKind.WHATSAPP,
                            List.of("ID", "MY", "IN", "PK", "BR", "KE", "NG", "SG", "HK"),
                    ContactKind.VIBER, List.of("MM", "PH", "UA"));

    private static final Map<ContactKind, String> HOME =
            Map.of(
                    ContactKind.ZALO, "VN",
                    ContactKind.KAKAOTALK, "KR",
                    ContactKind.KAKAO_OPENCHAT, "KR",
                    ContactKind.WECHAT, "CN",
                    ContactKind.QQ, "CN");

    /// Country codes that serve as names of anything but their country.
    private static final List<String> VANITY =
            List.of("io", "me", "co", "tv", "ai", "cc", "ly", "gg", "to", "ws", "fm", "gl", "la");

    /// @param near the languages of the words beside a number
    /// @param countries those of the places that the text names
    /// @param told those that its words tell numbers of
    /// @param hosts where the text was published and where it links to
    static Regions of(
            ActiveLanguages languages,
            Set<String> near,
            List<String> countries,
            List<String> told,
            List<String> hosts) {
        Map<String, Double> likelihoods = new HashMap<>();
        addAll(likelihoods, ANYWHERE, ANY);
        countries.forEach(country -> likelihoods.merge(country, PLACE, Double::sum));
        told.forEach(country -> likelihoods.merge(country, HOME_WORD, Double::sum));
        hosts.stream()
                .map(Regions::countryOf)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(country -> likelihoods.merge(country, SITE, Double::sum));
        Set<String> all = new TreeSet<>(languages.all());
        all.addAll(near);
        languages
                .main()
                .map(main -> TAKEN_FOR.getOrDefault(main, Set.of()))
                .ifPresent(all::removeAll);
        for (String language : all) {
            boolean main =
                    near.contains(language)
                            || languages.main().filter(language::equals).isPresent();
            if (language.equals("en")) {
                boolean untold = languages.main().isEmpty(); // a few words, mostly English ones
                addAll(likelihoods, ENGLISH, main || untold ? ENGLISH_TEXT : ANY);
            } else {
                addAll(
                        likelihoods,
                        BY_LANGUAGE.getOrDefault(language, List.of()),
                        main ? MAIN_LANGUAGE : OTHER_LANGUAGE);
            }
        }
        if (languages.allows("zh-Hans") && !languages.allows("ja")) {
            likelihoods.merge("JP", HAN_ALONE, Double::sum);
        }
        return sorted(likelihoods);
    }

    /// With what the channels say that the number stands behind. Where the text already tells of
    /// one country of a channel's habit, the others gain nothing: Viber in a Burmese text speaks of
    /// Myanmar and not of the Philippines.
    Regions by(List<ContactKind> channels) {
        Map<String, Double> likelihoods = new HashMap<>(this.likelihoods);
        for (ContactKind channel : channels) {
            Optional.ofNullable(HOME.get(channel))
                    .ifPresent(home -> likelihoods.merge(home, HOME_CHANNEL, Double::sum));
            List<String> usual = BY_CHANNEL.getOrDefault(channel, List.of());
            List<String> told = usual.stream().filter(this::areToldBy).toList();
            addAll(likelihoods, told.isEmpty() ? usual : told, OTHER_LANGUAGE);
        }
        return sorted(likelihoods);
    }

    /// With the country of a number that the text gives besides: its others are likely of the same.
    Regions with(String region) {
        if (!likelihoods.containsKey(region)) {
            return this; // a number abroad says nothing of the others
        }
        return plus(region, OTHER_NUMBER);
    }

    /// With a country of whose plan alone the text's other national numbers are.
    Regions besideOne(String region) {
        return plus(region, HOME_WORD);
    }

    /// With a country that the way speaks for in which a number is written.
    Regions and(String region) {
        return plus(region, WRITTEN);
    }

    /// With the countries of the language that a number is spelled out in, the likeliest first.
    Regions and(List<String> regions) {
        Map<String, Double> likelihoods = new HashMap<>(this.likelihoods);
        addAll(likelihoods, regions, WRITTEN);
        return sorted(likelihoods);
    }

    /// For a number of which the words beside it say that it is one of the country.
    Regions ofOne(String region) {
        return plus(region, OWN_WORD);
    }

    private Regions plus(String region, double likelihood) {
        Map<String, Double> likelihoods = new HashMap<>(this.likelihoods);
        likelihoods.merge(region, likelihood, Double::sum);
        return sorted(likelihoods);
    }

    /// Whether more than a guess speaks for the country.
    boolean areToldBy(String region) {
        return likelihoods.getOrDefault(region, 0.0) >= TOLD;
    }

    /// Whether the main language of the text has one country, or words name it or its towns.
    boolean areSurelyToldBy(String region) {
        return likelihoods.getOrDefault(region, 0.0) >= MAIN_LANGUAGE;
    }

    /// Whether the country is one where the main language of the text is at home.
    boolean areOfTheLanguage(String region) {
        return likelihoods.getOrDefault(region, 0.0) >= HOME_OF_LANGUAGE;
    }

    /// Whether the text's main language, or what it names, speaks for the country, English aside.
    boolean areLikely(String region) {
        return likelihoods.getOrDefault(region, 0.0) >= LIKELY;
    }

    /// Without those that only a guess speaks for: enough for a number without a cue.
    Regions onlyTold() {
        Map<String, Double> told = new LinkedHashMap<>();
        likelihoods.forEach((region, likelihood) -> {
            if (likelihood >= TOLD) {
                told.put(region, likelihood);
            }
        });
        return new Regions(told);
    }

    private static void addAll(
            Map<String, Double> likelihoods, List<String> regions, double first) {
        double likelihood = first;
        for (String region : regions) {
            likelihoods.merge(region, likelihood, Double::sum);
            likelihood *= NEXT_COUNTRY;
        }
    }

    private static Regions sorted(Map<String, Double> likelihoods) {
        Map<String, Double> sorted = new LinkedHashMap<>();
        likelihoods.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return new Regions(sorted);
    }

    private static Optional<String> countryOf(String host) {
        String top = host.substring(host.lastIndexOf('.') + 1);
        if (top.length() != 2 || VANITY.contains(top) || !host.contains(".")) {
            return Optional.empty();
        }
        return Optional.of(top.equals("uk") ? "GB" : top.toUpperCase(java.util.Locale.ROOT));
    }
}
