package lurewatch.indexer.contact;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.scan.SentenceEnds;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Names told letter by letter behind a word for their channel: `에스 에이 엠 피 엘 이 칠칠칠`, `Sierra Alpha
/// Mike … dot Mike`, `ese, a, eme, pe, ele, e; luego guion bajo y guitarra69`, `S wie Siegfried`.
final class SpelledLetters {
    /// How far behind the channel the first letter stands.
    private static final int MAX_LEAD = 48;

    /// Fewer in a row may be words.
    private static final int LEAST_LETTERS = 5;

    /// So few are enough where a sign or digit follows.
    private static final int LEAST_BESIDE_SIGN = 4;

    /// Of them so many are written as more than themselves.
    private static final int LEAST_NAMED = 3;

    private static final int MAX_PIECES = 40;

    private static final char LAST_LATIN = 0x24F;

    /// Texts that name channels more often are lists of them.
    private static final int MOST_CUES = 100;

    /// Signs between two letters: `, `.
    private static final int MAX_SIGNS = 4;

    /// Words that lead on: `그 다음 숫자`.
    private static final int MAX_JOINTS = 4;

    private static final int LONGEST_JOINT = 8;

    /// Right behind another word these are no letters.
    private static final Set<String> OTHER_WORDS =
            HandleWords.words("ku de se te a e é è á à y i o u is ay es er il");

    private static final String BETWEEN = " \n,，、.;；:-–—/・·\"“”„«»'‘’「」()（）";

    /// Lead on from one letter to the next.
    private static final Set<String> JOINTS = Set.copyOf(Sayings.OF_NAMES.words("leads-on"));

    /// Between a letter and a word that begins with it.
    private static final Pattern EXPLAINED =
            Pattern.compile(
                    "[\\s,]{0,2}(?:"
                            + Sayings.OF_NAMES.either("as-in")
                            + ")\\s(\\p{L})[\\p{L}\\p{M}]+");

    /// Words for the name of somebody, as letters tell them: `아이디`, `ไอดี`.
    private static final Pattern ID = Pattern.compile(Sayings.OF_NAMES.either("id-by-letters"));

    private static final Pattern KOREAN_ENDING =
            Pattern.compile("입니다|이에요|에요|예요|이요|요|이고|고|이며|임|으로|로|은|는|을|를|에|이|가|인데|인|까지|하고|다");

    private static final Pattern KOREAN_COPULA =
            Pattern.compile("(?:이에요|예요|입니다|이요|이고|이며|인데|임)(?![가-힣])");

    private static final Pattern UNDERSCORE =
            Pattern.compile(SignWords.UNDERSCORE, Pattern.UNICODE_CASE);
    private static final Pattern DOT =
            Pattern.compile(
                    SignWords.LATIN_DOT + "|" + SignWords.OTHER_DOT + "|" + SignWords.DOT,
                    Pattern.UNICODE_CASE);
    private static final Pattern HYPHEN = Pattern.compile(Sayings.OF_NAMES.either("hyphen"));

    private final String text;
    private final View view;
    private final Cues cues;
    private final FoundNames names;

    SpelledLetters(View view, Cues cues, FoundNames names) {
        this.view = view;
        this.text = lower(view.text());
        this.cues = cues;
        this.names = names;
    }

    /// Whether the word leads on from one part of a name to the next.
    static boolean leadsOn(String word) {
        return JOINTS.contains(LowerCase.of(word));
    }

    /// In lower case, place for place.
    private static String lower(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            letters.append(Character.toLowerCase(text.charAt(i)));
        }
        return letters.toString();
    }

    void find() {
        int done = 0;
        for (Match cue : cues.inTextOrder().stream().limit(MOST_CUES).toList()) {
            Optional<ContactKind> kind = HandleContacts.channelWithNames(cue);
            int from = view.indexOf(cue.end());
            if (kind.isPresent() && from >= done) {
                done = read(cue, kind.get(), from);
            }
        }
    }

    /// Reads behind the cue; gives where the name ends, or `from`.
    private int read(Match cue, ContactKind kind, int from) {
        int last = Math.min(text.length(), from + MAX_LEAD);
        for (int i = from; i < last && !(i > from && SentenceEnds.isAt(text, i - 1)); i++) {
            if (cues.at(view.rawStart(i)).filter(Cues::isMessenger).isPresent()) {
                return from; // what follows is that one's
            }
            int id = afterId(i);
            if (id > i) {
                i = id - 1;
                continue;
            }
            Set<Handle> told = namesAt(i);
            if (told.isEmpty() || (mayBeOtherWord(i) && !isOneOfARow(i))) {
                continue;
            }
            Handle handle = Initials.withTail(text, told.iterator().next());
            if (told.size() == 1
                    && !mayBeOtherWord(i)
                    && !isCut(from, handle)
                    && handle.fits(kind)
                    && names.isFree(handle)) {
                add(cue, handle);
            } else {
                // a piece of it is nobody's name
                names.contacts().take(view.rawStart(i), view.rawEnd(handle.end()));
            }
            return handle.end();
        }
        return from;
    }

    /// Past a word that says that a name follows and whose parts are letters; `i` where none
    /// stands.
    private int afterId(int i) {
        Matcher id = ID.matcher(text).region(i, limit(i));
        return beginsWord(i) && id.lookingAt() ? id.end() : i;
    }

    private void add(Match cue, Handle handle) {
        for (Match named : cues.togetherWith(cue)) {
            HandleContacts.channelWithNames(named)
                    .filter(handle::fits)
                    .ifPresent(kind ->
                            names.add(
                                    handle,
                                    kind,
                                    0.85,
                                    "letters named after " + kind.label() + " cue",
                                    Optional.of(named)));
        }
    }

    /// The longest name that is told from there; several where alphabets tell different ones.
    private Set<Handle> namesAt(int start) {
        if (!Character.isLetter(text.charAt(start)) || !beginsWord(start)) {
            return Set.of();
        }
        int end = start;
        Set<Handle> longest = new LinkedHashSet<>();
        for (int alphabet : alphabetsAt(start)) {
            Spelling spelling = new Spelling(alphabet);
            spelling.read(start);
            if (spelling.isTold() && spelling.end >= end) {
                if (spelling.end > end) {
                    longest.clear();
                }
                end = spelling.end;
                longest.add(new Handle(spelling.name(), start, end, true, true));
            }
        }
        return longest;
    }

    /// `Samsun Xyz Manisa …`: whether a word that we do not know stands before or behind as the
    /// letters do, with a capital as they have: then one letter is missing.
    private boolean isCut(int from, Handle handle) {
        String cased = view.text();
        int start = handle.start();
        int end = handle.end();
        boolean capitals =
                Character.isUpperCase(cased.charAt(start))
                        && start + 1 < end
                        && Character.isLowerCase(cased.charAt(start + 1));
        boolean before =
                start > from + 1
                        && cased.charAt(start - 1) == ' '
                        && Character.isLetter(cased.charAt(start - 2))
                        && beginsWithCapital(from, start - 1);
        boolean behind =
                end + 2 < cased.length()
                        && cased.charAt(end) == ' '
                        && Character.isUpperCase(cased.charAt(end + 1))
                        && Character.isLowerCase(cased.charAt(end + 2));
        return (capitals && (before || behind))
                || goesOnBehindComma(end)
                || beginsBeforeComma(from, start);
    }

    /// `…, pe, el, i, zo`: whether one more that is as short follows behind a comma.
    private boolean goesOnBehindComma(int end) {
        if (!text.startsWith(", ", end)) {
            return false;
        }
        int next = end + 2;
        while (next < text.length() && Character.isLetter(text.charAt(next))) {
            next++;
        }
        int letters = next - end - 2;
        return letters > 0
                && letters <= 2
                && (next == text.length() || ",.;-".indexOf(text.charAt(next)) >= 0);
    }

    /// `ess, aa, …`: whether one that is as short stands before a comma.
    private boolean beginsBeforeComma(int from, int start) {
        if (start - 2 <= from || !text.startsWith(", ", start - 2)) {
            return false;
        }
        int first = start - 2;
        while (first > from && Character.isLetter(text.charAt(first - 1))) {
            first--;
        }
        int letters = start - 2 - first;
        return letters > 0 && letters <= MAX_SIGNS && first > from;
    }

    private boolean beginsWithCapital(int from, int wordEnd) {
        int start = wordEnd;
        while (start > from && Character.isLetter(view.text().charAt(start - 1))) {
            start--;
        }
        return Character.isUpperCase(view.text().charAt(start));
    }

    /// Whether what stands there is rather the last word of what leads to the letters: `meu insta é
    /// esse, á, eme`.
    private boolean mayBeOtherWord(int i) {
        int end = i;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return i > 1
                && text.charAt(i - 1) == ' '
                && Character.isLetter(text.charAt(i - 2))
                && end < text.length()
                && text.charAt(end) == ' '
                && OTHER_WORDS.contains(text.substring(i, end));
    }

    /// Whether the same stands behind the next word as behind this one, so that it may be the first
    /// letter.
    private boolean isOneOfARow(int i) {
        int end = text.indexOf(' ', i) + 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end < text.length() && text.charAt(end) == ' ' && !text.startsWith("ku ", i);
    }

    /// The alphabets of the first letter; of the second where the first stands for itself.
    private List<Integer> alphabetsAt(int start) {
        List<Integer> alphabets = LetterNames.alphabetsAt(text, start);
        if (!alphabets.isEmpty()) {
            return alphabets;
        }
        return Scripts.isAsciiLetter(text.charAt(start))
                        && EXPLAINED.matcher(text).region(start + 1, limit(start)).lookingAt()
                ? List.of(0)
                : List.of();
    }

    private int limit(int start) {
        return Math.min(text.length(), start + MAX_LEAD);
    }

    private boolean beginsWord(int i) {
        return i == 0 || !Scripts.isWord(text.charAt(i - 1)) || !Scripts.isWord(text.charAt(i));
    }

    private boolean endsWord(int end) {
        return end == text.length()
                || !Scripts.isWord(text.charAt(end - 1))
                || !Scripts.isWord(text.charAt(end));
    }

    /// One way through letters, digits and signs.
    private final class Spelling {
        private final int alphabet;
        private final StringBuilder name = new StringBuilder();
        private int letters;
        private int named;
        private int others;
        private int end;

        /// Whether a sign was told by its name, as none is among the items of a list.
        private boolean signNamed;

        /// Whether the sign that nothing followed yet was.
        private boolean signIsName;

        /// A sign that was told and that nothing followed yet.
        private String sign = "";

        private boolean lastWasDigit;

        /// Whether a word that leads on stands before the next piece.
        private boolean ledOn;

        /// Whether each letter has its line.
        private boolean inLines;

        private Spelling(int alphabet) {
            this.alphabet = alphabet;
        }

        /// Whether it can be nothing but letters.
        private boolean isTold() {
            int least = others > 0 ? LEAST_BESIDE_SIGN : LEAST_LETTERS;
            boolean plain = named < LEAST_NAMED && !signNamed;
            return letters >= least && !plain && !isAlphabet();
        }

        /// The name; empty where something stands behind its last sign that we cannot read.
        private String name() {
            return sign.isEmpty() && name.length() < Handle.MAX_LENGTH ? name.toString() : "";
        }

        /// Whether each letter is the one after the last: groups `A, B, C, D, E`.
        private boolean isAlphabet() {
            for (int i = 1; i < letters; i++) {
                if (name.charAt(i) != name.charAt(i - 1) + 1) {
                    return false;
                }
            }
            return true;
        }

        private void read(int start) {
            int i = start;
            for (int pieces = 0; pieces < MAX_PIECES && i < text.length(); pieces++) {
                int next = readPiece(i);
                if (next == i) {
                    return;
                }
                i = afterJoints(next);
            }
        }

        /// Where the piece ends that stands there; the same place where none does.
        private int readPiece(int i) {
            if (isOtherWord(i)) {
                return i;
            }
            int tail = tail(i);
            if (tail > i) {
                return tail;
            }
            int next = lastWasDigit ? digits(i) : i;
            next = next == i ? sign(i) : next;
            next = next == i && isWholeNumber(i) ? digits(i) : next;
            next = next == i ? letter(i) : next;
            next = next == i ? digits(i) : next;
            return next == i ? word(i) : next;
        }

        /// `오늘`: whether a Korean word begins there that is more than letters and digits with an
        /// ending.
        private boolean isOtherWord(int start) {
            if (!Scripts.isHangul(text.charAt(start))) {
                return false;
            }
            if (start > 0 && Scripts.isHangul(text.charAt(start - 1))) {
                return KOREAN_COPULA.matcher(text).region(start, limit(start)).lookingAt();
            }
            int i = start;
            while (i < text.length() && Scripts.isHangul(text.charAt(i))) {
                int next =
                        LetterNames.at(text, i, alphabet)
                                .map(LetterNames.Named::end)
                                .orElse(NumberWords.endAt(text, i));
                if (next == i) {
                    return i > start
                            && !KOREAN_ENDING.matcher(text).region(i, limit(i)).lookingAt();
                }
                i = next;
            }
            return false;
        }

        private void take(String piece, int pieceEnd) {
            signNamed |= signIsName;
            signIsName = false;
            name.append(sign).append(piece);
            others += sign.isEmpty() ? 0 : 1;
            sign = "";
            end = pieceEnd;
        }

        /// `dann 78de`: digits and letters together, or letters first behind a word that leads on.
        private int tail(int i) {
            boolean mayBe = ledOn || Scripts.isAsciiDigit(text.charAt(i));
            if (!mayBe || name.isEmpty() || !beginsWord(i)) {
                return i;
            }
            int to = i;
            boolean digit = false;
            boolean letter = false;
            while (to < text.length() && Scripts.isAsciiWord(text.charAt(to))) {
                digit |= Scripts.isAsciiDigit(text.charAt(to));
                letter |= !Scripts.isAsciiDigit(text.charAt(to++));
            }
            if (!digit || !letter || !endsWord(to)) {
                return i;
            }
            take(text.substring(i, to), to);
            others++;
            lastWasDigit = true;
            return to;
        }

        private int letter(int i) {
            char c = text.charAt(i);
            boolean single = Scripts.isAsciiLetter(c) && beginsWord(i) && endsWord(i + 1);
            Matcher explained = EXPLAINED.matcher(text).region(i + 1, limit(i));
            if (single && explained.lookingAt() && isInitial(explained.group(1), c)) {
                named++;
                return takeLetter(c, explained.end());
            }
            Optional<LetterNames.Named> letter = LetterNames.at(text, i, alphabet);
            if (letter.isPresent()) {
                int to = letter.get().end();
                named += to - i > 1 || c > 0x24F ? 1 : 0;
                return takeLetter(letter.get().letter(), to);
            }
            return single ? takeLetter(c, i + 1) : i;
        }

        /// Whether a word that begins so explains the letter: `E comme Émile`, `S как Семён`.
        private static boolean isInitial(String initial, char letter) {
            char base = Normalizer.normalize(initial, Normalizer.Form.NFD).charAt(0);
            return base == letter || base > LAST_LATIN;
        }

        private int takeLetter(char letter, int to) {
            take(String.valueOf(letter), to);
            letters++;
            lastWasDigit = false;
            return to;
        }

        private int sign(int i) {
            if (name.isEmpty() || !sign.isEmpty()) {
                return i;
            }
            if (text.charAt(i) == '_') {
                sign = "_";
                return i + 1;
            }
            if (!beginsWord(i)) {
                return i;
            }
            int next = afterSign(UNDERSCORE, i);
            if (next > i) {
                sign = "_";
                signIsName = true;
                return next;
            }
            next = afterSign(DOT, i);
            if (next > i) {
                sign = ".";
                signIsName = true;
                return next;
            }
            next = afterSign(HYPHEN, i);
            if (next > i) {
                sign = "-";
            }
            return next;
        }

        private int afterSign(Pattern pattern, int i) {
            Matcher matcher = pattern.matcher(text).region(i, limit(i));
            return matcher.lookingAt() && endsWord(matcher.end()) ? matcher.end() : i;
        }

        /// Whether what stands there up to a blank is a number in words, though it may be read as
        /// letters as well: `오이칠`.
        private boolean isWholeNumber(int i) {
            if (i > 0 && Scripts.isHangul(text.charAt(i - 1))) {
                return false; // 에스이칠: what goes on without a blank goes on with letters
            }
            int to = i;
            int words = 0;
            boolean letters = true;
            while (to < text.length() && Character.isLetter(text.charAt(to))) {
                int next = NumberWords.endAt(text, to);
                if (next == to) {
                    return false;
                }
                letters &= LetterNames.at(text, to, alphabet).isPresent();
                to = next;
                words++;
            }
            return words > 1 && !letters;
        }

        /// Digits, in figures or words.
        private int digits(int start) {
            boolean begins = Scripts.isAsciiDigit(text.charAt(start)) || beginsWord(start);
            AddedTails.Digits digits =
                    begins ? AddedTails.digitsAt(text, start) : new AddedTails.Digits("", start);
            if (digits.digits().isEmpty() || name.isEmpty()) {
                return start;
            }
            take(digits.digits(), digits.end());
            others++;
            lastWasDigit = true;
            return digits.end();
        }

        /// Behind a sign the rest may stand there as it is: `guion bajo y guitarra69`.
        private int word(int i) {
            int to = i;
            boolean digit = false;
            while (to < text.length() && Scripts.isAsciiWord(text.charAt(to))) {
                digit |= Scripts.isAsciiDigit(text.charAt(to++));
            }
            boolean ends =
                    digit
                            || to == text.length()
                            || ("\n.,;)!?。，、）".indexOf(text.charAt(to)) >= 0
                                    && !text.startsWith("..", to));
            if (sign.isEmpty() || to - i < 2 || !ends || !endsWord(to)) {
                return i;
            }
            take(text.substring(i, to), to);
            lastWasDigit = digit;
            return to;
        }

        /// Past signs and words that lead on to the next letter; past nothing where none comes.
        private int afterJoints(int from) {
            int i = afterSigns(from);
            ledOn = false;
            for (int joints = 0; joints < MAX_JOINTS && i < text.length(); joints++) {
                int to = i;
                while (to < text.length() && isOfWord(text.charAt(to))) {
                    to++;
                }
                if (to > i && !Scripts.isWord(text.charAt(i))) {
                    to = jointEnd(i, to);
                }
                boolean single = to - i == 1 && named < letters; // as others in the row
                boolean letter =
                        sign.isEmpty()
                                && (single || LetterNames.at(text, i, alphabet).isPresent())
                                && !isBeforeJoint(to);
                if (to == i || letter || !JOINTS.contains(text.substring(i, to))) {
                    break;
                }
                ledOn = true;
                i = afterSigns(to);
            }
            return i;
        }

        /// `数字はナナハチ`: the end of the longest word that leads on there; `end` where none does.
        private int jointEnd(int start, int end) {
            for (int to = Math.min(end, start + LONGEST_JOINT); to > start; to--) {
                if (JOINTS.contains(text.substring(start, to))) {
                    return to;
                }
            }
            return end;
        }

        /// `y luego`: whether the next word leads on, so that this one does, too.
        private boolean isBeforeJoint(int from) {
            int start = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
            int to = start;
            while (to < text.length() && isOfWord(text.charAt(to))) {
                to++;
            }
            return to - start > 2 && JOINTS.contains(text.substring(start, to));
        }

        private static boolean isOfWord(char c) {
            int type = Character.getType(c);
            return Character.isLetter(c)
                    || type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK;
        }

        /// Past signs; past a line end only where there was one behind the first letter.
        private int afterSigns(int from) {
            int i = from;
            while (i < text.length()
                    && i - from < MAX_SIGNS
                    && BETWEEN.indexOf(text.charAt(i)) >= 0) {
                if (text.charAt(i) == '\n') {
                    inLines |= letters == 1 && others == 0;
                    if (!inLines) {
                        return text.length();
                    }
                }
                i++;
            }
            return i;
        }
    }
}
