package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.scan.SentenceEnds;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Numbers with a sign in the place of a digit: `0912 000 06*`, `010-****-0069`. They are no
/// contacts, unless the text says which digit belongs there.
final class HoledNumbers {
    /// A sign by itself may also part digits (`0*9*1*2`) or point to a note below.
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?<![A-Za-z\\p{N}+*_])\\+?\\(?(?:\\d[ .()-]{0,2}|[*_xX#•●○◯□■▢][ -]?|\\?){7,22}(?![A-Za-z\\p{N}])");

    private static final Pattern MASK =
            Pattern.compile(
                    "(?<=[\\d .()-])[*_xX#•●○◯□■▢]{2,}|(?<=\\d)[xX](?=[\\d. -]|$)|(?<=[ -])[xX](?=\\d)|(?<=[\\d-])\\?{1,4}(?=\\d)|(?<=\\d)[*_•●○◯□■▢]$");

    private static final Pattern WITHIN = Pattern.compile("(?<=\\d)[*_•●○◯□■▢](?=\\d)");

    private static final String SIGNS = "*_xX?#•●○◯□■▢";

    /// Behind the number, how far what fills the hole is told.
    private static final int REACH = 110;

    private static final int MOST_HOLES = 4;
    private static final char ANY_DIGIT = '5';
    private static final int LEAST_DIGITS = 5;

    /// Say of the sign that a digit belongs in its place.
    private static final FewStrings FILLED =
            FewStrings.of(NumberWords.folded(Sayings.OF_NUMBERS.words("left-out")));

    /// Articles that are also the word for one.
    private static final Set<String> ARTICLES = Set.copyOf(Sayings.OF_NUMBERS.words("article"));

    private final DeducedNumbers numbers;
    private final View view;
    private final String text;
    private final String folded;

    private HoledNumbers(String folded, DeducedNumbers numbers) {
        this.numbers = numbers;
        this.view = numbers.view();
        this.text = view.text();
        this.folded = folded;
    }

    static void findIn(String folded, DeducedNumbers numbers) {
        if (mayBeIn(numbers.view().text())) {
            new HoledNumbers(folded, numbers).find();
        }
    }

    /// Whether a sign stands beside a digit, a blank between them at most.
    private static boolean mayBeIn(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (SIGNS.indexOf(text.charAt(i)) >= 0
                    && (isDigit(text, i - 1)
                            || isDigit(text, i - 2)
                            || isDigit(text, i + 1)
                            || isDigit(text, i + 2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(String text, int i) {
        return i >= 0 && i < text.length() && Scripts.isAsciiDigit(text.charAt(i));
    }

    private void find() {
        Matcher written = WRITTEN.matcher(text);
        int from = 0;
        while (written.find(from)) {
            read(written.start(), trimmed(written.start(), written.end()));
            from = written.end();
        }
    }

    private int trimmed(int start, int end) {
        int last = end;
        while (last > start && " .()-".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }

    private void read(int start, int end) {
        String number = text.substring(start, end);
        Matcher mask = MASK.matcher(number);
        if (numbers.isTaken(start, end)) {
            return;
        }
        if (!mask.find()) {
            takeIfAsked(start, end);
            fillWithin(start, end);
            return;
        }
        String digits = number.replaceAll("[^+\\d]", "");
        if (digits.length() < LEAST_DIGITS) {
            return;
        }
        List<Match> named = numbers.named(start, end, start);
        boolean ends = mask.end() == number.length();
        boolean several = mask.end() - mask.start() > 1;
        boolean attached = Scripts.isAsciiDigit(number.charAt(mask.start() - 1));
        if (SIGNS.indexOf(number.charAt(0)) >= 0
                || (numbers.isOne(digits, start, end, named)
                        && !(ends && several && attached && mayGoOn(digits, start, end, named)))) {
            return; // the signs part its groups, emphasise it or point to a note
        }
        String signs = String.valueOf(number.charAt(mask.start()));
        String holed = number.replaceAll("[^+\\d" + Pattern.quote(signs) + "]", "");
        fill(holed, signs.charAt(0), end)
                .forEach(full -> numbers.add(full, start, end, named, "filled"));
        numbers.take(start, end);
    }

    /// `012-300 00*6, the star is a six`: one sign among the digits, which without those words
    /// would only part them.
    private void fillWithin(int start, int end) {
        String number = text.substring(start, end);
        Matcher sign = WITHIN.matcher(number);
        if (!sign.find()) {
            return;
        }
        char hole = number.charAt(sign.start());
        String holed = number.replaceAll("[^+\\d" + Pattern.quote(sign.group()) + "]", "");
        List<Match> named = numbers.named(start, end, start);
        if (holed.indexOf(hole) == holed.lastIndexOf(hole)
                && !numbers.isOne(holed.replace(sign.group(), ""), start, end, named)) {
            fill(holed, hole, end).forEach(full -> numbers.add(full, start, end, named, "filled"));
        }
    }

    /// Whether a longer number may be one, too: not all countries' are of one length.
    private boolean mayGoOn(String digits, int start, int end, List<Match> named) {
        return numbers.isOne(digits + ANY_DIGIT, start, end, named)
                || numbers.isOne(digits + ANY_DIGIT + ANY_DIGIT, start, end, named);
    }

    /// `06 80 00 00 6?`: whoever does not know the last digit gives no number.
    private void takeIfAsked(int start, int end) {
        if (text.charAt(end - 1) != '?') {
            return;
        }
        String digits = text.substring(start, end).replaceAll("[^+\\d]", "");
        List<Match> named = numbers.named(start, end, start);
        if (!numbers.isOne(digits, start, end, named)
                && numbers.isOne(digits + ANY_DIGIT, start, end, named)) {
            numbers.take(start, end);
        }
    }

    /// The number with what the text behind it says to be in the holes; nothing where that is not
    /// sure.
    private List<String> fill(String holed, char sign, int end) {
        int to = Math.min(folded.length(), end + REACH);
        boolean[] said = {false};
        FILLED.scan(folded, end, to, (_, _, _) -> said[0] = true);
        long holes = holed.chars().filter(c -> c == sign).count();
        if (!said[0] || holes > MOST_HOLES) {
            return List.of();
        }
        List<Character> told = digitsTold(end, to);
        if (told.size() == 1) {
            return List.of(holed.replace(sign, told.getFirst()));
        }
        if (told.size() != holes) {
            return List.of();
        }
        StringBuilder full = new StringBuilder(holed);
        for (char digit : told) {
            full.setCharAt(full.indexOf(String.valueOf(sign)), digit);
        }
        return List.of(full.toString());
    }

    /// The single digits that the sentence behind the number names, in words or figures.
    private List<Character> digitsTold(int from, int to) {
        List<Character> told = new ArrayList<>();
        List<Character> articles = new ArrayList<>();
        int i = from;
        while (i < to && !(SentenceEnds.isAt(folded, i) && !told.isEmpty())) {
            boolean begins =
                    i == 0
                            || !Scripts.isWord(folded.charAt(i))
                            || !Scripts.isWord(folded.charAt(i - 1));
            int end = begins ? NumberWords.endAt(folded, i) : i;
            if (begins && Scripts.isAsciiDigit(folded.charAt(i))) {
                end = i + 1;
                while (end < folded.length() && Scripts.isAsciiDigit(folded.charAt(end))) {
                    end++;
                }
                if (end - i > 1) {
                    return List.of(); // another number
                }
                told.add(folded.charAt(i));
            } else if (end > i && !NumberWords.isDoubtful(folded, i, end)) {
                String meaning = NumberWords.meaning(folded, i, end);
                if (meaning.equals("0" + NumberWords.PLURAL)) {
                    told.add('0');
                } else if (meaning.length() == 1 && Scripts.isAsciiDigit(meaning.charAt(0))) {
                    boolean article = ARTICLES.contains(folded.substring(i, end));
                    (article ? articles : told).add(meaning.charAt(0));
                }
            }
            i = Math.max(i + 1, end);
        }
        return told.isEmpty() ? articles : told;
    }
}
