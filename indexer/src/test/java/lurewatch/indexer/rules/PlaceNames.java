package lurewatch.indexer.rules;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes the names that CLDR has for the gazetteer's countries and large cities into it:
/// territories, and the cities by which time zones are known. `.ci/place-names` runs it.
///
/// Names are added only where they can hardly mean anything else; names of languages that change
/// their words' ends are added in the forms that no ending added to the name gives.
final class PlaceNames {
    private static final List<String> LANGUAGES =
            List.of(
                    "ko", "zh-Hans", "zh-Hant", "ja", "vi", "th", "id", "ms", "fil", "hi", "bn",
                    "ne", "ur", "ta", "si", "my", "km", "lo", "ru", "pt", "es", "fr", "ar", "sw",
                    "am", "tr", "de", "it", "pl", "fa");

    /// Languages that the lexicon has no or few phrases of: of texts in these, only the names of
    /// the countries that people are lured to are looked for.
    private static final List<String> FURTHER =
            List.of(
                    "uk", "be", "bg", "mk", "sr", "sr-Latn", "hr", "sl", "cs", "sk", "hu", "ro",
                    "nl", "da", "nb", "sv", "is", "fi", "et", "lv", "lt", "el", "sq", "ca", "gl",
                    "eu", "ga", "cy", "mt", "he", "ps", "ku", "ckb", "sd", "ug", "az", "kk", "ky",
                    "uz", "tg", "tk", "mn", "ka", "hy", "gu", "pa", "mr", "te", "kn", "ml", "or",
                    "as", "dz", "jv", "su", "ceb", "mi", "so", "om", "ti", "ha", "yo", "ig", "rw",
                    "mg", "sn", "ny", "lg", "xh", "zu", "st", "tn", "af", "ht", "pap", "tpi", "wo",
                    "ln", "rn");

    /// Risks for which the further languages' names are added.
    private static final Set<String> RISKY = Set.of("high", "medium");

    /// Of fewer letters, a name of another language is a word of too many.
    private static final int SHORTEST_FURTHER = 5;

    /// Places that a time zone is named after.
    private static final Map<String, String> ZONES =
            Map.ofEntries(
                    Map.entry("kh_phnompenh", "Asia/Phnom_Penh"),
                    Map.entry("mm_yangon", "Asia/Rangoon"),
                    Map.entry("la_vientiane", "Asia/Vientiane"),
                    Map.entry("th_bangkok", "Asia/Bangkok"),
                    Map.entry("vn_hcmc", "Asia/Saigon"),
                    Map.entry("ae_dubai", "Asia/Dubai"),
                    Map.entry("ph_manila", "Asia/Manila"),
                    Map.entry("my_kl", "Asia/Kuala_Lumpur"),
                    Map.entry("ge_tbilisi", "Asia/Tbilisi"),
                    Map.entry("ng_lagos", "Africa/Lagos"),
                    Map.entry("ke_nairobi", "Africa/Nairobi"),
                    Map.entry("lk_colombo", "Asia/Colombo"),
                    Map.entry("np_kathmandu", "Asia/Katmandu"),
                    Map.entry("bd_dhaka", "Asia/Dhaka"),
                    Map.entry("gh_accra", "Africa/Accra"),
                    Map.entry("ci_abidjan", "Africa/Abidjan"),
                    Map.entry("za_johannesburg", "Africa/Johannesburg"),
                    Map.entry("ug_kampala", "Africa/Kampala"),
                    Map.entry("et_addis", "Africa/Addis_Ababa"),
                    Map.entry("br_saopaulo", "America/Sao_Paulo"),
                    Map.entry("mp_saipan", "Pacific/Saipan"),
                    Map.entry("mn_ulaanbaatar", "Asia/Ulaanbaatar"),
                    Map.entry("zm_lusaka", "Africa/Lusaka"),
                    Map.entry("na_windhoek", "Africa/Windhoek"),
                    Map.entry("ao_luanda", "Africa/Luanda"));

    /// Common words and other places, or parts of other words: the Khmer Thailand ends a usual
    /// misspelling of `day`, the Japanese India begins `indoor`, the French one is a blue, the
    /// Polish one a kind of music, the Persian one a woman's name.
    private static final Set<String> AMBIGUOUS =
            Set.of(
                    "ថៃ", "インド", "Inde", "다카", "ดากา", "達卡", "Daca", "Acra", "アクラ", "Akra",
                    "Georgia", "Chiny", "Indie", "هند");

    private static final int KIND = 1;
    private static final int FIRST_NAMES = 5;
    private static final int LOCAL_NAMES = 8;
    private static final int RISK = 9;
    private static final int COLUMNS = 13;

    /// Of scripts without blanks, shorter names are parts of too many words.
    private static final int SHORTEST = 3;

    private PlaceNames() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            lines.add(line.startsWith("#") || line.startsWith("place_id") ? line : extended(line));
        }
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    private static String extended(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != COLUMNS) {
            throw new IllegalArgumentException("not " + COLUMNS + " columns: " + line);
        }
        Set<String> known = new LinkedHashSet<>();
        for (int i = FIRST_NAMES; i <= LOCAL_NAMES; i++) {
            known.addAll(List.of(fields[i].split("\\|")));
        }
        Set<String> added = new LinkedHashSet<>();
        for (String language : LANGUAGES) {
            for (String name : names(fields[0], fields[KIND], fields[2], language)) {
                added.addAll(forms(name, language));
            }
        }
        if (fields[KIND].equals("country") && RISKY.contains(fields[RISK])) {
            for (String language : FURTHER) {
                names(fields[0], fields[KIND], fields[2], language).stream()
                        .filter(name -> name.length() >= SHORTEST_FURTHER)
                        .forEach(added::add);
            }
        }
        added.removeAll(known);
        added.removeAll(AMBIGUOUS);
        added.removeIf(name -> name.isBlank() || isTooShort(name));
        String local = String.join("|", added);
        boolean both = !fields[LOCAL_NAMES].isEmpty() && !local.isEmpty();
        fields[LOCAL_NAMES] += (both ? "|" : "") + local;
        return String.join("\t", fields);
    }

    private static Set<String> names(String id, String kind, String country, String language) {
        ULocale locale = ULocale.forLanguageTag(language);
        Set<String> names = new LinkedHashSet<>();
        if (kind.equals("country")) {
            for (DisplayContext length :
                    List.of(DisplayContext.LENGTH_SHORT, DisplayContext.LENGTH_FULL)) {
                names.addAll(
                        parts(
                                LocaleDisplayNames.getInstance(locale, length)
                                        .regionDisplayName(country)));
            }
        }
        String zone = ZONES.get(id);
        if (zone != null) {
            names.addAll(parts(TimeZoneNames.getInstance(locale).getExemplarLocationName(zone)));
        }
        return names;
    }

    /// `Myanmar (Burma)` is two names; what names a form of government is none.
    private static List<String> parts(String name) {
        String plain = name.replace("\u200b", "").replace("\u2060", "");
        if (plain.contains("SAR") || plain.contains("RAE") || plain.contains("S.A.R.")) {
            return List.of();
        }
        if (plain.matches(
                ".*(?:특별|特别|特別|พิเศษ|Đặc khu|DAK|САР|منطقة|विशेष|ÖİB|පරිපාලන|រដ្ឋបាល|ເຂດ|ልዩ|এসএআর|எஸ்ஏஆர்|တရုတ်ပြည်).*")) {
            return List.of();
        }
        return List.of(plain.replace(")", "").split("\\s?\\(|,\\s", -1));
    }

    private static List<String> forms(String name, String language) {
        char last = name.charAt(name.length() - 1);
        String stem = name.substring(0, name.length() - 1);
        return switch (language) {
            case "ru" -> russian(name, stem, last);
            // before an ending the last vowel or the sign of none is dropped: தாய்லாந்து,
            // தாய்லாந்தில்
            case "ta" -> last == 'ு' || last == '்' ? List.of(name, stem) : List.of(name);
            default -> List.of(name);
        };
    }

    private static List<String> russian(String name, String stem, char last) {
        String endings =
                switch (last) {
                    case 'а' ->
                            "кгх".indexOf(stem.charAt(stem.length() - 1)) >= 0
                                    ? "у е и ой"
                                    : "у е ы ой";
                    case 'я' -> "ю и ей";
                    case 'й' -> "я е ю ем";
                    case 'ь' -> "я е ю и";
                    case 'ы' -> "ах ам";
                    default -> "";
                };
        List<String> forms = new ArrayList<>(List.of(name));
        if (name.indexOf(' ') < 0 && !endings.isEmpty()) {
            for (String ending : endings.split(" ", -1)) {
                forms.add(stem + ending);
            }
        }
        return forms;
    }

    private static boolean isTooShort(String name) {
        boolean spaced =
                name.charAt(0) < 0xE00 || (name.charAt(0) >= 0x1200 && name.charAt(0) < 0x1780);
        return !spaced
                && name.codePoints().filter(Character::isLetter).count() < SHORTEST
                && !isHanOrHangul(name);
    }

    private static boolean isHanOrHangul(String name) {
        char c = name.charAt(0);
        return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
    }
}
