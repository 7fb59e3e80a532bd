package lurewatch.indexer.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which languages a text is written in: by script first, then by letters and common words. Works
/// on a few words, on mixed and on romanised texts; see
/// `docs/decisions/0004-language-identification.md`.
public final class Languages {
    /// Where a second language has this share of the text, it counts as one of its languages.
    private static final double NOTABLE = 0.12;

    /// Longer texts tell no more than their beginning.
    private static final int MAX_CHARACTERS = 20_000;

    private Languages() {}

    /// The language most of the text is in, as BCP 47 (`zh-Hans` and `zh-Hant` apart); empty where
    /// it cannot be told.
    public static Optional<String> of(String text) {
        List<String> languages = in(text);
        return languages.isEmpty() ? Optional.empty() : Optional.of(languages.getFirst());
    }

    /// All languages with a notable share of the text, the largest share first.
    public static List<String> in(String text) {
        String read = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
        Map<Script, Double> weights = weights(read);
        double total = 0;
        for (double weight : weights.values()) {
            total += weight;
        }
        List<Map.Entry<Script, Double>> notable = new ArrayList<>();
        for (Map.Entry<Script, Double> entry : weights.entrySet()) {
            if (entry.getValue() >= NOTABLE * total) {
                notable.add(Map.entry(entry.getKey(), entry.getValue()));
            }
        }
        notable.sort(Map.Entry.<Script, Double>comparingByValue().reversed());
        List<String> languages = new ArrayList<>();
        for (Map.Entry<Script, Double> entry : notable) {
            addLanguages(languages, entry.getKey(), read);
        }
        return List.copyOf(languages);
    }

    private static void addLanguages(List<String> languages, Script script, String text) {
        for (String language : languagesOf(script, text)) {
            if (!languages.contains(language)) {
                languages.add(language);
            }
        }
    }

    private static List<String> languagesOf(Script script, String text) {
        return switch (script) {
            case LATIN -> LatinLanguages.in(text);
            case HANGUL -> List.of("ko");
            case HAN -> List.of(ChineseScript.of(text));
            case KANA -> List.of("ja");
            case ARABIC -> List.of(arabic(text));
            case DEVANAGARI -> List.of(devanagari(text));
            case CYRILLIC -> List.of(cyrillic(text));
            case OTHER -> List.of();
            default -> List.of(script.language());
        };
    }

    /// Letters per script; a letter that stands for a syllable or a word weighs more.
    private static Map<Script, Double> weights(String text) {
        Map<Script, Double> weights = new EnumMap<>(Script.class);
        Script.countIn(text)
                .forEach((script, count) -> {
                    if (script != Script.OTHER) {
                        weights.put(script, count * script.weight());
                    }
                });
        double kana = weights.getOrDefault(Script.KANA, 0.0);
        double han = weights.getOrDefault(Script.HAN, 0.0);
        if (kana > 0.1 * han) {
            weights.put(Script.KANA, kana + han); // Japanese is written with both
            weights.remove(Script.HAN);
        }
        return weights;
    }

    private static String cyrillic(String text) {
        if (containsAny(text, "ўҳ") && !containsAny(text, "әіұ")) {
            return "uz";
        }
        if (containsAny(text, "әғқұһ")) {
            return "kk";
        }
        if (containsAny(text, "ң")) {
            return containsAny(text, "өү") || !containsAny(text, "і") ? "ky" : "kk";
        }
        if (containsAny(text, "өү")) {
            return "mn";
        }
        return containsAny(text, "іїєґ") ? "uk" : "ru";
    }

    private static String arabic(String text) {
        if (containsAny(text, "ٹڈڑںےھہ")) {
            return "ur";
        }
        if (containsAny(text, "پچژگ")) {
            return "fa";
        }
        return containsAny(text, "۰۱۲۳۴۵۶۷۸۹") ? "ur" : "ar"; // Arabic has digits of its own
    }

    private static String devanagari(String text) {
        int nepali =
                occurrences(
                        text,
                        "बाट ",
                        "छ",
                        "सम्पर्क",
                        "हरू",
                        "को ",
                        "मा ",
                        "गर्न",
                        "हुन",
                        "लागि ",
                        "नचाहिने",
                        "चाहिन्छ",
                        "तलब",
                        "यसै ",
                        "जाने ",
                        "यस ",
                        "तपाईं",
                        "पनि ",
                        "भएको",
                        "लाई ",
                        "ले ",
                        "दाजु",
                        "बहिनी",
                        "नेपाल",
                        "हरु",
                        "मात्र ",
                        "गर्नु",
                        "बस्न",
                        "चाहियो",
                        "भाइबर",
                        "महिनाको",
                        "दिइन्छ",
                        "काठमाडौं");
        int hindi =
                occurrences(
                        text, "है", "हैं", "में", "के ", "की ", "का ", "और ", "पर ", "से ", "करें");
        int marathi =
                occurrences(
                        text,
                        "आहे",
                        "आहात",
                        "मध्ये",
                        "च्या ",
                        "साठी",
                        "नाही",
                        "आणि ",
                        "पाहिजे",
                        "ळ",
                        "तुमच",
                        "तुम्ही",
                        "आम्ही",
                        "मिळेल",
                        "हवे",
                        "करायच",
                        "तील ",
                        "महिन्याला",
                        "ांना ",
                        "होते ",
                        "केली ");
        if (marathi > Math.max(nepali, hindi)) {
            return "mr";
        }
        return nepali > hindi ? "ne" : "hi";
    }

    private static int occurrences(String text, String... words) {
        int count = 0;
        for (String word : words) {
            for (int i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + word.length())) {
                count++;
            }
        }
        return count;
    }

    private static boolean containsAny(String text, String letters) {
        return letters.chars().anyMatch(c -> text.indexOf(c) >= 0);
    }
}
