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

    private Endings() {}

    static void addTo(double[] points, String word, List<String> names) {
        if (word.length() < 2) {
            return;
        }
        for (int i = 0; i < points.length; i++) {
            points[i] += of(word, names.get(i));
        }
    }

    private static double of(String word, String language) {
        double points = 0;
        String letters = LETTERS.get(language);
        if (letters != null && containsAny(word, letters)) {
            points += 0.7;
        }
        if (word.length() < 5) {
            return points;
        }
        for (String ending : ENDINGS.getOrDefault(language, List.of())) {
            if (word.endsWith(ending)) {
                points += 0.25;
                break;
            }
        }
        for (String beginning : BEGINNINGS.getOrDefault(language, List.of())) {
            if (word.startsWith(beginning)) {
                points += 0.2;
                break;
            }
        }
        return points;
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
