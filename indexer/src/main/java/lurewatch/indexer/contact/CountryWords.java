package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.rules.CueWord;
import lurewatch.indexer.rules.GazetteerPlace;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Target;

/// The words of a text that tell by whose plan its numbers are written: for all of them, for those
/// behind a word, or for the one number that a word stands beside.
final class CountryWords {
    /// Between a word and its number: ` : `, ` al `.
    private static final int MAX_BEFORE = 8;

    /// Between a number and a bracket, and within that before the word and behind it: ` (a Thai
    /// number)`.
    private static final int MAX_AFTER = 2;

    private static final int MAX_IN_BRACKET = 12;

    /// A word so near to its number says nothing of numbers before it.
    private static final int RIGHT_BEFORE = 3;

    /// A country's code in a bracket: `096 500 0591 (+855)`.
    private static final Pattern CODE = Pattern.compile("[(（\\[]\\s?\\+(\\d{1,3})\\s?[)）\\]]");

    /// `a Singapore number, 8000 0591`
    private static final Pattern NUMBER_THEN =
            Pattern.compile("\\s?([\\p{L}\\p{M}]{1,12})\\s?[,，、(（]\\s?");

    private static final String CLAUSE_ENDS = ",.;\n|/()（），。；、!?";

    /// Behind a place's name these say that the number is from there; without them the place may be
    /// where one is to go.
    private static final Set<String> NUMBERS =
            HandleWords.words(
                    """
                    number no nr nº num sim nomor nombor numero número numéro nummer numer namba номер raqam numara
                    号 號 号码 號碼 번호 번 番号 เบอร์ số नंबर नम्बर নম্বর رقم نمبر شماره លេខ ເບີ နံပါတ်
                    """);

    private record Word(int start, int end, String country, boolean place) {}

    private final String raw;

    /// In text order.
    private final List<Word> words = new ArrayList<>();

    private final List<String> named = new ArrayList<>();

    /// By country, from where in the text on its words tell of numbers.
    private final Map<String, Integer> told = new HashMap<>();

    CountryWords(ScannedText scanned) {
        raw = scanned.raw();
        for (Match match : scanned.matches()) {
            if (match.target() instanceof Target.OfCountry(CueWord.Plan plan)) {
                words.add(new Word(match.start(), match.end(), plan.country(), false));
                tell(plan, match);
            } else if (match.target() instanceof Target.OfPlace(GazetteerPlace place, String _)) {
                words.add(new Word(match.start(), match.end(), place.country(), true));
            }
        }
        words.sort(Comparator.comparingInt(Word::start));
    }

    private void tell(CueWord.Plan plan, Match match) {
        if (plan.named()) {
            named.add(plan.country());
        } else {
            int from = leadsToNumber(match.end()) ? match.start() : 0;
            told.merge(plan.country(), from, Math::min);
        }
    }

    /// Countries that are named, by their names or their people.
    List<String> named() {
        return named.stream().distinct().toList();
    }

    /// Countries whose towns, laws or money speak for a number at the offset.
    List<String> toldAt(int rawStart) {
        return told.entrySet().stream()
                .filter(country -> country.getValue() <= rawStart)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// The country that a word beside the number names as the number's own.
    Optional<String> ownOf(int rawStart, int rawEnd) {
        for (int i = firstFrom(rawStart) - 1; i >= 0; i--) {
            Word word = words.get(i);
            if (rawStart - word.end() > MAX_BEFORE) {
                break; // those before it are further away
            }
            if (word.end() <= rawStart && leadsTo(word, rawStart)) {
                return Optional.of(word.country());
            }
        }
        int bracket = rawEnd;
        while (bracket < raw.length()
                && bracket - rawEnd < MAX_AFTER
                && raw.charAt(bracket) == ' ') {
            bracket++;
        }
        if (bracket == raw.length() || "(（[".indexOf(raw.charAt(bracket)) < 0) {
            return Optional.empty();
        }
        Matcher code = CODE.matcher(raw).region(bracket, raw.length());
        if (code.lookingAt()) {
            return PhoneNumbers.regionOf(Integer.parseInt(code.group(1)));
        }
        for (int i = firstFrom(bracket); i < words.size(); i++) {
            Word word = words.get(i);
            if (word.start() - bracket > MAX_IN_BRACKET) {
                break;
            }
            if (isPlain(bracket + 1, word.start()) && closesSoon(word.end())) {
                return Optional.of(word.country());
            }
        }
        return Optional.empty();
    }

    private boolean leadsToNumber(int end) {
        int i = end;
        while (i < raw.length() && i - end < RIGHT_BEFORE && " :：".indexOf(raw.charAt(i)) >= 0) {
            i++;
        }
        return i < raw.length() && (Character.isDigit(raw.charAt(i)) || raw.charAt(i) == '+');
    }

    private boolean leadsTo(Word word, int rawStart) {
        if (!isPlain(word.end(), rawStart)) {
            Matcher number = NUMBER_THEN.matcher(raw).region(word.end(), rawStart);
            return number.matches() && NUMBERS.contains(LowerCase.of(number.group(1)));
        }
        String between = LowerCase.of(raw.substring(word.end(), rawStart));
        return !word.place()
                || between.strip().equals(":")
                || NUMBERS.contains(between.replaceAll("[\\s.:：-]", ""));
    }

    /// Whether a country, or a place in one, is named between the offsets.
    boolean areBetween(int from, int to) {
        int first = firstFrom(from);
        return first < words.size() && words.get(first).end() <= to;
    }

    /// Whether no clause ends and no number begins between the offsets.
    private boolean isPlain(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = raw.charAt(i);
            if (Character.isDigit(c) || CLAUSE_ENDS.indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private boolean closesSoon(int end) {
        int last = Math.min(raw.length(), end + MAX_IN_BRACKET);
        for (int i = end; i < last; i++) {
            char c = raw.charAt(i);
            if (")）]".indexOf(c) >= 0) {
                return true;
            }
            if (Character.isDigit(c) || c == '\n') {
                return false;
            }
        }
        return false;
    }

    /// The place of the first word that begins at the offset or behind it.
    private int firstFrom(int rawStart) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).start() < rawStart) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
