package lurewatch.indexer.text;

import java.util.List;
import java.util.Map;

/// Beginnings, endings and letters that tell a language of Latin letters where no common word does.
final class Endings {
    private static final Map<String, List<String>> ENDINGS =
            Map.ofEntries(
                    Map.entry("en", List.of("ing", "tion", "ly", "ness", "ment", "ght", "ck")),
                    Map.entry("id", List.of("kan", "nya", "asi", "itas")),
                    Map.entry("ms", List.of("kan", "nya", "asi", "iti")),
                    Map.entry("pt", List.of("ção", "ções", "dade", "mente", "inho", "lho", "ão")),
                    Map.entry(
                            "es", List.of("ción", "ciones", "dad", "mente", "illo", "ñol", "dor")),
                    Map.entry("fr", List.of("tion", "ment", "eux", "eur", "ique", "aux", "ait")),
                    Map.entry("de", List.of("ung", "keit", "lich", "schaft", "isch", "cht")),
                    Map.entry("it", List.of("zione", "mente", "ità", "gli", "ggio")),
                    Map.entry("nl", List.of("ijk", "heid", "ing", "aat", "oor")),
                    Map.entry("tl", List.of("ng", "han", "hin")),
                    Map.entry("sw", List.of("sha", "wa", "eza", "isha")),
                    Map.entry("tr", List.of("lar", "ler", "lık", "mak", "mek")),
                    Map.entry("pl", List.of("nie", "ość", "ych", "ego", "owa")));
    private static final Map<String, String> LETTERS =
            Map.of(
                    "vi", "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
                    "de", "ßäöü",
                    "es", "ñ",
                    "fr", "çèêàœ",
                    "pt", "ãõç",
                    "tr", "şğıöü",
                    "pl", "łąęśźżćń");
    private static final Map<String, List<String>> BEGINNINGS =
            Map.of(
                    "id", List.of("meng", "peng", "ber", "memp", "menj", "diber"),
                    "ms", List.of("meng", "peng", "ber", "memp", "menj", "diber"),
                    "tl", List.of("nag", "mag", "pag", "kina", "ipina", "naka", "maka"),
                    "sw",
                            List.of(
                                    "wana", "kuwa", "ili", "ana", "wali", "kut", "kuf", "nina",
                                    "uta"));

    /// What to look for in a word, by language in the order of the names: words are many, and
    /// looking these up for each was a tenth of what an assessment costs.
    private final List<Traits> traits;

    private record Traits(String letters, List<String> endings, List<String> beginnings) {}

    Endings(List<String> names) {
        this.traits =
                names.stream()
                        .map(name ->
                                new Traits(
                                        LETTERS.getOrDefault(name, ""),
                                        ENDINGS.getOrDefault(name, List.of()),
                                        BEGINNINGS.getOrDefault(name, List.of())))
                        .toList();
    }

    /// Adds to each language's points what the word says for it.
    void addTo(double[] points, String word) {
        if (word.length() < 2) {
            return;
        }
        boolean hasMarks = hasMarks(word);
        boolean isLong = word.length() >= 5;
        for (int i = 0; i < points.length && (hasMarks || isLong); i++) {
            Traits language = traits.get(i);
            if (hasMarks && containsAny(word, language.letters())) {
                points[i] += 0.7;
            }
            if (isLong && endsWithAny(word, language.endings())) {
                points[i] += 0.25;
            }
            if (isLong && startsWithAny(word, language.beginnings())) {
                points[i] += 0.2;
            }
        }
    }

    private static boolean hasMarks(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithAny(String word, List<String> endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithAny(String word, List<String> beginnings) {
        for (String beginning : beginnings) {
            if (word.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean containsAny(String word, String letters) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80 && letters.indexOf(word.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
