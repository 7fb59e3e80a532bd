package lurewatch.indexer.contact;

import java.util.List;
import java.util.Map;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;

/// Numbers in which pictures stand for digits that they look like, or are known by: `09⭕⭕ ⭕⭕⭕ ⭕75`,
/// `0 9 3 🥚🥚🥚🥚🥚 7 7`.
final class PicturedNumbers {
    private static final Map<Integer, String> DIGITS =
            Map.ofEntries(
                    Map.entry(0x25CB, "0"), // circle
                    Map.entry(0x25CF, "0"),
                    Map.entry(0x25CE, "0"),
                    Map.entry(0x25EF, "0"), // large circle
                    Map.entry(0x2B55, "0"), // heavy circle
                    Map.entry(0x26AA, "0"), // white circle
                    Map.entry(0x26AB, "0"),
                    Map.entry(0x1F534, "0"), // red circle
                    Map.entry(0x1F535, "0"),
                    Map.entry(0x1F7E0, "0"),
                    Map.entry(0x1F7E1, "0"),
                    Map.entry(0x1F7E2, "0"),
                    Map.entry(0x1F7E3, "0"),
                    Map.entry(0x1F7E4, "0"),
                    Map.entry(0x1F17E, "0"), // O in a square
                    Map.entry(0x1F95A, "0"), // egg
                    Map.entry(0x1F369, "0"), // doughnut
                    Map.entry(0x1F6DF, "0"), // ring buoy
                    Map.entry(0x26BD, "0"), // balls
                    Map.entry(0x1F3C0, "0"),
                    Map.entry(0x1F311, "0"), // moons
                    Map.entry(0x1F315, "0"),
                    Map.entry(0x1F947, "1"), // medals
                    Map.entry(0x1F948, "2"),
                    Map.entry(0x1F949, "3"),
                    Map.entry(0x261D, "1"), // hands
                    Map.entry(0x1F446, "1"),
                    Map.entry(0x270C, "2"),
                    Map.entry(0x1F590, "5"),
                    Map.entry(0x270B, "5"),
                    Map.entry(0x1F3B1, "8"), // billiard ball
                    Map.entry(0x267E, "8"),
                    Map.entry(0x1F51F, "10"),
                    Map.entry(0x1F4AF, "100"));

    /// Also stand in the place of digits that are kept back: `010-⭕⭕⭕⭕-1234`.
    private static final String MASKS = "○●◎◯⭕⚪⚫🔴🔵🟠🟡🟢🟣🟤";

    /// Those of them that every text keeps digits back by, unless its number begins with one.
    private static final String SIGNS = "○●◎◯";

    /// Pictures that are digits begin here.
    private static final char FIRST = 0x25CB;

    private static final String SEPARATORS = " .-()/";

    /// Behind a picture it asks for its colours.
    private static final char COLOURED = 0xFE0F;

    private static final int MAX_SEPARATORS = 3;
    private static final int LEAST_FIGURES = 4;

    /// Where the first group has pictures and figures: nobody keeps back what a number begins with.
    private static final int LEAST_BEHIND_MIXED = 3;

    private static final int MAX_DIGITS = 15;

    private final DeducedNumbers numbers;
    private final String text;

    private PicturedNumbers(DeducedNumbers numbers) {
        this.numbers = numbers;
        this.text = numbers.view().text();
    }

    static void findIn(DeducedNumbers numbers) {
        new PicturedNumbers(numbers).find();
    }

    private void find() {
        if (!isAnyIn()) {
            return;
        }
        int i = 0;
        while (i < text.length()) {
            boolean begins =
                    (Scripts.isAsciiDigit(text.charAt(i)) || text.charAt(i) == '+' || isPicture(i))
                            && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
            i = begins ? readFrom(i) : i + 1;
        }
    }

    private boolean isAnyIn() {
        for (int i = 0; i < text.length(); i++) {
            if (isPicture(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPicture(int i) {
        return text.charAt(i) >= FIRST && DIGITS.containsKey(text.codePointAt(i));
    }

    /// Reads digits and pictures as far as they go; gives where to go on.
    private int readFrom(int start) {
        StringBuilder digits = new StringBuilder();
        StringBuilder figures = new StringBuilder();
        boolean pictured = false; // whether the group has pictures
        boolean inFigures = false; // whether the group has figures
        boolean mixed = false;
        boolean mixedFirst = false;
        boolean first = true;
        boolean masks = false;
        boolean signs = false;
        int blocks = 0;
        boolean inBlock = false;
        int separators = 0;
        int i = start;
        int end = start;
        while (i < text.length() && separators <= MAX_SEPARATORS && digits.length() <= MAX_DIGITS) {
            char c = text.charAt(i);
            if (Scripts.isAsciiDigit(c) || (c == '+' && digits.isEmpty())) {
                digits.append(c);
                figures.append(c);
                inFigures = true;
                inBlock = false;
                i++;
            } else if (isPicture(i)) {
                int picture = text.codePointAt(i);
                digits.append(DIGITS.get(picture));
                masks |= MASKS.indexOf(picture) >= 0;
                signs |= SIGNS.indexOf(picture) >= 0;
                blocks += inBlock ? 0 : 1;
                inBlock = true;
                pictured = true;
                i += Character.charCount(picture);
                i += i < text.length() && text.charAt(i) == COLOURED ? 1 : 0;
            } else if (SEPARATORS.indexOf(c) >= 0) {
                pictured = false;
                inFigures = false;
                first = false;
                separators++;
                i++;
                continue;
            } else {
                break;
            }
            mixed |= pictured && inFigures;
            mixedFirst |= first && pictured && inFigures;
            separators = 0;
            end = i;
        }
        boolean told = !masks || mixed || blocks > 1;
        int least = mixedFirst ? LEAST_BEHIND_MIXED : LEAST_FIGURES;
        if (blocks > 0 && told && figures.length() >= least && (mixedFirst || !signs)) {
            take(digits.toString(), figures.toString(), start, end);
        }
        return Math.max(end, start + 1);
    }

    private void take(String digits, String figures, int start, int end) {
        List<Match> named = numbers.named(start, end, start);
        if (!numbers.isTaken(start, end) && !numbers.isOne(figures, start, end, named)) {
            numbers.addHidden(digits, start, end, named, "in pictures");
        }
    }
}
