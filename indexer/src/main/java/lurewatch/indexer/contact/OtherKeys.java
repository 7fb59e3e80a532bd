package lurewatch.indexer.contact;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;

/// Names typed with the keyboard set to another language, where the text says so: `ыфьзду75
/// (поменяй раскладку)`, `ㄴ므ㅔㅣㄷ_75 (한/영)`, `หฟทยสำ78 ลืมเปลี่ยนแป้น`. The same keys in English are
/// the name.
final class OtherKeys {
    /// Say it; each of them names keys or a change of language.
    private static final FewStrings NOTES = FewStrings.of(Sayings.OF_CHANNELS.words("keyboard"));

    private static final String QWERTY = "qwertyuiopasdfghjklzxcvbnm";

    private static final Map<Character, String> ARABIC = keys("ضصثقفغعهخحشسيبلاتنمئءؤر_ىة", "ز.");

    private static final Map<Character, String> PERSIAN = keys("ضصثقفغعهخحشسیبلاتنمظطزرذدئ", "پm");

    /// Letters that no Arabic text holds.
    private static final String OF_PERSIAN = "یکگچپژ";

    /// What the keys of [#QWERTY] write in other languages, and further keys behind it with what
    /// they are in English.
    private static final List<Map<Character, String>> LAYOUTS =
            List.of(
                    keys("йцукенгшщзфывапролдячсмить", "ю.Ю.б,"),
                    keys("йцукенгшщзфівапролдячсмить", "ю.Ю."),
                    keys("фцужэнгшүзйыбөахролячёсмит", "в."),
                    keys(";ςερτυθιοπασδφγηξκλζχψωβνμ", ""),
                    keys("ქწერტყუიოპასდფგჰჯკლზხცვბნმ", ""),
                    keys("/'קראטוןםפשדגכעיחלךזסבהנמצ", "ץ."),
                    ARABIC,
                    PERSIAN,
                    keys("ๆไำพะัีรนยฟหกดเ้่าสผปแอิืท", "๘_ใ.ๅ1ภ4ถ5ุ6ึ7ค8ต9จ0ข-"),
                    keys("ົໄຳພະິີຮນຍັຫກດເ້່າສຜປແອຶືທ", "໘_ຕ9ຈ0ຄ8"),
                    keys("ㄆㄊㄍㄐㄔㄗㄧㄛㄟㄣㄇㄋㄎㄑㄕㄘㄨㄜㄠㄈㄌㄏㄒㄖㄙㄩ", "ㄅ1ㄉ2ˇ3ˋ4ㄓ5ˊ6˙7ㄚ8ㄞ9ㄢ0ㄡ.ㄦ-"),
                    keys("たていすかんなにらせちとしはきくまのりつさそひこみも", "ろ_ぬ1ふ2あ3う4え5お6や7ゆ8よ9わ0ほ-る."));

    /// The letters of both stand on the same keys, but for some.
    private static final List<Map<Character, String>> WITHOUT_ARABIC = without(ARABIC);

    private static final List<Map<Character, String>> WITHOUT_PERSIAN = without(PERSIAN);

    /// Beside a Korean name stand letters that make no syllable.
    private static final Map<Character, String> KOREAN = korean();

    private static final String KOREAN_LEADS = "r R s e E f a q Q t T d w W c z x v g";
    private static final String KOREAN_VOWELS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l";
    private static final String KOREAN_TAILS =
            " r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g";

    /// In two characters on the key of `b`.
    private static final String LAM_ALIF = "لا";

    /// How far behind the channel the name begins.
    private static final int REACH = 56;

    /// How far behind the name, and before it, the text says how it was typed.
    private static final int SAID_BEHIND = 120;

    private static final int SAID_BEFORE = 80;

    private static final int SHORTEST = 4;
    private static final int LEAST_TYPED = 3;
    private static final int MOST_CUES = 100;
    private static final String NAMED_BY = ":：=\"'«“「『(→>";

    private final String raw;
    private final String lower;
    private final Cues cues;
    private final ContactList contacts;

    private OtherKeys(String raw, Cues cues, ContactList contacts) {
        this.raw = raw;
        this.lower = LowerCase.of(raw);
        this.cues = cues;
        this.contacts = contacts;
    }

    /// @param keys what those of [#QWERTY] write
    /// @param further each character before what it is in English
    private static Map<Character, String> keys(String keys, String further) {
        Map<Character, String> layout = new HashMap<>();
        for (int i = 0; i < QWERTY.length(); i++) {
            layout.put(keys.charAt(i), QWERTY.substring(i, i + 1));
            layout.put(Character.toUpperCase(keys.charAt(i)), QWERTY.substring(i, i + 1));
        }
        for (int i = 0; i + 1 < further.length(); i += 2) {
            layout.put(further.charAt(i), further.substring(i + 1, i + 2));
        }
        "_'/;".chars().forEach(c -> layout.remove((char) c));
        return Map.copyOf(layout);
    }

    private static Map<Character, String> korean() {
        String loose = "ㄱrㄲRㄴsㄷeㄸEㄹfㅁaㅂqㅃQㅅtㅆTㅇdㅈwㅉWㅊcㅋzㅌxㅍvㅎgㅏkㅐoㅑiㅒOㅓjㅔpㅕuㅖPㅗhㅛyㅜnㅠbㅡmㅣl";
        Map<Character, String> letters = new HashMap<>();
        for (int i = 0; i < loose.length(); i += 2) {
            letters.put(loose.charAt(i), loose.substring(i + 1, i + 2));
        }
        String[][] pairs = {
            {"ㅘ", "hk"},
            {"ㅙ", "ho"},
            {"ㅚ", "hl"},
            {"ㅝ", "nj"},
            {"ㅞ", "np"},
            {"ㅟ", "nl"},
            {"ㅢ", "ml"},
            {"ㄳ", "rt"},
            {"ㄵ", "sw"},
            {"ㄶ", "sg"},
            {"ㄺ", "fr"},
            {"ㄻ", "fa"},
            {"ㄼ", "fq"},
            {"ㄽ", "ft"},
            {"ㄾ", "fx"},
            {"ㄿ", "fv"},
            {"ㅀ", "fg"},
            {"ㅄ", "qt"}
        };
        for (String[] pair : pairs) {
            letters.put(pair[0].charAt(0), pair[1]);
        }
        return Map.copyOf(letters);
    }

    static void findIn(ScannedText scanned, Cues cues, ContactList contacts) {
        if (cues.nameChannelWithNames() && NOTES.areIn(scanned.views().folded())) {
            new OtherKeys(scanned.raw(), cues, contacts).find();
        }
    }

    private void find() {
        if (lower.length() != raw.length()) {
            return; // places would differ
        }
        for (Match cue : cues.inTextOrder().stream().limit(MOST_CUES).toList()) {
            HandleContacts.channelWithNames(cue).ifPresent(kind -> read(cue, kind));
        }
    }

    private void read(Match cue, ContactKind kind) {
        int last = Math.min(raw.length(), cue.end() + REACH);
        int i = cue.end();
        while (i < last && raw.charAt(i) != '\n') {
            int end = i;
            while (end < raw.length() && end - i < Handle.MAX_LENGTH && isOfName(end)) {
                end++;
            }
            Optional<String> name = end > i ? typed(i, end) : Optional.empty();
            if (name.filter(n -> new Handle(n, 0, 0, true, true).fits(kind)).isPresent()
                    && isSaidNear(i, end)
                    && !contacts.isTaken(i, end)) {
                contacts.take(i, end);
                contacts.add(
                        new Contact(
                                kind,
                                LowerCase.of(name.get()),
                                raw.substring(i, end),
                                i,
                                end,
                                0.85,
                                "name on other keys after " + kind.label() + " cue",
                                Concealment.DISGUISED));
                return;
            }
            i = Math.max(end, i + 1);
        }
    }

    private boolean isSaidNear(int start, int end) {
        boolean[] said = {false};
        NOTES.scan(
                lower,
                Math.max(0, start - SAID_BEFORE),
                Math.min(raw.length(), end + SAID_BEHIND),
                (_, from, to) -> said[0] |= to <= start || from >= end);
        return said[0];
    }

    private boolean isOfName(int i) {
        char c = raw.charAt(i);
        return Scripts.isAsciiWord(c)
                || c == '.'
                || Character.isDigit(c)
                || Scripts.isHangul(c)
                || KOREAN.containsKey(c)
                || (c > 0x7F && LAYOUTS.stream().anyMatch(layout -> layout.containsKey(c)));
    }

    /// What the same keys write in English; empty where it can be a word as it stands.
    private Optional<String> typed(int start, int end) {
        String written = raw.substring(start, end);
        boolean loose = written.chars().anyMatch(c -> KOREAN.containsKey((char) c));
        boolean telling =
                loose
                        || written.chars().anyMatch(c -> c == '_' || Character.isDigit(c))
                        || isNamed(start);
        if (!telling || end - start < SHORTEST) {
            return Optional.empty();
        }
        if (loose) {
            return inKorean(written);
        }
        boolean persian = raw.chars().anyMatch(c -> OF_PERSIAN.indexOf(c) >= 0);
        for (Map<Character, String> layout : persian ? WITHOUT_ARABIC : WITHOUT_PERSIAN) {
            Optional<String> name = in(layout, written);
            if (name.isPresent()) {
                return name.filter(
                        n -> n.chars().anyMatch(c -> c < 'A' || c == '_') || isSayable(n));
            }
        }
        return Optional.empty();
    }

    /// Whether it has vowels as words have; what a plain word makes on other keys has none.
    private static boolean isSayable(String name) {
        int run = 0;
        boolean vowels = false;
        for (int i = 0; i < name.length(); i++) {
            boolean vowel = "aeiou".indexOf(name.charAt(i)) >= 0;
            vowels |= vowel;
            run = vowel ? 0 : run + 1;
            if (run > LEAST_TYPED) {
                return false;
            }
        }
        return vowels;
    }

    private boolean isNamed(int start) {
        int before = start;
        while (before > 0 && raw.charAt(before - 1) == ' ') {
            before--;
        }
        return before > 0 && NAMED_BY.indexOf(raw.charAt(before - 1)) >= 0;
    }

    private static Optional<String> in(Map<Character, String> layout, String written) {
        StringBuilder name = new StringBuilder();
        int typed = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            String key = layout.get(c);
            if (written.startsWith(LAM_ALIF, i) && layout.containsKey(c)) {
                name.append('b');
                typed++;
                i++;
            } else if (key != null) {
                name.append(key);
                typed++;
            } else if (Character.isDigit(c)) {
                name.append(Character.digit(c, 10));
            } else if (c < 0x80) {
                name.append(c);
            } else {
                return Optional.empty();
            }
        }
        return typed >= LEAST_TYPED ? Optional.of(name.toString()) : Optional.empty();
    }

    private static List<Map<Character, String>> without(Map<Character, String> layout) {
        return LAYOUTS.stream().filter(other -> !other.equals(layout)).toList();
    }

    private static Optional<String> inKorean(String written) {
        StringBuilder name = new StringBuilder();
        for (char c : Normalizer.normalize(written, Normalizer.Form.NFC).toCharArray()) {
            if (c >= '가' && c <= '힣') {
                int syllable = c - '가';
                name.append(KOREAN_LEADS.split(" ", -1)[syllable / 588])
                        .append(KOREAN_VOWELS.split(" ", -1)[syllable % 588 / 28])
                        .append(KOREAN_TAILS.split(" ", -1)[syllable % 28]);
            } else if (KOREAN.containsKey(c)) {
                name.append(KOREAN.get(c));
            } else if (c < 0x80) {
                name.append(c);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(name.toString());
    }
}
