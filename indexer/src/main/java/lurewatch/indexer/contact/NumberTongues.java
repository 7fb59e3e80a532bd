package lurewatch.indexer.contact;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.Scripts;

/// The countries whose languages are known by their number words alone, since no rule is written in
/// them: a number spelled out in them is one of theirs.
final class NumberTongues {
    private static final Map<String, List<String>> BY_WORD =
            byWord(
                    Map.ofEntries(
                            Map.entry("RS HR BA ME", "sedam|osam|седам|осам|četiri|triput|трипут"),
                            Map.entry("BG MK", "осем|шест"),
                            Map.entry("SI", "štiri|osem|nič"),
                            Map.entry("LT", "keturi|penki|šeši|septyni|aštuoni|devyni"),
                            Map.entry("LV", "četri|pieci|septiņi|astoņi|deviņi"),
                            Map.entry("EE", "kuus|seitse|kaheksa|üheksa"),
                            Map.entry("AL XK", "pesë|gjashtë|shtatë|tetë|nëntë"),
                            Map.entry("DK NO", "syv|otte"),
                            Map.entry("NO SE", "sju|åtte"),
                            Map.entry(
                                    "FI",
                                    "nolla|nollaa|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän"),
                            Map.entry("RU KZ", "vosem|devyat|chetyre|devyatsot|nolya|nol'|shest'"),
                            Map.entry("PK", "sifar|sifr|dafa"),
                            Map.entry("IN PK", "paanch|chaar|aath|shunya|shoonya"),
                            Map.entry("BD IN", "shunno|choy|noy|tinta|charta"),
                            Map.entry("LK", "binduwa|hathara|deka|thuna"),
                            Map.entry("IR", "chahar|chahaar|hasht|yek"),
                            Map.entry("GR CY", "miden|tessera|pente|okto|ennia"),
                            Map.entry("IL", "efes|shtaim|shtayim|hamesh|shmone"),
                            Map.entry("GE", "nuli|erti|otkhi|khuti|ekvsi|shvidi|tskhra"),
                            Map.entry("AM", "zro|yerku|chors|hing|vets"),
                            Map.entry("MN", "teg|gurav|durvun|zurgaa|doloo"),
                            Map.entry("ET", "hulet|sost|arat|amist|sidist|semint|zetegn"),
                            Map.entry("MA", "jouj|reb3a|tes3oud"),
                            Map.entry(
                                    "EG AE SA",
                                    "wa7ed|wa7id|etnen|etnein|itnein|arba3a|sab3a|tes3a|tis3a|tamanya"),
                            Map.entry("KH", "muoy|prammuoy|prampir|prambey"),
                            Map.entry("TH", "neung|paed|ซีโร่|เซเว่น"),
                            Map.entry("HK MO", "孖"),
                            Map.entry("KR", "gong|chil|yuk"),
                            Map.entry("JP", "ichi|nana|hachi|roku|kyuu"),
                            Map.entry("ID", "wolu|papat|pitu|loro"),
                            Map.entry("PH", "siro|nayn|seben|payb|nuwebe|otso|siyete|syete"),
                            Map.entry("CZ", "čtyři|devět"),
                            Map.entry("SK", "šesť|deväť|päť|deväťsto|štyri|osemdesiat"),
                            Map.entry("HU", "négy|nyolc|kilenc|kettő|nyolcvan|hetven|harminc"),
                            Map.entry("SO", "toddoba|siddeed|sagaal"),
                            Map.entry("TJ", "панҷ|ҳафт|ҳашт|нӯҳ"),
                            Map.entry("RS HR CZ SK BA", "nula|нула")));

    private static final List<String> WORDS = List.copyOf(BY_WORD.keySet());
    private static final FewStrings STRINGS = FewStrings.of(WORDS);

    private NumberTongues() {}

    private static Map<String, List<String>> byWord(Map<String, String> wordsByRegions) {
        Map<String, List<String>> regions = new HashMap<>();
        wordsByRegions.forEach((codes, words) -> {
            for (String word : NumberWords.foldedLines(words)) {
                regions.put(word, List.of(codes.split(" ", -1)));
            }
        });
        return Map.copyOf(regions);
    }

    /// The countries of the languages that number words between the places are of, the likeliest
    /// first.
    static List<String> regionsOf(String folded, int from, int to) {
        Set<String> regions = new LinkedHashSet<>();
        STRINGS.scan(
                folded,
                from,
                to,
                (place, start, end) -> {
                    boolean whole =
                            Character.isIdeographic(folded.charAt(start))
                                    || ((start == 0 || !Scripts.isWord(folded.charAt(start - 1)))
                                            && (end == folded.length()
                                                    || !Scripts.isWord(folded.charAt(end))));
                    if (whole) {
                        BY_WORD.getOrDefault(WORDS.get(place), List.of()).forEach(regions::add);
                    }
                });
        return List.copyOf(regions);
    }
}
