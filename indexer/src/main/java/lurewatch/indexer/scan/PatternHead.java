package lurewatch.indexer.scan;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which UTF-16 units can stand first, second and so on in a match of a regular expression. Most
/// places of a text are ruled out by two or three look-ups, many times faster than by trying the
/// expression there.
final class PatternHead {
    private static final int LENGTH = 8;
    private static final BitSet ALL = all();

    /// How many units make an opening.
    private static final int OPENING = 3;

    private static final int MAX_OPENINGS = 2_000;

    /// Larger sets of units would make too many openings.
    private static final int MAX_UNITS = 32;

    private static final int OPENING_BITS = 16;

    /// In an opening: any units from here on, or none. No character of a text.
    private static final char ANY = '\uFFFF';

    private final BitSet[] units;

    /// The first units of every match together, where they are few: for words to choose from the
    /// units of each place alone rule out little. By their hashes; null where they are many.
    private final @Nullable BitSet openings;

    private PatternHead(BitSet[] units, Set<String> openings) {
        this.units = units;
        this.openings = openings.isEmpty() ? null : hashes(openings);
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
        return new PatternHead(head, openings(regex));
    }

    /// Whether a match may begin at `start`.
    boolean fits(String text, int start) {
        if (text.length() - start < units.length) {
            return false;
        }
        for (int i = 0; i < units.length; i++) {
            if (!units[i].get(text.charAt(start + i))) {
                return false;
            }
        }
        return openings == null || opens(openings, text, start);
    }

    /// The units that may stand at `index` of a match.
    BitSet mayStand(int index) {
        return index < units.length ? units[index] : ALL;
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

    private static BitSet hashes(Set<String> openings) {
        BitSet hashes = new BitSet();
        openings.forEach(o -> hashes.set(hash(o.charAt(0), o.charAt(1), o.charAt(2))));
        return hashes;
    }

    private static boolean opens(BitSet openings, String text, int start) {
        char first = text.charAt(start);
        char second = start + 1 < text.length() ? text.charAt(start + 1) : ANY;
        char third = start + 2 < text.length() ? text.charAt(start + 2) : ANY;
        return openings.get(hash(first, second, third))
                || openings.get(hash(first, second, ANY))
                || openings.get(hash(first, ANY, ANY));
    }

    private static int hash(char first, char second, char third) {
        int mixed = (first * 0x1F351 + second) * 0x1F351 + third;
        return (mixed * 0x9E3779B1) >>> (Integer.SIZE - OPENING_BITS);
    }

    /// What matches begin with; empty where that is too much, or nothing.
    private static Set<String> openings(Regex regex) {
        Set<String> openings = extended(Set.of(""), regex).orElse(Set.of());
        return openings.contains("")
                ? Set.of()
                : openings.stream().map(PatternHead::padded).collect(Collectors.toSet());
    }

    private static String padded(String opening) {
        return (opening + ANY + ANY).substring(0, OPENING);
    }

    /// The beginnings, each followed by all that the regex can begin with; empty where that is too
    /// much.
    private static Optional<Set<String>> extended(Set<String> beginnings, Regex regex) {
        if (beginnings.stream().allMatch(b -> b.length() == OPENING)) {
            return Optional.of(beginnings);
        }
        return switch (regex) {
            case Regex.Empty() -> Optional.of(beginnings);
            case Regex.Anything() -> Optional.empty();
            case Regex.One(BitSet one) -> extended(beginnings, one);
            case Regex.Sequence(var parts) -> {
                Optional<Set<String>> longer = Optional.of(beginnings);
                for (Regex part : parts) {
                    longer = longer.flatMap(l -> extended(l, part)).filter(PatternHead::areFew);
                }
                yield longer;
            }
            case Regex.Choice(var ways) -> union(beginnings, ways);
            case Regex.Repeat(Regex part, int least, int most) -> {
                Optional<Set<String>> all = Optional.of(least == 0 ? beginnings : Set.of());
                Optional<Set<String>> longer = Optional.of(beginnings);
                for (int i = 1; i <= Math.min(most, OPENING); i++) {
                    longer = longer.flatMap(l -> extended(l, part)).filter(PatternHead::areFew);
                    all = i < least ? all : joined(all, longer);
                }
                yield least > OPENING ? longer : all;
            }
        };
    }

    private static Optional<Set<String>> extended(Set<String> beginnings, BitSet one) {
        boolean any = one.cardinality() > MAX_UNITS;
        if (any && beginnings.contains("")) {
            return Optional.empty();
        }
        Set<String> longer = new HashSet<>();
        for (String beginning : beginnings) {
            if (any || beginning.length() == OPENING) {
                longer.add(padded(beginning));
            } else {
                one.stream().forEach(c -> longer.add(beginning + (char) c));
            }
        }
        return Optional.of(longer);
    }

    private static Optional<Set<String>> union(Set<String> beginnings, List<Regex> ways) {
        Optional<Set<String>> all = Optional.of(Set.of());
        for (Regex way : ways) {
            all = joined(all, extended(beginnings, way));
        }
        return all.filter(PatternHead::areFew);
    }

    private static Optional<Set<String>> joined(
            Optional<Set<String>> some, Optional<Set<String>> others) {
        return some.flatMap(a ->
                others.map(b -> {
                    Set<String> both = new HashSet<>(a);
                    both.addAll(b);
                    return both;
                }));
    }

    private static boolean areFew(Set<String> beginnings) {
        return beginnings.size() <= MAX_OPENINGS;
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
