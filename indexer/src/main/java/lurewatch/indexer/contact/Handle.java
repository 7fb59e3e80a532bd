package lurewatch.indexer.contact;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.View;

/// A name by which a channel knows its members, as read from a view.
///
/// @param marked by a colon, `@` or a word such as ID, so that it is surely meant as a name
/// @param spelledOut with something between its characters that is no part of it
record Handle(String name, int start, int end, boolean marked, boolean spelledOut) {
    static final int MAX_LENGTH = 40;

    /// So many digits beside letters that look like digits are a number's.
    private static final int MOSTLY = 6;

    private static final int MIN_SPELLED = 5;

    /// Two digits and a land's two letters: shorter ones are hours.
    private static final int LEAST_LAST = 4;

    /// A number that is a name, in groups: `1000 0004 42`.
    private static final Pattern GROUPED =
            Pattern.compile("[1-9]\\d{2,5}(?:[ -]\\d{2,5}){1,3}(?![\\d-])");

    private static final int LEAST_GROUPED = 7;

    /// A channel's name is no longer.
    private static final int MAX_LABEL = 12;

    private static final String HAN_DIGITS = "零一二三四五六七八九〇幺两叁肆伍陆柒捌玖";

    /// So many characters of a name stand before a Chinese numeral that is part of it.
    private static final int LEAST_BEFORE_NUMERAL = 4;

    /// As in `s * a * m`.
    private static final int MAX_GAP = 3;

    /// Signs that stand in no name, so that between the letters of one they only part them.
    private static final String INSERTED = "*·•‧∙~^|․";

    /// Signs and blanks between single characters.
    private static final String SEPARATORS = " \n.-/,、・" + INSERTED;

    /// Part the letters of a name as they part the items of a list, which are fewer or capitals.
    private static final String COMMAS = ",、";

    private static final int MIN_BETWEEN_COMMAS = 6;

    private static final HeadedPattern UNDERSCORE =
            HeadedPattern.compile(
                    "\\s?(?:[\\[({（【]\\s?(?:_|"
                            + SignWords.UNDERSCORE
                            + ")\\s?[\\])}）】]|"
                            + SignWords.UNDERSCORE
                            + ")\\s?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// A word that means much else parts a name only before a piece with a digit.
    private static final HeadedPattern DOT =
            HeadedPattern.compile(
                    "\\s?[\\[({（【]\\s?(?:\\.|"
                            + SignWords.LATIN_DOT
                            + "|"
                            + SignWords.OTHER_DOT
                            + "|"
                            + SignWords.DOT
                            + ")\\s?[\\])}）】]\\s?|\\s(?:"
                            + SignWords.LATIN_DOT
                            + ")\\s|\\s(?:"
                            + SignWords.OTHER_DOT
                            + ")\\s(?=[A-Za-z]{0,12}[0-9])|\\s?(?:"
                            + SignWords.DOT
                            + ")\\s?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final HeadedPattern HYPHEN =
            HeadedPattern.compile(
                    "\\s?[\\[({（【]\\s?(?:-|"
                            + SignWords.LATIN_HYPHEN
                            + "|"
                            + SignWords.HYPHEN
                            + ")\\s?[\\])}）】]\\s?|\\s(?:"
                            + SignWords.LATIN_HYPHEN
                            + "|"
                            + SignWords.HYPHEN
                            + ")\\s(?=[A-Za-z]{0,12}[0-9])|(?:"
                            + SignWords.HYPHEN
                            + ")",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// What names of each channel look like. Members of others are not known by names.
    private static final Map<ContactKind, Pattern> NAMES = names();

    /// Whose names are more than digits.
    private static final Set<ContactKind> NEVER_NUMBERS =
            EnumSet.of(
                    ContactKind.KAKAOTALK,
                    ContactKind.LINE,
                    ContactKind.DISCORD,
                    ContactKind.INSTAGRAM,
                    ContactKind.TIKTOK);

    private static Map<ContactKind, Pattern> names() {
        Map<ContactKind, Pattern> names = new EnumMap<>(ContactKind.class);
        names.put(ContactKind.TELEGRAM, Pattern.compile("[A-Za-z][A-Za-z0-9_]{3,31}"));
        names.put(ContactKind.KAKAOTALK, Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{3,19}"));
        names.put(ContactKind.LINE, Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{3,19}"));
        names.put(ContactKind.WECHAT, Pattern.compile("[A-Za-z][-_A-Za-z0-9]{5,19}"));
        names.put(ContactKind.QQ, Pattern.compile("[1-9][0-9]{4,10}"));
        names.put(ContactKind.BAT, Pattern.compile("[0-9]{5,12}"));
        names.put(
                ContactKind.SIGNAL,
                Pattern.compile("[A-Za-z_][A-Za-z0-9_]{2,31}\\.[A-Za-z]{0,16}[0-9]{2,}"));
        names.put(ContactKind.DISCORD, Pattern.compile("[A-Za-z0-9_.]{2,32}(?:#[0-9]{4})?"));
        for (ContactKind kind :
                List.of(ContactKind.ZALO, ContactKind.VIBER, ContactKind.MESSENGER)) {
            names.put(kind, Pattern.compile("[A-Za-z][A-Za-z0-9_.]{4,31}"));
        }
        return names;
    }

    /// Reads the name at `index` of the view, in the form that the channel gives its names.
    static Optional<Handle> read(View view, String raw, int index, ContactKind kind, Mark mark) {
        String text = view.text();
        boolean withAt = text.charAt(index) == '@';
        int start = withAt ? index + 1 : index;
        boolean marked = withAt || mark == Mark.MARKED;
        if (kind == ContactKind.QQ || kind == ContactKind.BAT) {
            Matcher grouped = GROUPED.matcher(text).region(start, text.length());
            String digits = grouped.lookingAt() ? grouped.group().replaceAll("\\D", "") : "";
            if (digits.length() > LEAST_GROUPED && fits(kind, digits)) {
                return Optional.of(new Handle(digits, index, grouped.end(), marked, true));
            }
        }
        Optional<Handle> spelled = spelledOut(view, raw, start, index, kind);
        if (spelled.isPresent()) {
            Optional<Handle> whole =
                    withMore(text, spelled.get(), kind).filter(h -> h.fits(kind)).or(() -> spelled);
            if (whole.get().fits(kind)) {
                return whole;
            }
        }
        StringBuilder name = new StringBuilder();
        int end = start;
        boolean parted = false;
        while (end < text.length() && name.length() <= MAX_LENGTH) {
            if (isNameCharacter(text.charAt(end), kind)) {
                name.append(text.charAt(end++));
                continue;
            }
            if (isLetterA(text, start, end)) {
                name.append('a');
                parted = true;
                end++;
                continue;
            }
            int digit = hanDigit(text, start, end);
            if (digit >= 0) {
                name.append(digit);
                parted = true;
                end++;
                continue;
            }
            int next = afterInserted(text, start, end);
            if (next == end) {
                char sign = '_';
                next = afterNamed(UNDERSCORE, text, start, end);
                if (next == end && isNameCharacter('.', kind)) {
                    sign = '.';
                    next = afterNamed(DOT, text, start, end);
                }
                if (next == end) {
                    sign = '-';
                    next = afterNamed(HYPHEN, text, start, end);
                }
                if (next == end) {
                    break;
                }
                name.append(sign);
            }
            parted = true;
            end = next;
        }
        while (!name.isEmpty() && isTrailing(name.charAt(name.length() - 1))) {
            name.setLength(name.length() - 1);
            end--;
        }
        if (!fits(kind, name.toString())
                || (text.startsWith("@", end) && isWordAt(text, end + 1))
                || (!isNameCharacter('.', kind) && goesOnWithDot(text, end))) {
            return Optional.empty();
        }
        return Optional.of(new Handle(name.toString(), index, end, marked, parted));
    }

    /// `s a m p l e underscore hr77`: a name that goes on as a word behind a sign that is spelled
    /// out; empty where it does not.
    private static Optional<Handle> withMore(String text, Handle spelled, ContactKind kind) {
        int next = afterNamed(UNDERSCORE, text, spelled.start(), spelled.end());
        if (next == spelled.end()) {
            return Optional.empty();
        }
        int end = next;
        while (end < text.length() && isNameCharacter(text.charAt(end), kind)) {
            end++;
        }
        while (isTrailing(text.charAt(end - 1))) {
            end--;
        }
        String name = spelled.name() + "_" + text.substring(next, end);
        return Optional.of(new Handle(name, spelled.start(), end, true, true));
    }

    /// The digit that a Chinese numeral right within or behind a name stands for: `sample六四bank`,
    /// `sample_hr六四`; -1 where other words go on: `sample_hr八点前`.
    private static int hanDigit(String text, int start, int i) {
        int digit = HAN_DIGITS.indexOf(text.charAt(i));
        if (digit < 0 || i - start < LEAST_BEFORE_NUMERAL) {
            return -1;
        }
        int first = i;
        while (first > start && HAN_DIGITS.indexOf(text.charAt(first - 1)) >= 0) {
            first--;
        }
        int end = i + 1;
        while (end < text.length() && HAN_DIGITS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        boolean within = end < text.length() && Scripts.isAsciiWord(text.charAt(end));
        boolean last =
                end - first > 1
                        && (end == text.length()
                                || " \n,，;；)）(（。/|".indexOf(text.charAt(end)) >= 0);
        return Scripts.isAsciiWord(text.charAt(first - 1)) && (within || last) ? digit % 10 : -1;
    }

    /// Whether a name was marked as one before it began.
    enum Mark {
        MARKED,
        UNMARKED
    }

    /// `s a m p l e _ 7 7`, `s.a.m.p.l.e_99`: at least five pieces, four of them single characters,
    /// with the same gap between all. Where a gap is wider, the next word begins.
    private static Optional<Handle> spelledOut(
            View view, String raw, int start, int index, ContactKind kind) {
        String text = view.text();
        boolean underscores = start + 1 < text.length() && text.charAt(start + 1) == '_';
        int gapEnd = underscores ? start + 2 : gapEnd(text, start + 1);
        if (gapEnd <= start + 1 || gapEnd >= text.length()) {
            return Optional.empty();
        }
        String gap = text.substring(start + 1, gapEnd).replace('\n', ' ');
        int width = view.rawStart(gapEnd) - view.rawEnd(start + 1);
        StringBuilder name = new StringBuilder();
        int pieces = 0;
        int singles = 0;
        int end = start;
        int i = start;
        while (i < text.length() && name.length() < MAX_LENGTH) {
            int pieceEnd = isSign(text, i, gap, kind) ? i + 1 : pieceEnd(text, i, gap.charAt(0));
            if (pieceEnd == i || (gap.isBlank() && pieceEnd - i > 1)) {
                break;
            }
            name.append(text, i, pieceEnd);
            pieces++;
            singles += pieceEnd - i == 1 ? 1 : 0;
            end = pieceEnd;
            int next =
                    gap.equals("_") || isSign(text, pieceEnd + gap.length(), gap, kind)
                            ? pieceEnd + gap.length()
                            : gapEnd(text, pieceEnd);
            if (next >= text.length() || !isGap(view, raw, pieceEnd, next, gap, width)) {
                break;
            }
            boolean other = !text.substring(pieceEnd, next).equals(gap);
            if (other && (gap.equals("_") || !isWholeSingle(text, next))) {
                break;
            }
            i = next;
        }
        int last = gap.isBlank() && pieces >= MIN_SPELLED ? lastPieceEnd(view, i, end) : end;
        if (last > end) {
            name.append(text, i, last);
            end = last;
        }
        boolean list =
                COMMAS.indexOf(gap.charAt(0)) >= 0
                        && (pieces < MIN_BETWEEN_COMMAS || isOfCapitals(name.toString()));
        return pieces >= MIN_SPELLED && singles >= MIN_SPELLED - 1 && !list && !isAlphabet(name)
                ? Optional.of(new Handle(name.toString(), index, end, true, true))
                : Optional.empty();
    }

    /// `s a m p l e 78uz`, `🇸 🇦 🇲 🇵 🇱 🇪 7️⃣8️⃣`: where the piece ends that closes a name and
    /// is no word or number of its own; `end` where there is none.
    private static int lastPieceEnd(View view, int start, int end) {
        String text = view.text();
        if (start <= end || start >= text.length() || start - end > MAX_GAP) {
            return end;
        }
        int to = start;
        boolean letters = false;
        while (to < text.length() && Scripts.isAsciiWord(text.charAt(to))) {
            letters |= !Scripts.isAsciiDigit(text.charAt(to++));
        }
        boolean opens =
                text.charAt(start) == '_'
                        || (to - start >= LEAST_LAST
                                && letters
                                && Scripts.isAsciiDigit(text.charAt(start))
                                && Scripts.isAsciiDigit(text.charAt(start + 1)));
        opens |= to > start && !letters && view.rawEnd(to) - view.rawStart(start) > to - start;
        boolean closed = to == text.length() || "\n,.;)!?。，、）".indexOf(text.charAt(to)) >= 0;
        return opens && closed ? to : end;
    }

    /// Whether it begins as the alphabet goes on from any letter: groups `A, B, C, D, E`.
    private static boolean isAlphabet(CharSequence name) {
        for (int i = 1; i < MIN_SPELLED; i++) {
            if (!Character.isLetter(name.charAt(i)) || name.charAt(i) != name.charAt(i - 1) + 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfCapitals(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }

    /// Whether a sign of the name itself stands at `i` between two blanks: `s a m p l e - h r`.
    private static boolean isSign(String text, int i, String gap, ContactKind kind) {
        int next = i + 1 + gap.length();
        return gap.isBlank()
                && next < text.length()
                && ".-".indexOf(text.charAt(i)) >= 0
                && isNameCharacter(text.charAt(i), kind)
                && text.startsWith(gap, i - gap.length())
                && text.startsWith(gap, i + 1)
                && Scripts.isAsciiWord(text.charAt(next));
    }

    /// Whether the same stands there as between the first two, or signs and line ends on top.
    private static boolean isGap(View view, String raw, int from, int to, String gap, int width) {
        String between = view.text().substring(from, to);
        if (between.equals(gap)) {
            return view.rawStart(to) - view.rawEnd(from) == width;
        }
        for (int i = from; i < to; i++) {
            if (ShownDigits.isBlankLine(view, raw, i)) {
                return false;
            }
        }
        return between.chars()
                        .allMatch(c -> c == '\n' || INSERTED.indexOf(c) >= 0 || gap.indexOf(c) >= 0)
                && between.chars().anyMatch(c -> c == '\n' || INSERTED.indexOf(c) >= 0);
    }

    private static int gapEnd(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start < MAX_GAP
                && SEPARATORS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean isWholeSingle(String text, int i) {
        return i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
    }

    private static int pieceEnd(String text, int start, char separator) {
        int end = start;
        while (end < text.length()
                && end - start < MAX_LENGTH
                && text.charAt(end) != separator
                && Scripts.isAsciiWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// Whether a dot and more of the same word follow, or the same after hyphens, as in
    /// `harbour-times.example`: it is no name of a channel that has no dots in names. A capital
    /// begins the next sentence.
    private static boolean goesOnWithDot(String text, int end) {
        int dot = end;
        while (isWordAt(text, dot + 1) && text.charAt(dot) == '-') {
            do {
                dot++;
            } while (isWordAt(text, dot));
        }
        return isWordAt(text, dot + 1)
                && text.charAt(dot) == '.'
                && !Character.isUpperCase(text.charAt(dot + 1));
    }

    private static boolean isWordAt(String text, int index) {
        return index < text.length() && Scripts.isAsciiWord(text.charAt(index));
    }

    /// Past a sign in brackets or in words: `sample[_]hr`, `sample (underscore) hr`, `sample dot
    /// hr`.
    private static int afterNamed(HeadedPattern sign, String text, int start, int i) {
        if (i == start || !sign.mayBeginAt(text, i)) {
            return i;
        }
        Matcher matcher = sign.matcher(text).region(i, Math.min(text.length(), i + 32));
        return matcher.lookingAt()
                        && matcher.end() < text.length()
                        && Scripts.isAsciiWord(text.charAt(matcher.end()))
                ? matcher.end()
                : i;
    }

    /// Past signs between two characters of a name; past a line end or blank as well where an
    /// underscore stands beside it, because no name ends or begins there.
    private static int afterInserted(String text, int start, int i) {
        int end = i;
        boolean blank = false;
        while (end < text.length()
                && end - i < MAX_GAP
                && (INSERTED + " \n").indexOf(text.charAt(end)) >= 0) {
            blank |= text.charAt(end) <= ' ';
            end++;
        }
        boolean between =
                end > i
                        && i > start
                        && end < text.length()
                        && Scripts.isAsciiWord(text.charAt(i - 1))
                        && Scripts.isAsciiWord(text.charAt(end))
                        && !isLabel(text, end);
        boolean underscore = between && (text.charAt(i - 1) == '_' || text.charAt(end) == '_');
        return between && (underscore || (!blank && end - i == 1)) ? end : i;
    }

    /// Whether what follows is named by a word: `telegram:name_01|kakao:name_02`.
    private static boolean isLabel(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start <= MAX_LABEL
                && Scripts.isAsciiLetter(text.charAt(end))) {
            end++;
        }
        return end < text.length()
                && end > start
                && (text.charAt(end) == ':' || text.charAt(end) == '：');
    }

    /// `s@mple_01`: `@` for the letter that it resembles, where no address can be meant because an
    /// underscore follows, which no host has.
    private static boolean isLetterA(String text, int start, int at) {
        if (text.charAt(at) != '@' || at == start || !Scripts.isAsciiLetter(text.charAt(at - 1))) {
            return false;
        }
        int end = at + 1;
        boolean underscore = false;
        while (end < text.length() && Scripts.isAsciiWord(text.charAt(end))) {
            underscore |= text.charAt(end++) == '_';
        }
        boolean host =
                end + 1 < text.length()
                        && ".@".indexOf(text.charAt(end)) >= 0
                        && Scripts.isAsciiWord(text.charAt(end + 1));
        return underscore && !host && Scripts.isAsciiLetter(text.charAt(at + 1));
    }

    private static boolean isTrailing(char c) {
        return c == '.' || c == '-';
    }

    /// Whether names of some channel hold such characters.
    static boolean mayHold(char c) {
        return Scripts.isAsciiWord(c) || c == '.' || c == '-';
    }

    private static boolean isNameCharacter(char c, ContactKind kind) {
        return Scripts.isAsciiWord(c)
                || (kind != ContactKind.TELEGRAM && c == '.')
                || (kind != ContactKind.TELEGRAM && !kind.isShowcase() && c == '-')
                || (kind == ContactKind.DISCORD && c == '#');
    }

    /// Whether members of the channel may be called so.
    boolean fits(ContactKind kind) {
        return fits(kind, name);
    }

    private static boolean fits(ContactKind kind, String name) {
        Pattern names = NAMES.get(kind);
        boolean mayBe =
                names == null ? ProfileNames.fit(kind, name) : names.matcher(name).matches();
        return mayBe && !(NEVER_NUMBERS.contains(kind) && isNumber(name));
    }

    private static boolean isNumber(String name) {
        return name.chars().allMatch(c -> Scripts.isAsciiDigit((char) c) || "-._".indexOf(c) >= 0);
    }

    /// Whether the name cannot be a word, a model number or a quantity: `sample_01`, `sample99`.
    boolean isNoWord() {
        int letters = 0;
        boolean digits = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                return true;
            }
            letters += Scripts.isAsciiLetter(c) && !digits ? 1 : 0;
            digits |= Scripts.isAsciiDigit(c);
        }
        return digits && letters >= 4;
    }

    /// Whether it is a number in disguise: `O 1 O l 2 3 4`.
    boolean looksLikeNumber() {
        long digits = name.chars().filter(c -> c >= '0' && c <= '9').count();
        boolean grouped = name.indexOf('.') > 0 || name.indexOf('-') > 0;
        return (spelledOut || digits >= (grouped ? 1 : MOSTLY))
                && name.chars().allMatch(c -> "0123456789OolI.-".indexOf(c) >= 0);
    }

    boolean hasTellingCharacter() {
        return name.chars().anyMatch(c -> c == '_' || (c >= '0' && c <= '9'));
    }
}
