package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.rules.GazetteerPlace;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.scan.Target;

/// Countries that a text names by their flags, as ads do that name none in letters: `🇰🇭🇲🇲 본사`.
///
/// A flag before a number says how to dial it, and a long row of them which languages are spoken.
final class Flags {
    private static final char HIGH = '\uD83C';
    private static final char FIRST_LOW = '\uDDE6';
    private static final char LAST_LOW = '\uDDFF';

    /// Two letters of a surrogate pair each.
    private static final int LENGTH = 4;

    /// More in a row are languages, or where is delivered to.
    private static final int MOST = 5;

    private final Map<String, GazetteerPlace> byCode = new HashMap<>();

    Flags(List<GazetteerPlace> places) {
        places.stream()
                .filter(place -> place.kind().equals("country"))
                .forEach(place -> byCode.putIfAbsent(place.country(), place));
    }

    /// Those of the gazetteer's countries, in text order. Letters of flags are read in pairs from
    /// where their row begins: `🇹🇭🇰🇭` holds no `🇭🇰`.
    List<Match> in(String raw) {
        List<Match> found = new ArrayList<>();
        int i = raw.indexOf(HIGH);
        while (i >= 0) {
            List<Match> row = new ArrayList<>();
            int flags = 0;
            int end = i;
            while (isFlag(raw, end)) {
                GazetteerPlace place = byCode.get(code(raw, end));
                if (place != null && !leadsToNumber(raw, end + LENGTH)) {
                    String flag = raw.substring(end, end + LENGTH);
                    row.add(new Match(new Target.OfPlace(place, flag), end, end + LENGTH, false));
                }
                flags++;
                end = afterBlank(raw, end + LENGTH);
            }
            if (flags <= MOST) {
                found.addAll(row);
            }
            i = raw.indexOf(HIGH, Math.max(end, i + 1));
        }
        return found;
    }

    private static boolean isFlag(String raw, int i) {
        return isLetter(raw, i) && isLetter(raw, i + 2);
    }

    private static boolean isLetter(String raw, int i) {
        return i + 1 < raw.length()
                && raw.charAt(i) == HIGH
                && raw.charAt(i + 1) >= FIRST_LOW
                && raw.charAt(i + 1) <= LAST_LOW;
    }

    private static String code(String raw, int i) {
        return "" + letter(raw, i) + letter(raw, i + 2);
    }

    private static char letter(String raw, int i) {
        return (char) ('A' + raw.charAt(i + 1) - FIRST_LOW);
    }

    private static int afterBlank(String raw, int i) {
        return i < raw.length() && raw.charAt(i) == ' ' ? i + 1 : i;
    }

    private static boolean leadsToNumber(String raw, int end) {
        int i = afterBlank(raw, end);
        return i + 1 < raw.length()
                && (raw.charAt(i) == '+'
                        || (raw.charAt(i) == '(' && raw.charAt(i + 1) == '+')
                        || (raw.charAt(i) == '0' && Scripts.isAsciiDigit(raw.charAt(i + 1))));
    }
}
