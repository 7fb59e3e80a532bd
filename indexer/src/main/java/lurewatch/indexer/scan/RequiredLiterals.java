package lurewatch.indexer.scan;

import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Strings of which a text must hold at least one before a regular expression can match in it, so
/// that most expressions never run; and how far from a match's beginning, so that one runs only
/// where it may match.
///
/// @param literals one of which stands in each match; empty where none is rare enough to look for
/// @param least UTF-16 units that stand before it in a match
/// @param most [#UNBOUNDED] where nothing bounds them
record RequiredLiterals(Set<String> literals, int least, int most) {
    /// So many units may stand before a literal that counting them is of no use.
    static final int UNBOUNDED = 1 << 20;

    private static final int MAX_SET = 24;
    private static final int MAX_UNITS = 12;
    private static final Set<String> EMPTY = Set.of("");
    private static final RequiredLiterals NONE = new RequiredLiterals(Set.of(), 0, UNBOUNDED);

    /// What weighs less stands in every other text: its expression is looked for by its head.
    private static final double TELLING = 2.5;

    /// What is known of a part of an expression.
    ///
    /// @param exact all strings that it matches, where these are few
    /// @param required what each of its matches holds
    private record Known(
            Optional<Set<String>> exact, Optional<RequiredLiterals> required, Width width) {
        static Known unknown(Width width) {
            return new Known(Optional.empty(), Optional.empty(), width);
        }

        static Known exactly(Set<String> strings) {
            return new Known(Optional.of(strings), Optional.of(atOnce(strings)), widthOf(strings));
        }

        private static Width widthOf(Set<String> strings) {
            return strings.stream()
                    .map(s -> new Width(s.length(), s.length()))
                    .reduce(Width::or)
                    .orElse(Width.NONE);
        }
    }

    /// How many units a part of an expression takes.
    private record Width(int least, int most) {
        static final Width NONE = new Width(0, 0);
        static final Width ANY = new Width(0, UNBOUNDED);

        Width then(Width next) {
            return new Width(bounded(least + next.least), bounded(most + next.most));
        }

        Width or(Width other) {
            return new Width(Math.min(least, other.least), Math.max(most, other.most));
        }

        Width times(int fewest, int largest) {
            return new Width(product(least, fewest), product(most, largest));
        }

        private static int product(int width, int count) {
            return (int) Math.min(UNBOUNDED, (long) width * count);
        }

        private static int bounded(int width) {
            return Math.min(UNBOUNDED, width);
        }
    }

    RequiredLiterals {
        literals = Collections.unmodifiableSet(new LinkedHashSet<>(literals));
    }

    /// Empty where none can be required, or only such as stand everywhere.
    static RequiredLiterals of(Regex regex) {
        return known(regex).required().filter(r -> value(r.literals()) >= TELLING).orElse(NONE);
    }

    private static RequiredLiterals atOnce(Set<String> strings) {
        return new RequiredLiterals(strings, 0, 0);
    }

    private RequiredLiterals behind(Width width) {
        Width before = width.then(new Width(least, most));
        return new RequiredLiterals(literals, before.least(), before.most());
    }

    private static Known known(Regex regex) {
        return switch (regex) {
            case Regex.Empty() -> Known.exactly(EMPTY);
            case Regex.Anything() -> Known.unknown(Width.ANY);
            case Regex.One(BitSet units) ->
                    units.cardinality() > MAX_UNITS
                            ? Known.unknown(new Width(1, 1))
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
        Optional<RequiredLiterals> best = Optional.empty();
        Set<String> run = EMPTY;
        Width beforeRun = Width.NONE;
        Width width = Width.NONE;
        boolean exact = true;
        for (Regex part : parts) {
            Known known = known(part);
            Width before = width;
            width = width.then(known.width());
            Set<String> longer = joined(run, known.exact().orElse(Set.of()));
            if (!longer.isEmpty()) {
                run = longer;
                continue;
            }
            exact = false;
            best = better(best, Optional.of(atOnce(run).behind(beforeRun)));
            best = better(best, known.required().map(required -> required.behind(before)));
            run = known.exact().orElse(EMPTY);
            beforeRun = known.exact().isPresent() ? before : width;
        }
        Optional<Set<String>> all = exact ? Optional.of(run) : Optional.empty();
        return new Known(all, better(best, Optional.of(atOnce(run).behind(beforeRun))), width);
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
        Width width = all.stream().map(Known::width).reduce(Width::or).orElse(Width.NONE);
        return new Known(
                union(all.stream().map(Known::exact).toList()),
                either(all.stream().map(Known::required).toList()),
                width);
    }

    private static Optional<RequiredLiterals> either(List<Optional<RequiredLiterals>> ways) {
        Optional<Width> before =
                ways.stream()
                        .flatMap(Optional::stream)
                        .map(way -> new Width(way.least(), way.most()))
                        .reduce(Width::or);
        return union(ways.stream().map(way -> way.map(RequiredLiterals::literals)).toList())
                .flatMap(literals -> before.map(atOnce(literals)::behind));
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
            Width width = part.width().times(0, most);
            return optional
                    ? new Known(
                            union(List.of(Optional.of(EMPTY), part.exact())),
                            Optional.empty(),
                            width)
                    : Known.unknown(width);
        }
        return new Known(Optional.empty(), part.required(), part.width().times(least, most));
    }

    private static Optional<RequiredLiterals> better(
            Optional<RequiredLiterals> best, Optional<RequiredLiterals> other) {
        if (best.isEmpty() || other.isEmpty()) {
            return best.isEmpty() ? other : best;
        }
        return value(best.get().literals()) >= value(other.get().literals()) ? best : other;
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
