package lurewatch.indexer.detect;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Strings of which a text must hold at least one before a regular expression can match in it, so
/// that most expressions never run.
final class RequiredLiterals {
    private static final int MAX_SET = 24;
    private static final int MAX_UNITS = 12;
    private static final Set<String> NOTHING = Set.of("");

    /// What weighs less stands in every other text: its expression is looked for by its head.
    private static final double TELLING = 2.5;

    /// What is known of a part of an expression.
    ///
    /// @param exact all strings that it matches, where these are few
    /// @param required strings of which each of its matches holds one
    private record Known(Optional<Set<String>> exact, Optional<Set<String>> required) {
        static final Known UNKNOWN = new Known(Optional.empty(), Optional.empty());

        static Known exactly(Set<String> strings) {
            return new Known(Optional.of(strings), Optional.of(strings));
        }
    }

    private RequiredLiterals() {}

    /// Empty where none can be required, or only such as stand everywhere.
    static Set<String> of(Regex regex) {
        return known(regex)
                .required()
                .filter(literals -> value(literals) >= TELLING)
                .orElse(Set.of());
    }

    private static Known known(Regex regex) {
        return switch (regex) {
            case Regex.Empty() -> Known.exactly(NOTHING);
            case Regex.Anything() -> Known.UNKNOWN;
            case Regex.One(BitSet units) ->
                    units.cardinality() > MAX_UNITS
                            ? Known.UNKNOWN
                            : Known.exactly(
                                    units.stream()
                                            .mapToObj(Character::toString)
                                            .collect(Collectors.toCollection(LinkedHashSet::new)));
            case Regex.Sequence(List<Regex> parts) -> sequence(parts);
            case Regex.Choice(List<Regex> ways) -> choice(ways);
            case Regex.Repeat(Regex part, int least, int most) -> repeat(known(part), least, most);
        };
    }

    /// The most telling requirement of its parts, where neighbours that are known exactly are one.
    private static Known sequence(List<Regex> parts) {
        Optional<Set<String>> best = Optional.empty();
        Set<String> run = NOTHING;
        boolean exact = true;
        for (Regex part : parts) {
            Known known = known(part);
            Set<String> longer = joined(run, known.exact().orElse(Set.of()));
            if (!longer.isEmpty()) {
                run = longer;
                continue;
            }
            exact = false;
            best = better(best, Optional.of(run));
            best = better(best, known.required());
            run = known.exact().orElse(NOTHING);
        }
        Optional<Set<String>> all = exact ? Optional.of(run) : Optional.empty();
        return new Known(all, better(best, Optional.of(run)));
    }

    /// Each of the first followed by each of the second; empty where that is too many.
    private static Set<String> joined(Set<String> first, Set<String> second) {
        if (first.size() * second.size() > MAX_SET) {
            return Set.of();
        }
        Set<String> joined = new LinkedHashSet<>();
        for (String start : first) {
            for (String end : second) {
                joined.add(start + end);
            }
        }
        return joined;
    }

    private static Known choice(List<Regex> ways) {
        List<Known> all = ways.stream().map(RequiredLiterals::known).toList();
        return new Known(
                union(all.stream().map(Known::exact).toList()),
                union(all.stream().map(Known::required).toList()));
    }

    private static Optional<Set<String>> union(List<Optional<Set<String>>> sets) {
        Set<String> union = new LinkedHashSet<>();
        for (Optional<Set<String>> set : sets) {
            if (set.isEmpty()) {
                return Optional.empty();
            }
            union.addAll(set.get());
        }
        return union.size() <= MAX_SET ? Optional.of(union) : Optional.empty();
    }

    private static Known repeat(Known part, int least, int most) {
        if (least == 1 && most == 1) {
            return part;
        }
        if (least == 0) {
            boolean optional = most == 1 && part.exact().isPresent();
            return optional
                    ? new Known(
                            union(List.of(Optional.of(NOTHING), part.exact())), Optional.empty())
                    : Known.UNKNOWN;
        }
        return new Known(Optional.empty(), part.required());
    }

    private static Optional<Set<String>> better(
            Optional<Set<String>> best, Optional<Set<String>> other) {
        if (best.isEmpty() || other.isEmpty()) {
            return best.isEmpty() ? other : best;
        }
        return value(best.get()) >= value(other.get()) ? best : other;
    }

    private static double value(Set<String> literals) {
        int least = literals.stream().mapToInt(RequiredLiterals::weight).min().orElse(0);
        return least - literals.size() / 50.0;
    }

    /// The rarer in texts, the more telling: a blank tells nothing, a sign more than a letter.
    private static int weight(String literal) {
        return literal.codePoints().map(RequiredLiterals::weight).sum();
    }

    private static int weight(int codePoint) {
        if (codePoint > 0x2000) {
            return 4;
        }
        if (codePoint > 0x80) {
            return 3;
        }
        if (codePoint == ' ') {
            return 0;
        }
        return Character.isLetterOrDigit(codePoint) ? 1 : 2;
    }
}
