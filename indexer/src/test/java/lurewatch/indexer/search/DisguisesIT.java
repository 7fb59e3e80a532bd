package lurewatch.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import lurewatch.indexer.index.PostingIndex;
import lurewatch.indexer.text.Misencoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every habit by which ads hide words (`detect/package-info`), made by rule from plain words, is
/// found by the plain word; and each attested short form by the word that it stands for.
class DisguisesIT {
    private static final QueryLanguage LANGUAGE =
            new QueryLanguage(SamplePostings::read, InstantSource.system());

    private static final List<String> LATIN =
            List.of(
                    "telegram",
                    "whatsapp",
                    "cambodia",
                    "kamboja",
                    "casino",
                    "passport",
                    "salary",
                    "myawaddy",
                    "zalo",
                    "thailand",
                    "account",
                    "recruit",
                    "loker",
                    "sihanoukville");
    private static final List<String> KOREAN =
            List.of("텔레그램", "캄보디아", "고수익", "통장", "대출", "카톡", "해외알바", "시아누크빌", "여권", "항공권");
    private static final List<String> UNSPACED =
            List.of("柬埔寨", "高薪", "招聘", "妙瓦底", "ปอยเปต", "แอดมิน", "บัญชี", "カンボジア", "口座", "បាវិត");
    private static final List<String> BURMESE =
            List.of("ကမ္ဘောဒီးယား", "ရွှေကုက္ကို", "မြဝတီ", "လောက်ကိုင်", "ဝန်ထမ်း", "လေယာဉ်");
    private static final Transliterator ZAWGYI = Transliterator.getInstance("my-Zawgyi");
    private static final List<String> NUMBERS = List.of("30000", "8500", "2500", "1500");

    private static final String SIGNS = "*.-_·~";

    private static final String[] GREEK_CYRILLIC = {
        "aа", "eе", "oо", "cс", "pр", "xх", "iі", "oο", "aα"
    };

    /// @param word whose query must find it
    private record Guise(String habit, String word, String hidden) {}

    @Test
    void findsWhatHidesByThePlainWord(@TempDir Path dir) throws QueryException {
        List<Guise> guises = guises(new Random(20_261_128));
        try (PostingIndex index = PostingIndex.open(dir)) {
            for (int i = 0; i < guises.size(); i++) {
                index.put(JudgedCases.entry("g" + i, around(guises.get(i))));
            }
            // What a query must not find merely because it guesses.
            index.put(
                    JudgedCases.entry(
                            "plain", "Bakery on the corner, fresh bread at seven. 빵집 面包店"));
            index.commit(1);
        }
        Map<String, int[]> byHabit = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        try (PostingSearch search = PostingSearch.open(dir)) {
            Map<String, List<String>> found = new LinkedHashMap<>();
            for (int i = 0; i < guises.size(); i++) {
                Guise guise = guises.get(i);
                if (!found.containsKey(guise.word())) {
                    found.put(guise.word(), ids(search, guise.word()));
                }
                List<String> hits = found.get(guise.word());
                assertThat(hits).doesNotContain("plain");
                int[] counts = byHabit.computeIfAbsent(guise.habit(), _ -> new int[2]);
                counts[0]++;
                if (hits.contains("g" + i)) {
                    counts[1]++;
                } else {
                    missed.add(guise.toString());
                }
            }
        }
        String table =
                byHabit.entrySet().stream()
                        .map(row -> row.getKey() + " " + Arrays.toString(row.getValue()))
                        .collect(Collectors.joining("\n"));
        byHabit.forEach((habit, counts) ->
                assertThat((double) counts[1] / counts[0])
                        .as("%s\n%s\n%s", habit, table, missed)
                        .isGreaterThanOrEqualTo(0.9));
        assertThat(guises).hasSizeGreaterThan(400);
    }

    private static List<String> ids(PostingSearch search, String query) throws QueryException {
        List<String> ids = new ArrayList<>();
        search.search(LANGUAGE.parse(query)).forEach(hit -> ids.add(hit.id()));
        return ids;
    }

    /// Words of an ad's before and behind, in the word's own script.
    private static String around(Guise guise) {
        char first = guise.word().charAt(0);
        if (first >= 0xAC00 && first <= 0xD7A3) {
            return "직원 모집합니다 " + guise.hidden() + " 문의 주세요";
        }
        return first < 0x80
                ? "we need staff now, " + guise.hidden() + " for more"
                : guise.hidden() + " 123";
    }

    private static List<Guise> guises(Random random) {
        List<Guise> guises = new ArrayList<>();
        add(guises, "sign inserted", LATIN, random, DisguisesIT::signInserted);
        add(guises, "sign inserted, Korean", KOREAN, random, DisguisesIT::signInserted);
        add(guises, "sign inserted, unspaced", UNSPACED, random, DisguisesIT::signInserted);
        add(guises, "spelled out", LATIN, random, (word, r) -> joined(word, " "));
        add(guises, "spelled out, Korean", KOREAN, random, (word, r) -> joined(word, " "));
        add(guises, "spelled out, unspaced", UNSPACED, random, (word, r) -> joined(word, " "));
        add(guises, "dotted", LATIN, random, (word, r) -> joined(word, "."));
        add(guises, "dotted, Korean", KOREAN, random, (word, r) -> joined(word, "."));
        add(guises, "letter as digit", LATIN, random, DisguisesIT::withDigit);
        add(guises, "look-alike letter", LATIN, random, DisguisesIT::lookAlike);
        add(
                guises,
                "capital I for l",
                List.of("telegram", "zalo", "thailand", "salary", "loker"),
                random,
                (word, r) -> word.replace('l', 'I'));
        add(guises, "mathematical", LATIN, random, (word, r) -> shifted(word, 0x1D41A));
        add(guises, "circled", LATIN, random, (word, r) -> shifted(word, 0x24D0));
        add(guises, "full width", LATIN, random, (word, r) -> shifted(word, 0xFF41));
        add(guises, "full width digits", NUMBERS, random, (word, r) -> digits(word, 0xFF10, ""));
        add(
                guises,
                "keycap digits",
                NUMBERS,
                random,
                (word, r) -> digits(word, '0', "\uFE0F\u20E3"));
        add(guises, "Thai digits", NUMBERS, random, (word, r) -> digits(word, 0x0E50, ""));
        add(guises, "Khmer digits", NUMBERS, random, (word, r) -> digits(word, 0x17E0, ""));
        List<String> all = new ArrayList<>(LATIN);
        all.addAll(KOREAN);
        all.addAll(UNSPACED);
        add(guises, "invisible character", all, random, DisguisesIT::invisible);
        add(guises, "jamo apart", KOREAN, random, DisguisesIT::jamoApart);
        add(
                guises,
                "traditional characters",
                List.of("缅甸", "护照", "诈骗", "电话", "银行"),
                random,
                (word, r) -> TRADITIONAL.get(word));
        add(
                guises,
                "simplified characters",
                List.of("緬甸", "護照", "詐騙", "電話", "銀行"),
                random,
                (word, r) -> SIMPLIFIED.get(word));
        List<String> beyondLatin = new ArrayList<>(KOREAN);
        beyondLatin.addAll(UNSPACED);
        add(
                guises,
                "UTF-8 taken for Windows-1252",
                beyondLatin,
                random,
                (word, r) -> Misencoded.utf8(word));
        add(
                guises,
                "Zawgyi",
                BURMESE,
                random,
                (word, r) -> ZAWGYI.transliterate("အလုပ်ရှင် " + word));
        SamplePostings.rows("attested-guises.tsv")
                .forEach(row -> guises.add(new Guise("attested", row[0], row[1])));
        return guises;
    }

    private static final Map<String, String> TRADITIONAL =
            Map.of("缅甸", "緬甸", "护照", "護照", "诈骗", "詐騙", "电话", "電話", "银行", "銀行");
    private static final Map<String, String> SIMPLIFIED =
            TRADITIONAL.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private static void add(
            List<Guise> guises,
            String habit,
            List<String> words,
            Random random,
            BiFunction<String, Random, String> hide) {
        for (String word : words) {
            for (int i = 0; i < 3; i++) {
                Guise guise = new Guise(habit, word, hide.apply(word, random));
                if (!guises.contains(guise)) {
                    guises.add(guise);
                }
            }
        }
    }

    private static String signInserted(String word, Random random) {
        int at = 1 + random.nextInt(word.length() - 1);
        char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
        return word.substring(0, at) + sign + word.substring(at);
    }

    private static String joined(String word, String between) {
        return word.codePoints().mapToObj(Character::toString).collect(Collectors.joining(between));
    }

    private static String withDigit(String word, Random random) {
        String letters = "aeois";
        String signs = "43015";
        List<Integer> places = new ArrayList<>();
        for (int i = 1; i < word.length() - 1; i++) {
            if (letters.indexOf(word.charAt(i)) >= 0) {
                places.add(i);
            }
        }
        StringBuilder hidden = new StringBuilder(word);
        int at = places.get(random.nextInt(places.size()));
        hidden.setCharAt(at, signs.charAt(letters.indexOf(word.charAt(at))));
        return hidden.toString();
    }

    private static String lookAlike(String word, Random random) {
        List<String> possible =
                Arrays.stream(GREEK_CYRILLIC)
                        .filter(pair -> word.indexOf(pair.charAt(0)) >= 0)
                        .toList();
        if (possible.isEmpty()) {
            return word;
        }
        String pair = possible.get(random.nextInt(possible.size()));
        return word.replaceFirst(pair.substring(0, 1), pair.substring(1));
    }

    private static String shifted(String word, int first) {
        return word.codePoints()
                .mapToObj(c -> Character.toString(first + c - 'a'))
                .collect(Collectors.joining());
    }

    private static String digits(String number, int zero, String behind) {
        return number.codePoints()
                .mapToObj(c -> Character.toString(zero + c - '0') + behind)
                .collect(Collectors.joining());
    }

    private static String invisible(String word, Random random) {
        String[] characters = {
            "\u200B", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u202E", "\u3164"
        };
        int at = 1 + random.nextInt(word.length() - 1);
        return word.substring(0, at)
                + characters[random.nextInt(characters.length)]
                + word.substring(at);
    }

    /// One syllable as the keyboard's letters.
    private static String jamoApart(String word, Random random) {
        int at = random.nextInt(word.length());
        int syllable = word.charAt(at) - 0xAC00;
        String leading = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
        String trailing = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
        String apart =
                ""
                        + leading.charAt(syllable / 588)
                        + (char) ('ㅏ' + syllable % 588 / 28)
                        + trailing.substring(syllable % 28, syllable % 28 + 1).strip();
        return word.substring(0, at) + apart + word.substring(at + 1);
    }
}
