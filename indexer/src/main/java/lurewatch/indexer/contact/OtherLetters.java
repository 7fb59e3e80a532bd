package lurewatch.indexer.contact;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Names that stand on their heads, and names in the letters of the text's language of which it
/// says that they are Latin ones: `ǝldɯɐs — e põe 01br no fim`, `демо, латиницей, потом 01`,
/// `「でも」をローマ字で打って、続けて_01`.
final class OtherLetters {
    private static final String UPRIGHT = "abcdefghijklmnopqrstuvwxyz";
    private static final String TURNED = "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz";
    private static final String TURNED_DIGITS = "0Ɩᄅ߃ㄣϛ9ㄥ86";

    /// Are no language's letters beside plain ones.
    private static final String SURELY_TURNED = "ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ";

    private static final Map<Character, Character> TURN = turn();

    private static final Pattern TURNED_RUN =
            Pattern.compile("[a-zɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎƖᄅ߃ㄣϛㄥ0-9_‾.]{4,40}");

    private static final String CYRILLIC = "абвгдезиклмнопрстуф";
    private static final String LATIN = "abvgdeziklmnoprstuf";

    private static final Map<String, String> KANA = kana();

    private static final Pattern IN_LATIN =
            Pattern.compile(
                    "(?:([абвгдезиклмнопрстуф]{3,16})(_?\\d{1,6})?|[「『\"“]([ぁ-んァ-ヶー]{2,10})[」』\"”])[\\s,.(（«»\"—–-]{0,4}(?:を|は)?(?:\\p{L}{1,9}\\s){0,2}?(?:"
                            + Sayings.OF_NAMES.either("latin-letters")
                            + ")",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// What the text adds.
    private static final Pattern TAIL =
            Pattern.compile(
                    "[\\s,;.(（)）」』”\"—–-]{0,4}(?:[\\p{L}\\p{M}]{1,14}[\\s:：,，、]{1,2}){0,4}?([\\p{L}\\p{M}]{0,13})[\\s:：]{0,2}(_?\\d[A-Za-z0-9_]{0,11}|_[A-Za-z0-9_]{1,11})(?![A-Za-z0-9_%€$])");

    private static final int REACH = 90;
    private static final int LEAST_TURNED = 2;
    private static final int MOST_CUES = 40;

    private final View view;
    private final String text;
    private final FoundNames names;

    private OtherLetters(View view, FoundNames names) {
        this.view = view;
        this.text = view.text();
        this.names = names;
    }

    private static Map<Character, Character> turn() {
        Map<Character, Character> letters = new HashMap<>();
        for (int i = 0; i < UPRIGHT.length(); i++) {
            letters.put(TURNED.charAt(i), UPRIGHT.charAt(i));
        }
        for (int i = 0; i < TURNED_DIGITS.length(); i++) {
            letters.put(TURNED_DIGITS.charAt(i), (char) ('0' + i));
        }
        letters.put('‾', '_');
        letters.put('_', '_');
        return Map.copyOf(letters);
    }

    private static Map<String, String> kana() {
        Map<String, String> kana = new HashMap<>();
        for (String pair : Sayings.OF_NAMES.words("kana")) {
            kana.put(pair.substring(0, 1), pair.substring(1));
        }
        return Map.copyOf(kana);
    }

    static void findIn(View view, Cues cues, FoundNames names) {
        OtherLetters letters = new OtherLetters(view, names);
        for (Match cue : cues.inTextOrder().stream().limit(MOST_CUES).toList()) {
            HandleContacts.channelWithNames(cue)
                    .filter(kind -> !names.contacts().holds(kind))
                    .ifPresent(kind -> letters.read(cue, kind));
        }
    }

    private void read(Match cue, ContactKind kind) {
        int from = view.indexOf(cue.end());
        int to = Math.min(text.length(), from + REACH);
        Matcher run = TURNED_RUN.matcher(text).region(from, to);
        while (run.find()) {
            Optional<String> name = turned(run.group());
            if (name.isPresent()) {
                add(cue, kind, name.get(), run.start(), run.end());
                return;
            }
        }
        Matcher latin = IN_LATIN.matcher(text).region(from, to);
        if (latin.find()) {
            String written = latin.group(1) == null ? latin.group(3) : latin.group(1);
            romanised(written)
                    .ifPresent(name -> {
                        if (latin.group(2) != null) {
                            addWhole(cue, kind, name + latin.group(2), latin.start(), latin.end(2));
                        } else {
                            add(cue, kind, name, latin.start(), latin.end());
                        }
                    });
        }
    }

    /// The name with what the text adds to it; none where it adds nothing, as words are Latin too.
    private void add(Match cue, ContactKind kind, String name, int start, int end) {
        Matcher tail = TAIL.matcher(text).region(end, Math.min(text.length(), end + REACH));
        boolean more =
                tail.lookingAt()
                        && (SpelledLetters.leadsOn(tail.group(1))
                                || tail.group(2).chars().anyMatch(c -> c >= 'A'));
        if (more) {
            addWhole(cue, kind, name + tail.group(2), start, tail.end(2));
        } else if (name.chars().anyMatch(c -> c == '_' || Scripts.isAsciiDigit((char) c))) {
            addWhole(cue, kind, name, start, end);
        }
    }

    private void addWhole(Match cue, ContactKind kind, String name, int start, int end) {
        names.addTold(new Handle(name, start, end, true, true), kind, "name in other letters", cue);
    }

    private static Optional<String> turned(String run) {
        if (run.chars().filter(c -> SURELY_TURNED.indexOf(c) >= 0).count() < LEAST_TURNED) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < run.length(); i++) {
            Character upright = TURN.get(run.charAt(i));
            if (upright == null) {
                return Optional.empty();
            }
            name.append(upright.charValue());
        }
        return Optional.of(name.reverse().toString());
    }

    private static Optional<String> romanised(String word) {
        StringBuilder name = new StringBuilder();
        for (char c : LowerCase.of(word).toCharArray()) {
            char kana = c >= 'ァ' && c <= 'ン' ? (char) (c - 'ァ' + 'ぁ') : c;
            int letter = CYRILLIC.indexOf(c);
            String syllable =
                    letter >= 0
                            ? LATIN.substring(letter, letter + 1)
                            : KANA.get(String.valueOf(kana));
            if (syllable == null) {
                return Optional.empty();
            }
            name.append(syllable);
        }
        return Optional.of(name.toString());
    }
}
