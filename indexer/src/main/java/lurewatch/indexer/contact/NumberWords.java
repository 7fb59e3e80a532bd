package lurewatch.indexer.contact;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.NumberRows;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.WordMap;

/// The words for digits and numbers in the languages that such ads are written in, all in one:
/// `공일공`, `double nine`, `quarante-neuf`. Immutable.
final class NumberWords {
    /// Without blanks between them only such words are told apart.
    private static final int SHORTEST_OF_RUN = 3;

    /// The lengths of such words, one bit each.
    private static final long OF_RUN = -1L << SHORTEST_OF_RUN;

    private static final int LONGEST_RUN = 15;

    /// Of words with a count behind them.
    private static final int LONGEST_COUNTED = 7;

    /// Words of a run between its first and its last; of fewer, other words are made too: `namba`.
    private static final int LEAST_BEHIND = 1;

    /// Ends what says how often the next digit stands: `double nine`, `fünfmal null`.
    static final String OFTEN = "x";

    /// The digit before it says how often the next one stands: `empat kali nol`.
    static final String TIMES = "x*";

    /// Ends what says how often the digit before it stands: `zero x3`.
    static final String AGAIN = "x<";

    /// End what stands for tens and hundreds, whose last digits the next words may name: `vingt et
    /// un`, `девятьсот двадцать один`.
    static final char OF_TENS = 't';

    static final char OF_HUNDREDS = 'h';

    /// Ends what stands for tens behind the digit that goes with them: `خمسة وسبعين`.
    static final char OF_UNITS = 'u';

    /// Make hundreds and tens of the digit before them, and teens: `beş yüz`, `dua puluh`, `dua
    /// belas`.
    static final String HUNDREDFOLD = "100*";

    /// The same of hundreds that are whole: `오백`.
    static final String ROUND_HUNDREDFOLD = "100*0";

    static final String TENFOLD = "10*";

    /// The same where no digit is before it: ten.
    static final String TEN = "10*t";

    static final String TEENS = "1+";

    /// Makes thousands of the digit before it: `오천`, `lima ribu`.
    static final String THOUSANDFOLD = "1000*";

    /// Ends a digit of which the one before it says how many: `три ноля`, `dos ceros`, `three
    /// fives`.
    static final char PLURAL = '*';

    /// A country code follows.
    static final String PLUS = "+";

    /// Stand between tens and the digit behind them.
    private static final List<String> JOINTS =
            Stream.concat(
                            Sayings.OF_NUMBERS.words("tens-and").stream().map(word -> word + " "),
                            Stream.of("et-"))
                    .toList();

    /// Stand between what says how often a digit stands and the digit: `limang beses na sero`,
    /// `cuatro veces el cero`.
    private static final List<String> LINKS =
            Stream.concat(
                            Sayings.OF_NUMBERS.words("times-of").stream().map(word -> word + " "),
                            Sayings.OF_NUMBERS.words("times-of-glued").stream())
                    .toList();

    /// Beside these `ba` is eight, as it is nowhere else.
    private static final Set<String> PINYIN =
            Set.of("ling", "yao", "yi", "er", "san", "si", "wu", "liu", "qi", "jiu");

    /// Words that folding changes and that are also looked for as they are written: not all who ask
    /// fold their text, and a loose `ㅇ` stays one.
    private static final List<String> AS_WRITTEN =
            List.of("ㅇ", "ໜຶ່ງ", "sıfır", "altı", "kırk", "altmış", "qırx", "artı");

    private static final int MARK_BITS = 15;

    private static final Table TABLE = table();

    /// How long words are at most for each two letters that they begin with, and for each letter
    /// that is a word, by their [#mark]: most words of a text are ruled out.
    private static final byte[] LONGEST = longest();

    /// In the place of a second letter: none.
    private static final char NO_LETTER = 0;

    /// @param meanings what each word means
    /// @param doubtful words that are far more often something else: only within a number do they
    ///   mean digits
    private record Table(WordMap<String> meanings, Set<String> doubtful) {}

    private NumberWords() {}

    /// What the number word from `start` to `end` of a folded text means: its digits, with
    /// [#OF_TENS] or [#OF_HUNDREDS] behind them where the next words may name the last; [#PLUS]; or
    /// what it makes of the digits beside it.
    static String meaning(String text, int start, int end) {
        return Optional.ofNullable(TABLE.meanings().get(text, start, end)).orElseThrow();
    }

    /// The end of the longest number word at `start` of a folded text, one that others follow
    /// without a blank (`nullsiebenneun`) included; `start` where there is none.
    static int endAt(String text, int start) {
        long lengths = lengthsAt(text, start);
        if (lengths == 0) {
            return start;
        }
        int whole = wholeEnd(text, start, lengths);
        if (whole > start) {
            return whole;
        }
        boolean inside =
                Scripts.isWord(text.charAt(start))
                        && start > 0
                        && Scripts.isWord(text.charAt(start - 1));
        for (long left = lengths & OF_RUN; left != 0; left ^= Long.highestOneBit(left)) {
            int end = start + longest(left);
            if (isRun(text, end, inside ? 0 : LEAST_BEHIND)) {
                return end;
            }
        }
        return start;
    }

    /// Whether the word from `start` to `end` is more often another one.
    static boolean isDoubtful(String text, int start, int end) {
        return TABLE.doubtful().contains(text.substring(start, end));
    }

    /// Whether number words alone go on to the end of the word, more than `least` of them.
    private static boolean isRun(String text, int start, int least) {
        int i = start;
        for (int words = 0; words < LONGEST_RUN; words++) {
            long lengths = lengthsAt(text, i);
            int whole = wholeEnd(text, i, lengths);
            if (whole > i) {
                return words >= least;
            }
            if ((lengths & OF_RUN) == 0) {
                return false;
            }
            i += longest(lengths);
        }
        return false;
    }

    /// The end of the longest of the words at `start` behind which no other letter follows; `start`
    /// where there is none.
    private static int wholeEnd(String text, int start, long lengths) {
        for (long left = lengths; left != 0; left ^= Long.highestOneBit(left)) {
            int end = start + longest(left);
            boolean whole =
                    end == text.length()
                            || !Scripts.isWord(text.charAt(end - 1))
                            || !Scripts.isWord(text.charAt(end))
                            || (Scripts.isAsciiDigit(text.charAt(end))
                                    && !Scripts.isAsciiDigit(text.charAt(end - 1)));
            if (whole) {
                return end;
            }
        }
        return start;
    }

    /// How long the words at `start` are, one bit for each.
    private static long lengthsAt(String text, int start) {
        int longest = longestAt(text, start);
        return longest == 0 ? 0 : TABLE.meanings().lengthsAt(text, start, longest);
    }

    private static int longest(long lengths) {
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(lengths);
    }

    /// Whether a word may begin at `i`; most places are ruled out.
    static boolean mayBegin(String text, int i) {
        return longestAt(text, i) > 0;
    }

    /// How long a word at `i` may be; 0 where none begins.
    private static int longestAt(String text, int i) {
        if (i == text.length()) {
            return 0;
        }
        char first = text.charAt(i);
        int longest = LONGEST[mark(first, NO_LETTER)];
        return i + 1 < text.length()
                ? Math.max(longest, LONGEST[mark(first, text.charAt(i + 1))])
                : longest;
    }

    /// What the number word from `start` to `end` of a folded text means where it stands: one that
    /// says how often a digit stands is of the digit before it where none follows: `null dreimal,
    /// acht`.
    ///
    /// @param behind whether such words are always of the digit before them
    static String meaningThere(String text, int start, int end, boolean behind) {
        String meaning = meaning(text, start, end);
        if (end - start == 2 && text.startsWith("ba", start) && isBesidePinyin(text, start, end)) {
            return "8";
        }
        boolean times = meaning.equals(TIMES);
        if (!times && !meaning.endsWith(OFTEN)) {
            return meaning;
        }
        int past = pastTimes(text, start, end);
        int next = past < text.length() && " -".indexOf(text.charAt(past)) >= 0 ? past + 1 : past;
        next = linkEnd(text, next);
        boolean ahead =
                !behind
                        && next < text.length()
                        && (Scripts.isAsciiDigit(text.charAt(next)) || endAt(text, next) > next);
        return ahead ? meaning : (times ? "" : meaning.substring(0, 1)) + AGAIN;
    }

    private static boolean isBesidePinyin(String text, int start, int end) {
        int before = start - 1;
        while (before > 0 && Scripts.isAsciiLetter(text.charAt(before - 1))) {
            before--;
        }
        int after = end + 1;
        while (after < text.length() && Scripts.isAsciiLetter(text.charAt(after))) {
            after++;
        }
        return (before >= 0 && PINYIN.contains(text.substring(before, Math.max(before, start - 1))))
                || (end < text.length() && PINYIN.contains(text.substring(end + 1, after)));
    }

    /// Past the word that joins tens and the digit behind them; `start` where none stands.
    static int jointEnd(String text, int start) {
        if (start == 0 || " -".indexOf(text.charAt(start - 1)) < 0) {
            return start;
        }
        for (String joint : JOINTS) {
            if (text.startsWith(joint, start)
                    && endAt(text, start + joint.length()) > start + joint.length()) {
                return start + joint.length();
            }
        }
        return start;
    }

    /// Whether it is no more than a blank, a hyphen or a word such as `and`.
    static boolean isJoint(String between) {
        String word = between.replace('-', ' ').strip();
        return word.isEmpty() || JOINTS.contains(word + " ");
    }

    /// Past what links a count and its digit; `start` where nothing does.
    static int linkEnd(String text, int start) {
        for (String link : LINKS) {
            if (text.startsWith(link, start)
                    && endAt(text, start + link.length()) > start + link.length()) {
                return start + link.length();
            }
        }
        return start;
    }

    /// Past a word for *times* behind one that says it already: `tatlong beses`.
    static int pastTimes(String text, int start, int end) {
        if (!meaning(text, start, end).endsWith(OFTEN)
                || end == text.length()
                || text.charAt(end) != ' ') {
            return end;
        }
        int next = endAt(text, end + 1);
        return next > end + 1 && meaning(text, end + 1, next).equals(TIMES) ? next : end;
    }

    private static Table table() {
        Map<String, String> words = new HashMap<>();
        Set<String> doubtful = putRows(words);
        for (String word : AS_WRITTEN) {
            words.put(word, Objects.requireNonNull(words.get(folded(word))));
        }
        putCountedBehind(words);
        return new Table(WordMap.of(asFolded(words)), Set.copyOf(doubtful));
    }

    /// Puts the rows of the file and gives those of its words that are doubtful.
    private static Set<String> putRows(Map<String, String> words) {
        Set<String> doubtful = new HashSet<>();
        for (NumberRows.Row row : NumberRows.all()) {
            int place = 0;
            for (String cell : row.words()) {
                String word = folded(cell.replace("?", "").replace('~', ' '));
                if (!word.equals("_")
                        && words.putIfAbsent(word, meaningIn(row, place)) == null
                        && cell.endsWith("?")) {
                    doubtful.add(word);
                }
                place++;
            }
        }
        return doubtful;
    }

    private static String meaningIn(NumberRows.Row row, int place) {
        return switch (row.kind()) {
            case "digits" -> String.valueOf(place);
            case "numbers" -> String.valueOf(row.first() + place);
            case "tens" -> String.valueOf(row.first() + 10 * place) + OF_TENS;
            case "tens-alone" -> String.valueOf(row.first() + 10 * place);
            case "tens-and" -> String.valueOf(row.first() + 10 * place) + OF_UNITS;
            case "hundreds" -> String.valueOf(row.first() + 100 * place) + OF_HUNDREDS;
            case "plurals" -> String.valueOf(place) + PLURAL;
            case "duals" -> String.valueOf(11 * place + 100).substring(1);
            case "counted" -> String.valueOf(place).repeat(row.first());
            case "oftens" -> row.first() + OFTEN;
            case "behind" -> AGAIN;
            case "times" -> TIMES;
            case "plus" -> PLUS;
            case "ten" -> TEN;
            case "teens" -> TEENS;
            case "tenfold" -> TENFOLD;
            case "hundredfold" -> HUNDREDFOLD;
            case "round-hundredfold" -> ROUND_HUNDREDFOLD;
            case "thousandfold" -> THOUSANDFOLD;
            default -> throw new IllegalArgumentException(row.kind());
        };
    }

    /// With each word as texts are folded.
    private static Map<String, String> asFolded(Map<String, String> words) {
        Map<String, String> folded = new HashMap<>(words);
        words.forEach((word, meaning) -> folded.putIfAbsent(folded(word), meaning));
        return folded;
    }

    /// As texts are folded: normalised, `ı` as `i`.
    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).replace('ı', 'i');
    }

    /// Words and phrases in lines, parted by `|`, as texts are folded.
    static List<String> foldedLines(String lines) {
        return folded(List.of(lines.strip().split("[|\n]", -1)));
    }

    /// Words and phrases as texts are folded.
    static List<String> folded(List<String> words) {
        return words.stream().map(NumberWords::folded).distinct().toList();
    }

    /// Digits of which the words behind them say how many there are: `බිංදු තුනක්`, `သုညသုံးလုံး`,
    /// `공 세 개`, `ゼロ三つ`; and `x3`.
    private static void putCountedBehind(Map<String, String> words) {
        List<String> sinhala = List.of("දෙකක්", "තුනක්", "හතරක්", "පහක්");
        List<String> burmese = List.of("နှစ်လုံး", "သုံးလုံး", "လေးလုံး", "ငါးလုံး");
        List<String> korean = List.of("두 개", "세 개", "네 개", "다섯 개");
        List<String> japanese = List.of("二つ", "三つ", "四つ", "五つ");
        List<String> inKana = List.of("ふたつ", "みっつ", "よっつ", "いつつ");
        Map<String, String> digits = new HashMap<>(words);
        for (int i = 0; i < sinhala.size(); i++) {
            int count = i + 2;
            words.put("x" + count, count + AGAIN);
            words.put("×" + count, count + AGAIN);
            for (String zero : List.of("බිංදු", "බින්දු")) {
                words.put(zero + " " + sinhala.get(i), "0".repeat(count));
            }
            for (Map.Entry<String, String> digit : digits.entrySet()) {
                if (digit.getValue().length() != 1
                        || !Scripts.isAsciiDigit(digit.getValue().charAt(0))
                        || digit.getKey().length() > LONGEST_COUNTED) {
                    continue;
                }
                String all = digit.getValue().repeat(count);
                char first = digit.getKey().charAt(0);
                if (first >= 0x1000 && first < 0x10A0) {
                    words.put(digit.getKey() + burmese.get(i), all);
                    words.put(digit.getKey() + " " + burmese.get(i), all);
                } else if (Scripts.isHangul(first)) {
                    for (String joint : List.of("", " ", "이 ")) {
                        words.put(digit.getKey() + joint + korean.get(i), all);
                        words.put(digit.getKey() + joint + korean.get(i).replace(" ", ""), all);
                    }
                } else if (Scripts.isKana(first)) {
                    for (String joint : List.of("", "が")) {
                        words.put(digit.getKey() + joint + japanese.get(i), all);
                        words.put(digit.getKey() + joint + inKana.get(i), all);
                        words.put(digit.getKey() + joint + count + "つ", all);
                    }
                }
            }
        }
    }

    private static byte[] longest() {
        byte[] longest = new byte[1 << MARK_BITS];
        for (String word : TABLE.meanings().words()) {
            if (word.length() >= Long.SIZE) {
                throw new IllegalStateException("too long: " + word); // see lengthsAt
            }
            int mark = mark(word.charAt(0), word.length() > 1 ? word.charAt(1) : NO_LETTER);
            longest[mark] = (byte) Math.max(longest[mark], word.length());
        }
        return longest;
    }

    private static int mark(char first, char second) {
        return ((first * 31 + second) * 0x9E3779B9) >>> (Integer.SIZE - MARK_BITS);
    }
}
