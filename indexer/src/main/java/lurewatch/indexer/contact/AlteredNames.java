package lurewatch.indexer.contact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Names with a letter too many or for another, as the text says or shows: `xsxaxmxpxlxe01 (bỏ hết
/// chữ x)`, `ssaammppllee01 (double letters)`, `samp1e_01 (1 is the letter l)`,
/// `[s][a][m][p][l][e]`.
final class AlteredNames {
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9_.]{6,64}");
    private static final int SHORTEST_RUN = 6;
    private static final int LONGEST_RUN = 64;

    /// One letter alone, and what may stand around it.
    private static final Pattern SINGLE =
            Pattern.compile("(?<![A-Za-z0-9_@.'’])[\"'“«]?([A-Za-z])(?:['’]s)?(?![A-Za-z0-9_.@])");

    private static final int LONGEST_SINGLE = 4;

    private static final Pattern DOUBLED =
            Pattern.compile(
                    Sayings.OF_CHANNELS.either("doubled"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// What a letter is called, before the letter.
    private static final Pattern LETTER =
            Pattern.compile(
                    "(?:"
                            + Sayings.OF_CHANNELS.either("letter")
                            + ")\\s?(?:is |är |est |es |ist |è )?[\"'“«„]?([A-Za-z])[\"'”»]?(?![A-Za-z0-9])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Digits and the letters that they look like.
    private static final Map<Character, String> ALIKE =
            Map.of(
                    '0', "o", '1', "li", '2', "z", '3', "e", '4', "a", '5', "s", '6', "gb", '7',
                    "t", '8', "b", '9', "gq");

    /// A sign within a name that is none of those that names have, nor one that parts words in
    /// every text, or a capital among small letters.
    private static final Pattern WITHIN =
            Pattern.compile(
                    "(?<=[A-Za-z0-9])(?:[^\\p{L}\\p{M}\\p{N}\\s._@:/,+&='’、，。；：！？（）《》“”()\\[\\]{}\"-]{1,2}|(?<=[a-z])[A-Z](?=[a-z0-9]))\\uFE0F?(?=[A-Za-z0-9])");

    private static final String UNDERSCORE = "(?<underscore>_|" + SignWords.UNDERSCORE + ")";
    private static final String DOT =
            "(?<dot>\\.|句号|句點|小数点|"
                    + SignWords.LATIN_DOT
                    + "|"
                    + SignWords.OTHER_DOT
                    + "|"
                    + SignWords.DOT
                    + ")";
    private static final String HYPHEN =
            "(?<hyphen>-|" + SignWords.LATIN_HYPHEN + "|" + SignWords.HYPHEN + ")";
    private static final String AT =
            "(?<at>@|" + String.join("|", EmailContacts.AT_WORDS) + "|at sign|at(?![a-z]))";
    private static final String SIGN =
            "(?:" + UNDERSCORE + "|" + AT + "|" + DOT + "|" + HYPHEN + ")";

    private static final String IS =
            "(?:(?:"
                    + Sayings.OF_CHANNELS.either("stands-for")
                    + "|=|:|：|→|->|=>|➡|➜|–|—)\\uFE0F?\\s?){1,4}";

    /// Behind the sign.
    private static final Pattern MEANS =
            Pattern.compile(
                    "\\uFE0F?[\"'”」』）)]{0,2}\\s?" + IS + "[\"'“「『（(]{0,2}\\s?" + SIGN,
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Between what is to be put and the sign that stands for it.
    private static final List<String> INSTEAD_OF = Sayings.OF_CHANNELS.words("instead-of");

    /// Before the sign that another is for, which follows.
    private static final List<String> OTHER_FOR = Sayings.OF_CHANNELS.words("instead-of-next");

    /// Before [#INSTEAD_OF].
    private static final Pattern PUT =
            Pattern.compile(
                    SIGN + "[\"'”」』]?\\s?$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BARE_SIGN =
            Pattern.compile(
                    "\\uFE0F?[\"'”»」』]?[\\s,:=—–-]{0,3}(?:(?:"
                            + Sayings.OF_CHANNELS.either("put")
                            + ")\\s)?"
                            + SIGN,
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern DOLLAR =
            Pattern.compile(
                    "(?<![A-Za-z0-9$_])\\$(?=[a-z]{4,20}[0-9_][A-Za-z0-9_]{1,16}(?![A-Za-z0-9_]))");

    private static final Pattern BOXES =
            Pattern.compile("(?:[\\[({<【「（|]\\s?[A-Za-z0-9_.]\\s?[\\])}>】」）|]\\s?){4,40}");

    /// Pieces of which each has its brackets: `【sam】【ple】【01】`. Without a digit or sign they may be
    /// a menu's.
    private static final Pattern BOXED_PIECES =
            Pattern.compile(
                    "(?<![A-Za-z0-9])(?:[\\[({<【「（]\\s?[A-Za-z0-9_.]{1,8}\\s?[\\])}>】」）]\\s?){2,10}");

    /// How far from the name it is said.
    private static final int REACH = 90;

    private static final int NEAR = 28;

    /// So often the letter to drop stands in the name.
    private static final int LEAST = 3;

    /// Are words of their own where no quotes stand around them.
    private static final String WORDS = "aeiouy";

    private static final String QUOTES = "\"'“«「『";

    /// Signs of ASCII that neither names have nor texts part words by.
    private static final String SYMBOLS = "#*~^|$%!?;<>`\\";

    private static final String SYMBOLS_AND_CAPITALS = SYMBOLS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// As long as a sign can be.
    private static final int LONGEST_SIGN = 4;

    private static final int SHORTEST = 4;
    private static final int MOST = 40;

    private final String text;
    private final Map<Integer, String> made = new HashMap<>();

    private AlteredNames(String text) {
        this.text = text;
    }

    /// The view with what is meant in their places; the view itself where there are none.
    static View undone(View view) {
        AlteredNames names = new AlteredNames(view.text());
        names.dropTold();
        names.readRuns();
        names.openBoxes();
        names.readToldSigns(SYMBOLS_AND_CAPITALS);
        names.readDollars();
        return names.made.isEmpty() ? view : view.replacing(names.made::get);
    }

    /// The view with nothing but the signs that the text explains in their places: no capital
    /// stands for one that a mail has.
    static View withSigns(View view) {
        AlteredNames names = new AlteredNames(view.text());
        names.readToldSigns(SYMBOLS);
        return names.made.isEmpty() ? view : view.replacing(names.made::get);
    }

    /// Cheap to ask: whether one of those signs, or one beyond ASCII that parts no words, stands at
    /// a place right behind a letter.
    private boolean mayStandForOther(int at, String signs) {
        char c = text.charAt(at);
        if (c <= ' ' || (c >= 'a' && c <= 'z')) {
            return false;
        }
        boolean sign =
                c < 0x80
                        ? signs.indexOf(c) >= 0
                        : "、，。；：！？（）《》“”".indexOf(c) < 0 && !Character.isLetterOrDigit(c);
        return sign
                && Scripts.isAsciiWord(text.charAt(at - 1))
                && (c >= 0x80 || Scripts.isAsciiWord(text.charAt(at + 1)));
    }

    /// `remove all the x`: the letter said to be left out, from a name that holds it again and
    /// again.
    private void dropTold() {
        Matcher single = SINGLE.matcher(text).useTransparentBounds(true);
        int found = 0;
        for (int i = 0; i < text.length() && found < MOST; i++) {
            if (isLetterAlone(i) && isSingle(single, i)) {
                found++;
                dropTold(i, single.end() - single.start());
            }
        }
    }

    /// Cheap to ask: whether a letter stands at a place between none.
    private boolean isLetterAlone(int i) {
        return Scripts.isAsciiLetter(text.charAt(i))
                && (i == 0 || !Scripts.isAsciiWord(text.charAt(i - 1)))
                && (i + 1 == text.length() || !Scripts.isAsciiWord(text.charAt(i + 1)));
    }

    /// Whether the letter at a place is one alone, from the quotes before it or by itself.
    private boolean isSingle(Matcher single, int i) {
        int to = Math.min(text.length(), i + LONGEST_SINGLE);
        return (i > 0 && single.region(i - 1, to).lookingAt() && single.start(1) == i)
                || single.region(i, to).lookingAt();
    }

    /// @param written how long the letter is with what stands around it
    private void dropTold(int at, int written) {
        char letter = Character.toLowerCase(text.charAt(at));
        boolean word = WORDS.indexOf(letter) >= 0 && written == 1;
        if (word
                || !PicturesInNames.NOTE.isIn(
                        text, Math.max(0, at - NEAR), Math.min(text.length(), at + NEAR))) {
            return;
        }
        Matcher run =
                RUN.matcher(text)
                        .region(Math.max(0, at - REACH), Math.min(text.length(), at + REACH));
        while (run.find()) {
            int from = run.start();
            int to = run.end();
            IntUnaryOperator lower = i -> Character.toLowerCase(text.charAt(i));
            long times =
                    IntStream.range(from, to).filter(i -> lower.applyAsInt(i) == letter).count();
            if (times >= LEAST && to - from - times >= SHORTEST) {
                IntStream.range(from, to)
                        .filter(i -> lower.applyAsInt(i) == letter)
                        .forEach(i -> made.put(i, ""));
            }
        }
    }

    private void readRuns() {
        int tries = 0;
        int from = 0;
        while (from < text.length() && tries < MOST) {
            int to = from;
            while (to < text.length() && to - from < LONGEST_RUN && isOfRun(text.charAt(to))) {
                to++;
            }
            if (to - from >= SHORTEST_RUN) {
                if (isDoubled(from, to)) {
                    tries++;
                    if (isSaid(DOUBLED, from, to)) {
                        collapse(from, to);
                    }
                }
                readDigits(from, to);
            }
            from = Math.max(from + 1, to);
        }
    }

    private static boolean isOfRun(char c) {
        return Scripts.isAsciiWord(c) || c == '.';
    }

    /// Whether each letter stands there twice.
    private boolean isDoubled(int from, int to) {
        int i = from;
        int pairs = 0;
        while (i + 1 < to && Character.isLetter(text.charAt(i))) {
            if (text.charAt(i) != text.charAt(i + 1)) {
                return false;
            }
            pairs++;
            i += 2;
            while (i < to && text.charAt(i) == '_') {
                i++;
            }
        }
        return pairs >= LEAST;
    }

    private void collapse(int from, int to) {
        int i = from;
        while (i + 1 < to) {
            if (Character.isLetter(text.charAt(i)) && text.charAt(i) == text.charAt(i + 1)) {
                made.put(i + 1, "");
                i++;
            }
            i++;
        }
    }

    private boolean isSaid(Pattern note, int from, int to) {
        return note.matcher(text).region(to, Math.min(text.length(), to + REACH)).find()
                || note.matcher(text).region(Math.max(0, from - REACH), from).find();
    }

    /// `samp1e_01 (letter L)`: a digit between letters that looks like the letter that is named.
    private void readDigits(int from, int to) {
        for (int i = from + 1; i + 1 < to; i++) {
            String alike = ALIKE.get(text.charAt(i));
            if (alike == null
                    || !Character.isLetter(text.charAt(i - 1))
                    || !Character.isLetter(text.charAt(i + 1))) {
                continue;
            }
            Matcher letter = LETTER.matcher(text).region(to, Math.min(text.length(), to + REACH));
            while (letter.find()) {
                String named = LowerCase.of(letter.group(1));
                if (alike.contains(named)) {
                    made.put(i, named);
                }
            }
        }
    }

    /// `sample☆hr01（☆はアンダーバー）`: a sign of which the text says what it stands for.
    private void readToldSigns(String signs) {
        Matcher within = WITHIN.matcher(text).useTransparentBounds(true);
        int tries = 0;
        for (int i = 1; i + 1 < text.length() && tries < MOST; i++) {
            if (mayStandForOther(i, signs)
                    && within.region(i, Math.min(text.length(), i + LONGEST_SIGN)).lookingAt()) {
                tries++;
                readToldSign(i, within.end());
                i = within.end() - 1;
            }
        }
    }

    private void readToldSign(int start, int end) {
        String sign = text.substring(start, end).replace("\uFE0F", "");
        int last = Math.min(text.length(), end + REACH);
        int at = text.indexOf(sign, Math.max(0, start - REACH), last);
        while (at >= 0) {
            String meant = isAlone(at, at + sign.length()) ? meant(at, at + sign.length()) : "";
            if (!meant.isEmpty()) {
                made.put(start, meant);
                for (int i = start + 1; i < end; i++) {
                    made.put(i, "");
                }
                return;
            }
            at = text.indexOf(sign, at + 1, last);
        }
    }

    /// Who explains a sign writes it alone, and not in a word or name. Cheap to ask: a capital
    /// stands in many words.
    private boolean isAlone(int start, int end) {
        boolean before = start > 0 && Scripts.isAsciiWord(text.charAt(start - 1));
        boolean behind = end < text.length() && Scripts.isAsciiWord(text.charAt(end));
        return Character.isLetter(text.charAt(start)) ? !before && !behind : !(before && behind);
    }

    /// What the text says there of the sign that stands between the places; empty where nothing.
    private String meant(int start, int end) {
        Matcher means = MEANS.matcher(text).region(end, Math.min(text.length(), end + NEAR));
        if (means.lookingAt()) {
            return signOf(means);
        }
        if (startOf(OTHER_FOR, start) >= 0
                && means.usePattern(BARE_SIGN)
                        .region(end, Math.min(text.length(), end + NEAR))
                        .lookingAt()) {
            return signOf(means);
        }
        int instead = startOf(INSTEAD_OF, start);
        if (instead < 0) {
            return "";
        }
        Matcher put = PUT.matcher(text).region(Math.max(0, start - NEAR), instead);
        return put.find() ? signOf(put) : "";
    }

    /// Where one of the phrases begins that ends right before the sign at a place, or before its
    /// opening quotes; negative where none does.
    private int startOf(List<String> phrases, int sign) {
        int end = sign;
        if (end > 0 && QUOTES.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        for (String phrase : phrases) {
            int start = end - phrase.length();
            if (text.regionMatches(true, start, phrase, 0, phrase.length())) {
                return start;
            }
        }
        return -1;
    }

    private static String signOf(Matcher told) {
        if (told.group("underscore") != null) {
            return "_";
        }
        if (told.group("at") != null) {
            return "@";
        }
        return told.group("dot") != null ? "." : "-";
    }

    /// `$ample01`: the sign for the letter that it resembles, where no amount follows.
    private void readDollars() {
        if (text.indexOf('$') >= 0) {
            Matcher dollar = DOLLAR.matcher(text);
            while (dollar.find()) {
                made.put(dollar.start(), "s");
            }
        }
    }

    private void openBoxes() {
        if (text.indexOf(']') < 0
                && text.indexOf(')') < 0
                && text.indexOf('】') < 0
                && text.indexOf('」') < 0
                && text.indexOf('}') < 0
                && text.indexOf('>') < 0) {
            return;
        }
        Matcher boxes = BOXES.matcher(text);
        while (boxes.find()) {
            open(boxes);
        }
        Matcher pieces = BOXED_PIECES.matcher(text);
        while (pieces.find()) {
            boolean telling =
                    pieces.group().chars().anyMatch(c -> c == '_' || Character.isDigit(c));
            if (telling && NamesInParts.areTogether(text, pieces.end())) {
                open(pieces);
            }
        }
    }

    private void open(Matcher boxes) {
        int last = boxes.end();
        while (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\n') {
            last--;
        }
        for (int i = boxes.start(); i < last; i++) {
            if (!Scripts.isAsciiWord(text.charAt(i)) && text.charAt(i) != '.') {
                made.put(i, "");
            }
        }
    }
}
