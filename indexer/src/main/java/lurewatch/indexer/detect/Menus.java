package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Parts;
import lurewatch.indexer.scan.Target;

/// Leaves out what phrases say within a menu. Boards print their categories below every ad (`งาน
/// ต่างประเทศ`, `Jobs Call Center` …): many short lines in a row that begin with the same word.
/// They say what the board has, not what the ad offers.
final class Menus {
    /// An ad lists things too, but hardly so many under one word.
    private static final int FEWEST_LINES = 8;

    private static final int LONGEST_LINE = 48;

    private Menus() {}

    static List<Match> outside(String text, List<Match> matches) {
        List<Parts.Span> menus = in(text);
        if (menus.isEmpty()) {
            return matches;
        }
        return matches.stream()
                .filter(match ->
                        !saysSomething(match)
                                || menus.stream()
                                        .noneMatch(m -> m.holds(match.start(), match.end())))
                .toList();
    }

    private static boolean saysSomething(Match match) {
        return switch (match.target()) {
            case Target.OfPhrase _, Target.OfPattern _, Target.OfPart _, Target.OfContextWord _ ->
                    true;
            case Target.OfPlace _, Target.OfCue _, Target.OfCountry _, Target.OfTrap _ -> false;
        };
    }

    private static List<Parts.Span> in(String text) {
        List<Parts.Span> menus = new ArrayList<>();
        String word = "";
        int lines = 0;
        int menuStart = 0;
        int menuEnd = 0;
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String first = firstWord(text, start, end);
            if (!first.isEmpty() && first.equals(word)) {
                lines++;
            } else {
                if (lines >= FEWEST_LINES) {
                    menus.add(new Parts.Span(menuStart, menuEnd));
                }
                word = first;
                lines = 1;
                menuStart = start;
            }
            menuEnd = end;
            start = end + 1;
        }
        if (lines >= FEWEST_LINES) {
            menus.add(new Parts.Span(menuStart, menuEnd));
        }
        return menus;
    }

    /// What stands before the first blank of a short line; nothing where that is no word.
    private static String firstWord(String text, int start, int end) {
        int blank = text.indexOf(' ', start);
        if (end - start > LONGEST_LINE || blank <= start || blank >= end) {
            return "";
        }
        return Character.isLetter(text.charAt(start)) ? text.substring(start, blank) : "";
    }
}
