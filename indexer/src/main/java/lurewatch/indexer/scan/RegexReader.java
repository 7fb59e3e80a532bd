package lurewatch.indexer.scan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads what the lexicon uses of Java's regular expressions: literals, classes, groups,
/// alternatives, counts, boundaries and looks around. The sets it gives hold at least what the
/// expression allows, and for classes of characters beyond ASCII more than that.
final class RegexReader {
    private static final int UNITS = Character.MAX_VALUE + 1;
    private static final BitSet NONE = new BitSet();
    private static final BitSet ALL = range(0, UNITS);
    private static final BitSet HIGH_SURROGATES =
            range(Character.MIN_HIGH_SURROGATE, Character.MAX_HIGH_SURROGATE + 1);
    private static final BitSet LOW_SURROGATES =
            range(Character.MIN_LOW_SURROGATE, Character.MAX_LOW_SURROGATE + 1);
    private static final int ASCII = 0x80;
    private static final int FEW = 1_000;
    private static final String SPACES = " \t\n\u000B\f\r";

    private final String regex;
    private final boolean ignoresCase;
    private final boolean foldsUnicode;
    private final boolean hasUnicodeClasses;
    private int at;

    private RegexReader(Pattern pattern) {
        this.regex = pattern.pattern();
        this.ignoresCase = has(pattern, Pattern.CASE_INSENSITIVE);
        this.foldsUnicode = ignoresCase && has(pattern, Pattern.UNICODE_CASE);
        this.hasUnicodeClasses = has(pattern, Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static boolean has(Pattern pattern, int flag) {
        return (pattern.flags() & flag) != 0;
    }

    static Regex read(Pattern pattern) {
        return new RegexReader(pattern).choice();
    }

    private Regex choice() {
        List<Regex> ways = new ArrayList<>();
        ways.add(sequence());
        while (has('|')) {
            at++;
            ways.add(sequence());
        }
        return ways.size() == 1 ? ways.getFirst() : new Regex.Choice(ways);
    }

    private Regex sequence() {
        List<Regex> parts = new ArrayList<>();
        while (at < regex.length() && !has('|') && !has(')')) {
            parts.add(counted(atom()));
        }
        return parts.size() == 1 ? parts.getFirst() : new Regex.Sequence(parts);
    }

    private boolean has(char c) {
        return at < regex.length() && regex.charAt(at) == c;
    }

    private Regex atom() {
        char c = regex.charAt(at);
        if (Character.isHighSurrogate(c)) {
            int codePoint = regex.codePointAt(at);
            at += Character.charCount(codePoint);
            return new Regex.Sequence(
                    List.of(
                            one(Character.highSurrogate(codePoint)),
                            one(Character.lowSurrogate(codePoint))));
        }
        at++;
        return switch (c) {
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escape();
            case '^', '$' -> new Regex.Empty();
            case '.' -> anyCharacter();
            default -> one(c);
        };
    }

    private Regex group() {
        boolean looksAround = false;
        if (regex.startsWith("?:", at)) {
            at += 2;
        } else if (regex.startsWith("?=", at) || regex.startsWith("?!", at)) {
            looksAround = true;
            at += 2;
        } else if (regex.startsWith("?<=", at) || regex.startsWith("?<!", at)) {
            looksAround = true;
            at += 3;
        } else if (has('?')) {
            at = regex.length(); // named groups, flags and the like: nothing is known from here on
            return new Regex.Anything();
        }
        Regex inner = choice();
        at++; // the closing parenthesis
        return looksAround ? new Regex.Empty() : inner;
    }

    private Regex escape() {
        char c = regex.charAt(at++);
        return switch (c) {
            case 'b', 'B', 'A', 'z', 'Z', 'G' -> new Regex.Empty();
            case 'p', 'P' -> {
                at = regex.indexOf('}', at) + 1;
                yield anyCharacter();
            }
            default ->
                    Character.isDigit(c) || c == 'k' || c == 'Q'
                            ? new Regex.Anything()
                            : one(escaped(c));
        };
    }

    /// The units of a class such as `\\d`, or the one that is escaped.
    private BitSet escaped(char c) {
        return switch (c) {
            case 'd' -> withOthersLikeIt(range('0', '9' + 1));
            case 'w' -> withOthersLikeIt(wordUnits());
            case 's' -> withOthersLikeIt(unitsOf(SPACES));
            case 'D' -> withBeyondAscii(without(range('0', '9' + 1)));
            case 'W' -> withBeyondAscii(without(wordUnits()));
            case 'S' -> withBeyondAscii(without(unitsOf(SPACES)));
            case 'u' -> {
                at += 4;
                yield unitsOf(
                        String.valueOf((char) Integer.parseInt(regex.substring(at - 4, at), 16)));
            }
            case 't' -> unitsOf("\t");
            case 'n' -> unitsOf("\n");
            case 'r' -> unitsOf("\r");
            default -> Character.isLetter(c) ? ALL : unitsOf(String.valueOf(c));
        };
    }

    /// With the digits, letters or blanks beyond ASCII, where the expression means those too.
    private BitSet withOthersLikeIt(BitSet ascii) {
        return hasUnicodeClasses ? withBeyondAscii(ascii) : ascii;
    }

    private Regex characterClass() {
        boolean negated = has('^');
        at += negated ? 1 : 0;
        BitSet units = new BitSet();
        boolean beyond = false;
        boolean first = true;
        while (at < regex.length() && (first || !has(']'))) {
            first = false;
            if (has('[') || regex.startsWith("&&", at)) {
                at = regex.length(); // classes within classes: nothing is known from here on
                return new Regex.Anything();
            }
            int from = regex.codePointAt(at);
            at += Character.charCount(from);
            BitSet member = from == '\\' ? escapedInClass() : unitsOf(Character.toString(from));
            beyond |= from > Character.MAX_VALUE;
            if (has('-') && at + 1 < regex.length() && regex.charAt(at + 1) != ']') {
                at++;
                int to = regex.codePointAt(at);
                at += Character.charCount(to);
                BitSet last = to == '\\' ? escapedInClass() : unitsOf(Character.toString(to));
                beyond |= to > Character.MAX_VALUE;
                member = range(member.nextSetBit(0), last.length());
            }
            units.or(member);
        }
        at++;
        if (negated) {
            return anyCharacterBut(units);
        }
        return beyond ? new Regex.Choice(List.of(one(units), pair())) : one(units);
    }

    private BitSet escapedInClass() {
        char c = regex.charAt(at++);
        if (c == 'p' || c == 'P') {
            at = regex.indexOf('}', at) + 1;
            return ALL;
        }
        return escaped(c);
    }

    /// Two units where the character is beyond the first plane.
    private static Regex anyCharacter() {
        return new Regex.Choice(List.of(new Regex.One(ALL), pair()));
    }

    private static Regex anyCharacterBut(BitSet units) {
        BitSet ascii = (BitSet) units.clone();
        ascii.clear(ASCII, UNITS);
        return new Regex.Choice(List.of(new Regex.One(withBeyondAscii(without(ascii))), pair()));
    }

    private static Regex pair() {
        return new Regex.Sequence(
                List.of(new Regex.One(HIGH_SURROGATES), new Regex.One(LOW_SURROGATES)));
    }

    private Regex one(char c) {
        return one(unitsOf(String.valueOf(c)));
    }

    private Regex one(BitSet units) {
        if (!ignoresCase) {
            return new Regex.One(units);
        }
        BitSet both = (BitSet) units.clone();
        boolean few =
                units.cardinality() <= FEW; // a class such as `\\s` has all letters beyond ASCII
        for (int c = units.nextSetBit(0);
                c >= 0 && (few || c < ASCII);
                c = units.nextSetBit(c + 1)) {
            both.set(Character.toLowerCase(c));
            both.set(Character.toUpperCase(c));
            if (foldsUnicode) {
                both.or(OddCases.OF.getOrDefault((char) folded(c), NONE));
            }
        }
        return new Regex.One(both);
    }

    /// As [Pattern] compares characters without case.
    private static int folded(int c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /// Characters that equal others but for their case and are neither their lower nor their upper
    /// case: the long s, the sign for kelvin, the dotless i.
    private static final class OddCases {
        static final Map<Character, BitSet> OF = new HashMap<>();

        static {
            for (int c = ASCII; c < UNITS; c++) {
                int folded = folded(c);
                if (folded != c && Character.toUpperCase(folded) != c) {
                    OF.computeIfAbsent((char) folded, _ -> new BitSet()).set(c);
                }
            }
        }
    }

    /// Passes over the count behind an atom.
    private Regex counted(Regex atom) {
        int least = 1;
        int most = 1;
        if (has('?')) {
            least = 0;
            at++;
        } else if (has('*') || has('+')) {
            least = has('+') ? 1 : 0;
            most = Integer.MAX_VALUE;
            at++;
        } else if (has('{')) {
            int end = regex.indexOf('}', at);
            String[] counts = regex.substring(at + 1, end).split(",", -1);
            least = Integer.parseInt(counts[0].strip());
            String last = counts[counts.length - 1].strip();
            most = last.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(last);
            at = end + 1;
        } else {
            return atom;
        }
        if (has('?') || has('+')) {
            at++; // reluctant or possessive
        }
        return new Regex.Repeat(atom, least, most);
    }

    private static BitSet range(int from, int to) {
        BitSet units = new BitSet();
        units.set(from, to);
        return units;
    }

    private static BitSet unitsOf(String characters) {
        BitSet units = new BitSet();
        characters.chars().forEach(units::set);
        return units;
    }

    private static BitSet wordUnits() {
        BitSet units = range('0', '9' + 1);
        units.set('a', 'z' + 1);
        units.set('A', 'Z' + 1);
        units.set('_');
        return units;
    }

    /// The ASCII units that are not in the set.
    private static BitSet without(BitSet ascii) {
        BitSet units = range(0, ASCII);
        units.andNot(ascii);
        return units;
    }

    private static BitSet withBeyondAscii(BitSet units) {
        units.set(ASCII, UNITS);
        return units;
    }
}
