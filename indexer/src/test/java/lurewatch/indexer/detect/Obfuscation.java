package lurewatch.indexer.detect;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import lurewatch.indexer.scan.Scripts;

/// The habits by which ads hide key words and contacts. Each changes only the parts of a text that
/// an advertiser would hide, and leaves unchanged what it has no way to hide.
enum Obfuscation {
    SIGNS {
        @Override
        String word(String word, Random random) {
            char sign = pick("*.·-_~", random);
            return isLatin(word) && random.nextBoolean()
                    ? between(word, String.valueOf(sign))
                    : insertOnce(word, String.valueOf(sign), random);
        }

        @Override
        String handle(String handle, Random random) {
            return random.nextBoolean()
                    ? between(handle, String.valueOf(pick("*·", random)))
                    : insertOnce(handle, String.valueOf(pick("*·~", random)), random);
        }

        @Override
        String phone(String phone, String language, Random random) {
            return betweenDigits(phone, String.valueOf(pick("*.·-", random)));
        }

        @Override
        String link(String link, Random random) {
            String dot = List.of("(dot)", "[.]", " . ", "(.)").get(random.nextInt(4));
            return link.replaceFirst("\\.", dot.replace("$", "\\$"));
        }
    },
    BLANKS {
        @Override
        String word(String word, Random random) {
            return between(word, " ");
        }

        @Override
        String handle(String handle, Random random) {
            return between(handle, " ");
        }

        @Override
        String phone(String phone, String language, Random random) {
            return betweenDigits(phone, " ");
        }

        @Override
        String link(String link, Random random) {
            return link.replaceFirst("\\.", " . ").replaceFirst("(?<=\\w)/(?=\\w)", " / ");
        }
    },
    JAMO {
        @Override
        String word(String word, Random random) {
            StringBuilder loose = new StringBuilder();
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                loose.append(Scripts.isHangul(c) && random.nextInt(3) > 0 ? jamo(c) : c);
            }
            return loose.toString();
        }
    },
    RESPELLING {
        @Override
        String word(String word, Random random) {
            String spelled = word;
            for (Map.Entry<String, List<String>> habit : HABITS.entrySet()) {
                int at = spelled.toLowerCase(java.util.Locale.ROOT).indexOf(habit.getKey());
                if (at >= 0) {
                    List<String> ways = habit.getValue();
                    spelled =
                            spelled.substring(0, at)
                                    + ways.get(random.nextInt(ways.size()))
                                    + spelled.substring(at + habit.getKey().length());
                }
            }
            return spelled;
        }
    },
    LOOK_ALIKES {
        @Override
        String word(String word, Random random) {
            return alike(word, LATIN, FOREIGN, random);
        }

        @Override
        String handle(String handle, Random random) {
            return alike(handle, LATIN, FOREIGN, random);
        }

        @Override
        String phone(String phone, String language, Random random) {
            return phone.replace('0', random.nextBoolean() ? 'O' : '0')
                    .replace('1', random.nextBoolean() ? 'l' : '1');
        }

        @Override
        String link(String link, Random random) {
            return alike(link, LATIN, FOREIGN, random);
        }
    },
    STYLED_LETTERS {
        @Override
        String word(String word, Random random) {
            return styled(word, random.nextInt(STYLES.length));
        }

        @Override
        String handle(String handle, Random random) {
            return styled(handle, random.nextInt(STYLES.length));
        }

        @Override
        String link(String link, Random random) {
            return styled(link, random.nextInt(2));
        }
    },
    ENCLOSED_DIGITS {
        @Override
        String handle(String handle, Random random) {
            return enclosed(handle, random.nextInt(3));
        }

        @Override
        String phone(String phone, String language, Random random) {
            return enclosed(phone, random.nextInt(3));
        }
    },
    FULL_WIDTH {
        @Override
        String word(String word, Random random) {
            return fullWidth(word);
        }

        @Override
        String handle(String handle, Random random) {
            return fullWidth(handle);
        }

        @Override
        String phone(String phone, String language, Random random) {
            return fullWidth(phone);
        }

        @Override
        String link(String link, Random random) {
            return fullWidth(link);
        }
    },
    SPELLED_DIGITS {
        @Override
        String phone(String phone, String language, Random random) {
            if (phone.codePoints().filter(Character::isDigit).count() < 5) {
                return phone; // spelled out already
            }
            String[] words = DIGITS.getOrDefault(language, ENGLISH_DIGITS).split(" ", -1);
            String gap = words[1].length() == 1 ? "" : " ";
            StringBuilder spelled = new StringBuilder();
            String bare = phone.replace('O', '0').replace('l', '1');
            for (int i = 0; i < bare.length(); i++) {
                char c = bare.charAt(i);
                int digit = Character.digit(c, 10);
                if (digit >= 0) {
                    spelled.append(spelled.length() > 1 ? gap : "").append(words[digit]);
                } else if (c == '+' || c > 0x2000) {
                    spelled.append(c);
                }
            }
            return spelled.toString();
        }
    },
    LINES {
        @Override
        String word(String word, Random random) {
            return isWrittenDown(word) ? between(word, "\n") : word + "\n";
        }

        @Override
        String handle(String handle, Random random) {
            return "\n" + handle.replaceFirst("_(?=.)", "_\n");
        }

        @Override
        String phone(String phone, String language, Random random) {
            return "\n" + phone.replaceAll("[ -]", "\n");
        }
    },
    INVISIBLE {
        @Override
        String word(String word, Random random) {
            return between(word, hidden(random));
        }

        @Override
        String handle(String handle, Random random) {
            return between(handle, hidden(random));
        }

        @Override
        String phone(String phone, String language, Random random) {
            return between(phone, hidden(random));
        }

        @Override
        String link(String link, Random random) {
            return between(link, hidden(random));
        }
    },
    LEET {
        @Override
        String word(String word, Random random) {
            return alike(word, "aeiosAEIOS", "43105@310$", random);
        }
    },
    ADORNED {
        @Override
        String word(String word, Random random) {
            return between(word + " ", String.valueOf(pick(ADORNMENTS, random))).strip();
        }

        @Override
        String handle(String handle, Random random) {
            return between(handle, String.valueOf(pick(ADORNMENTS, random)));
        }
    },
    BRACKETED {
        @Override
        String word(String word, Random random) {
            String pair = List.of("()", "[]", "【】").get(random.nextInt(3));
            String joined = between(word, "" + pair.charAt(1) + pair.charAt(0));
            return joined.length() > 2 * word.length()
                    ? pair.charAt(0) + joined + pair.charAt(1)
                    : word;
        }
    },
    PICTURES {
        @Override
        String word(String word, Random random) {
            return between(word, List.of("♡", "★", "🔥", "❤️").get(random.nextInt(4)));
        }
    },
    REFERENCES {
        @Override
        String word(String word, Random random) {
            String form = List.of("&#%d;", "&amp;#%d;", "\\u%04x").get(random.nextInt(3));
            return word.codePoints()
                    .mapToObj(c ->
                            c <= ' ' || c > 0xFFFF
                                    ? Character.toString(c)
                                    : String.format(Locale.ROOT, form, c))
                    .collect(Collectors.joining());
        }
    },
    BACKWARDS {
        @Override
        String word(String word, Random random) {
            return backwards(word);
        }

        @Override
        String handle(String handle, Random random) {
            return backwards(handle);
        }

        @Override
        String link(String link, Random random) {
            return backwards(link);
        }

        private static String backwards(String shown) {
            return "\u202e" + new StringBuilder(shown).reverse() + "\u202c";
        }
    },
    OVERMARKED {
        @Override
        String word(String word, Random random) {
            return Normalizer.normalize(
                    word.replaceAll("(\\p{L})", "$1\u0301"), Normalizer.Form.NFC);
        }
    };

    /// Those that are tried together with each other, too.
    static final Set<Obfuscation> PAIRED = EnumSet.range(SIGNS, LEET);

    private static final String LATIN = "aeopcyxijsABEKMHOPCTXtn";
    private static final String FOREIGN = "аеорсухіјѕАВЕКМНОРСТХτո";
    private static final String HIDDEN =
            "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u202c\ufe0f\u3164";
    private static final String ADORNMENTS = "\u0336\u0332\u0489\u0337\u0333\u20e0";
    private static final int[] STYLES = {0x1D400, 0x1D5D4, 0x24B6};
    private static final String LEADING = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String TRAILING = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    private static final Map<String, List<String>> HABITS =
            Map.ofEntries(
                    Map.entry("텔레", List.of("탤래", "탤레", "텔ㄹ")),
                    Map.entry("카톡", List.of("깨톡", "까톡", "ㅋㅌ")),
                    Map.entry("微信", List.of("薇信", "威信", "徽信", "vx")),
                    Map.entry("飞机", List.of("✈️", "纸飞机", "電報")),
                    Map.entry("飛機", List.of("✈️", "紙飛機")),
                    Map.entry("加賴", List.of("加ㄌㄞˋ", "➕賴")),
                    Map.entry("高薪", List.of("G薪", "高亲")),
                    Map.entry("柬埔寨", List.of("柬铺寨", "检普寨", "JPZ")),
                    Map.entry("캄보디아", List.of("ㅋㅂㄷㅇ", "캄뽀디아")),
                    Map.entry("zalo", List.of("da lo", "za1o", "zal0")),
                    Map.entry("telegram", List.of("te1egram", "telegrm", "tele gram", "T3le")),
                    Map.entry("whatsapp", List.of("wasap", "whatsap", "wh@tsapp")),
                    Map.entry("kamboja", List.of("k4mboja", "kmbj")),
                    Map.entry("cambodia", List.of("c@mbodia", "camb0dia")),
                    Map.entry("line", List.of("l!ne", "l1ne")));

    private static final String ENGLISH_DIGITS =
            "zero one two three four five six seven eight nine";

    private static final Map<String, String> DIGITS =
            Map.of(
                    "ko", "공 일 이 삼 사 오 육 칠 팔 구",
                    "zh-Hans", "零 一 二 三 四 五 六 七 八 九",
                    "zh-Hant", "〇 一 二 三 四 五 六 七 八 九",
                    "ja", "ゼロ いち に さん よん ご ろく なな はち きゅう",
                    "vi", "không một hai ba bốn năm sáu bảy tám chín",
                    "th", "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า",
                    "id", "nol satu dua tiga empat lima enam tujuh delapan sembilan",
                    "ms", "kosong satu dua tiga empat lima enam tujuh lapan sembilan",
                    "en", ENGLISH_DIGITS);

    /// A key word or the name of a channel.
    String word(String word, Random random) {
        return word;
    }

    /// A name without its `@`.
    String handle(String handle, Random random) {
        return handle;
    }

    String phone(String phone, String language, Random random) {
        return phone;
    }

    String link(String link, Random random) {
        return link;
    }

    private static char pick(String signs, Random random) {
        return signs.charAt(random.nextInt(signs.length()));
    }

    private static String hidden(Random random) {
        return String.valueOf(pick(HIDDEN, random));
    }

    /// Whether the word's script can be written from top to bottom.
    private static boolean isWrittenDown(String word) {
        return word.chars()
                .filter(Character::isLetter)
                .mapToObj(c -> (char) c)
                .allMatch(c -> Scripts.isHangul(c) || Scripts.isHan(c) || Scripts.isKana(c));
    }

    private static boolean isLatin(String word) {
        return word.chars().allMatch(c -> c < 0x250);
    }

    /// The sign between all letters and digits; where a word ends already, the gap becomes wider.
    private static String between(String word, String sign) {
        StringBuilder parted = new StringBuilder();
        int[] letters = word.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] == ' ' && sign.isBlank()) {
                parted.append("  ");
                continue;
            }
            boolean joins =
                    i > 0 && isPart(letters[i]) && isPart(letters[i - 1]) && !isMark(letters[i]);
            parted.append(joins ? sign : "").appendCodePoint(letters[i]);
        }
        return parted.toString();
    }

    private static String betweenDigits(String phone, String sign) {
        String bare = phone.replaceAll("[ .()-]", "");
        return between(bare, sign).replaceFirst("^\\+[^0-9]*", "+");
    }

    private static String insertOnce(String word, String sign, Random random) {
        List<Integer> places = new ArrayList<>();
        for (int i = 1; i < word.length(); i++) {
            if (isPart(word.charAt(i)) && isPart(word.charAt(i - 1)) && !isMark(word.charAt(i))) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return word;
        }
        int at = places.get(random.nextInt(places.size()));
        return word.substring(0, at) + sign + word.substring(at);
    }

    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c) || isMark(c) || c == '_';
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static String alike(String word, String from, String to, Random random) {
        StringBuilder changed = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int at = from.indexOf(c);
            changed.append(at >= 0 && random.nextInt(2) == 0 ? to.charAt(at) : c);
        }
        return changed.toString();
    }

    private static String styled(String word, int style) {
        StringBuilder changed = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int letter = (c | 32) - 'a';
            if (!Scripts.isAsciiLetter(c)) {
                changed.append(c);
            } else {
                changed.appendCodePoint(STYLES[style] + letter + (c >= 'a' ? 26 : 0));
            }
        }
        return changed.toString();
    }

    private static String enclosed(String text, int style) {
        StringBuilder changed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = Scripts.isAsciiDigit(c) ? c - '0' : -1;
            if (digit < 0) {
                changed.append(c);
            } else if (style == 0) {
                changed.append(c).append("\ufe0f\u20e3");
            } else if (style == 1) {
                changed.append((char) (digit == 0 ? 0x24EA : 0x2460 + digit - 1));
            } else {
                changed.append((char) (digit == 0 ? 0x24FF : 0x2776 + digit - 1));
            }
        }
        return changed.toString();
    }

    private static String fullWidth(String text) {
        StringBuilder changed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            changed.append(c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : c);
        }
        return changed.toString();
    }

    private static String jamo(char syllable) {
        int code = syllable - 0xAC00;
        int trailing = code % 28;
        return ""
                + LEADING.charAt(code / (21 * 28))
                + (char) ('ㅏ' + code / 28 % 21)
                + (trailing == 0 ? "" : TRAILING.charAt(trailing - 1));
    }
}
