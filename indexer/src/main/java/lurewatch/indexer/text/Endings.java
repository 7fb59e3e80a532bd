package lurewatch.indexer.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Beginnings, endings and letters that tell a language of Latin letters where no common word does.
final class Endings {
    /// By which affixes are told apart first: as many as ASCII characters.
    private static final int BUCKETS = 0x80;

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
                    Map.entry("ro", List.of("ului", "elor", "ilor", "ește", "ează", "ție", "ții")),
                    Map.entry("pl", List.of("nie", "ość", "ych", "ego", "owa")),
                    Map.entry("hu", List.of("ság", "ség", "unk", "ünk", "nak", "nek", "ban")),
                    Map.entry("cs", List.of("ího", "ých", "ení", "ání", "ost")),
                    Map.entry("az", List.of("lar", "lər", "maq", "mək")),
                    Map.entry("fi", List.of("ssa", "ssä", "sta", "stä", "lla", "llä", "een")),
                    Map.entry("et", List.of("mine", "misi", "sse", "dega", "tud")),
                    Map.entry("lt", List.of("imas", "ija", "iai", "ose", "ams")),
                    Map.entry("lv", List.of("šana", "ība", "iem", "ām")),
                    Map.entry("sl", List.of("nje", "nja", "ost", "ega", "imo")),
                    Map.entry("hr", List.of("nje", "nja", "ost", "oga", "imo")),
                    Map.entry("sk", List.of("anie", "osť", "ých", "ého", "ame")),
                    Map.entry("da", List.of("else", "erne", "hed", "ede")),
                    Map.entry("nb", List.of("else", "ene", "het")),
                    Map.entry("is", List.of("arinn", "legt", "legur")),
                    Map.entry("ca", List.of("ció", "cions", "itat")),
                    Map.entry("eu", List.of("aren", "etan", "ekin", "tzen", "tzeko", "ko")),
                    Map.entry("af", List.of("heid", "lik", "ings")),
                    Map.entry("cy", List.of("odd", "aeth", "iau", "wyd")),
                    Map.entry("so", List.of("aya", "ayn", "aan", "adda")),
                    Map.entry("om", List.of("ummaa", "aan", "tti", "chuu")));
    private static final Map<String, String> LETTERS =
            Map.ofEntries(
                    Map.entry("vi", "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"),
                    Map.entry("de", "ßäöü"),
                    Map.entry("es", "ñ"),
                    Map.entry("fr", "çèêàœ"),
                    Map.entry("pt", "ãõç"),
                    Map.entry(
                            "tr",
                            "şğıöüýðþ"), // the last three where code page 1254 was read as 1252
                    Map.entry("ro", "ăâîșțţ"),
                    Map.entry("pl", "łąęśźżćń"),
                    Map.entry("cs", "ěřůďčšž"),
                    Map.entry("hu", "őű"),
                    Map.entry("sv", "å"),
                    Map.entry("az", "ə"),
                    Map.entry("ha", "ƙɗɓ"),
                    Map.entry("sl", "čšž"),
                    Map.entry("hr", "čšžćđ"),
                    Map.entry("sk", "čšžľĺŕô"),
                    Map.entry("lt", "čšžėųįū"),
                    Map.entry("lv", "čšžāēīūņļķģ"),
                    Map.entry("et", "äöüõ"),
                    Map.entry("fi", "äö"),
                    Map.entry("is", "ðþæ"),
                    Map.entry("da", "æøå"),
                    Map.entry("nb", "æøå"),
                    Map.entry("mt", "ħġċż"),
                    Map.entry("cy", "ŵŷ"),
                    Map.entry("ca", "çàòèï"),
                    Map.entry("gl", "ñ"),
                    Map.entry("sq", "ëç"),
                    Map.entry("ku", "êîû"),
                    Map.entry("tk", "ň"),
                    Map.entry("yo", "ẹọṣ"),
                    Map.entry("ig", "ịọụṅ"));
    private static final Map<String, List<String>> BEGINNINGS =
            Map.of(
                    "id", List.of("meng", "peng", "ber", "memp", "menj", "diber"),
                    "ms", List.of("meng", "peng", "ber", "memp", "menj", "diber"),
                    "tl", List.of("nag", "mag", "pag", "kina", "ipina", "naka", "maka"),
                    "ceb", List.of("nag", "mag", "pag", "naka", "maka"),
                    "zu", List.of("uku", "ngi", "izi", "umse", "ezi", "kwe"),
                    "sw",
                            List.of(
                                    "wana", "kuwa", "ili", "ana", "wali", "kut", "kuf", "nina",
                                    "uta"));

    /// Sets of languages are bits, in the order of their names: words are many, and each is looked
    /// at once only.
    private final Map<Character, Long> letters = new HashMap<>();

    private final Affix[][] endings;
    private final Affix[][] beginnings;

    /// What a word of some languages ends or begins with.
    private record Affix(String text, long languages) {}

    Endings(List<String> names) {
        List<List<Affix>> byLast = noAffixes();
        List<List<Affix>> byFirst = noAffixes();
        for (int i = 0; i < names.size(); i++) {
            long language = 1L << i;
            String name = names.get(i);
            LETTERS.getOrDefault(name, "")
                    .chars()
                    .forEach(c -> letters.merge((char) c, language, (x, y) -> x | y));
            for (String ending : ENDINGS.getOrDefault(name, List.of())) {
                at(byLast, ending.charAt(ending.length() - 1)).add(new Affix(ending, language));
            }
            for (String beginning : BEGINNINGS.getOrDefault(name, List.of())) {
                at(byFirst, beginning.charAt(0)).add(new Affix(beginning, language));
            }
        }
        this.endings = arrays(byLast);
        this.beginnings = arrays(byFirst);
    }

    private static Affix[][] arrays(List<List<Affix>> affixes) {
        return affixes.stream().map(bucket -> bucket.toArray(Affix[]::new)).toArray(Affix[][]::new);
    }

    private static List<List<Affix>> noAffixes() {
        return Stream.<List<Affix>>generate(ArrayList::new).limit(BUCKETS).toList();
    }

    private static List<Affix> at(List<List<Affix>> affixes, char c) {
        return affixes.get(c % BUCKETS);
    }

    /// Adds to each language's points what the word from `start` to `end` says for it.
    void addTo(double[] points, String text, int start, int end) {
        if (end - start < 2) {
            return;
        }
        add(points, languagesOfLetters(text, start, end), 0.7);
        if (end - start < 5) {
            return;
        }
        long ending = 0;
        for (Affix affix : endings[text.charAt(end - 1) % BUCKETS]) {
            String letters = affix.text();
            boolean ends =
                    letters.length() <= end - start
                            && text.startsWith(letters, end - letters.length());
            ending |= ends ? affix.languages() : 0;
        }
        long beginning = 0;
        for (Affix affix : beginnings[text.charAt(start) % BUCKETS]) {
            String letters = affix.text();
            boolean begins = letters.length() <= end - start && text.startsWith(letters, start);
            beginning |= begins ? affix.languages() : 0;
        }
        add(points, ending, 0.25);
        add(points, beginning, 0.2);
    }

    /// Adds to the points of each language of the set.
    static void add(double[] points, long languages, double more) {
        for (long left = languages; left != 0; left &= left - 1) {
            points[Long.numberOfTrailingZeros(left)] += more;
        }
    }

    private long languagesOfLetters(String text, int start, int end) {
        long languages = 0;
        for (int i = start; i < end; i++) {
            if (text.charAt(i) >= 0x80) {
                languages |= letters.getOrDefault(text.charAt(i), 0L);
            }
        }
        return languages;
    }
}
