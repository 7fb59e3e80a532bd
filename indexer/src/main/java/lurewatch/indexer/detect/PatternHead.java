package lurewatch.indexer.detect;

import java.util.BitSet;

/// Which UTF-16 units can stand first, second and so on in a match of a regular expression. Most
/// places of a text are ruled out by two or three look-ups, many times faster than by trying the
/// expression there.
final class PatternHead {
    private static final int LENGTH = 8;
    private static final BitSet ALL = all();

    private final BitSet[] units;

    private PatternHead(BitSet[] units) {
        this.units = units;
    }

    static PatternHead of(Regex regex) {
        BitSet[] units = new BitSet[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            units[i] = new BitSet();
        }
        int ends = walk(regex, 1, units);
        boolean anything = false;
        int known = 0;
        for (int i = 0; i < LENGTH && !anything; i++) {
            anything = (ends >> i & 1) == 1; // what follows a match can be anything
            known += anything ? 0 : 1;
        }
        BitSet[] head = new BitSet[known];
        for (int i = 0; i < known; i++) {
            head[i] = units[i].cardinality() == ALL.cardinality() ? ALL : units[i];
        }
        return new PatternHead(head);
    }

    /// Whether a match may begin at `start`.
    boolean fits(CharSequence text, int start) {
        if (text.length() - start < units.length) {
            return false;
        }
        for (int i = 0; i < units.length; i++) {
            if (!units[i].get(text.charAt(start + i))) {
                return false;
            }
        }
        return true;
    }

    /// The units that a match may begin with.
    BitSet first() {
        return units.length == 0 ? ALL : units[0];
    }

    /// Adds what can stand at each place, given the places where the part may begin (one bit each);
    /// gives the places where it may end.
    private static int walk(Regex regex, int starts, BitSet[] units) {
        return switch (regex) {
            case Regex.Empty() -> starts;
            case Regex.Anything() -> anything(starts, units);
            case Regex.One(BitSet one) -> {
                for (int i = 0; i < LENGTH; i++) {
                    if ((starts >> i & 1) == 1) {
                        units[i].or(one);
                    }
                }
                yield starts << 1 & (1 << LENGTH) - 1;
            }
            case Regex.Sequence(var parts) -> {
                int ends = starts;
                for (Regex part : parts) {
                    ends = walk(part, ends, units);
                }
                yield ends;
            }
            case Regex.Choice(var ways) -> {
                int ends = 0;
                for (Regex way : ways) {
                    ends |= walk(way, starts, units);
                }
                yield ends;
            }
            case Regex.Repeat(Regex part, int least, int most) -> {
                int ends = starts;
                for (int i = 0; i < Math.min(least, LENGTH); i++) {
                    ends = walk(part, ends, units);
                }
                int more = ends;
                for (int i = 0; i < Math.min(most - least, LENGTH) && more != 0; i++) {
                    more = walk(part, more, units);
                    ends |= more;
                }
                yield ends;
            }
        };
    }

    private static int anything(int starts, BitSet[] units) {
        int ends = 0;
        for (int i = Integer.numberOfTrailingZeros(starts); i < LENGTH; i++) {
            units[i].or(ALL);
            ends |= 1 << i;
        }
        return ends;
    }

    private static BitSet all() {
        BitSet all = new BitSet();
        all.set(0, Character.MAX_VALUE + 1);
        return all;
    }
}
