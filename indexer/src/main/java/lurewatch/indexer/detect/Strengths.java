package lurewatch.indexer.detect;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lurewatch.indexer.Signal;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.SignalRule;
import lurewatch.indexer.rules.SignalRule.Role;

/// How strongly each part of the combination rule is there: 1 minus the product of the doubts that
/// its signals leave.
final class Strengths {
    /// No signal leaves less doubt than this.
    private static final double LEAST_DOUBT = 0.05;

    private static final double NOTABLE = 0.28;
    private static final double SPECIFIC = 0.6;
    private static final double CERTAIN = 0.8;

    private final Map<Role, Double> doubts = new EnumMap<>(Role.class);
    private int specific;
    private int certain;
    private int notable;

    Strengths(Rules rules, List<Signal> signals) {
        for (Signal signal : signals) {
            SignalRule rule = rules.signal(signal.id());
            if (!rule.isContext()) {
                doubts.merge(rule.role(), doubt(signal), (a, b) -> a * b);
                notable += signal.weight() >= NOTABLE ? 1 : 0;
                boolean strong = rule.strength() == SignalRule.Strength.STRONG;
                specific += strong && signal.weight() >= SPECIFIC ? 1 : 0;
                certain += strong && signal.weight() >= CERTAIN ? 1 : 0;
            }
        }
    }

    static double doubt(Signal signal) {
        return Math.max(LEAST_DOUBT, 1 - signal.weight());
    }

    /// The strength of these roles together.
    double of(Role first, Role... others) {
        double doubt = 1;
        for (Role role : EnumSet.of(first, others)) {
            doubt *= doubts.getOrDefault(role, 1.0);
        }
        return 1 - doubt;
    }

    double ofAll() {
        return 1 - doubts.values().stream().reduce(1.0, (a, b) -> a * b);
    }

    /// In how many of the roles there is something worth the name.
    int count(Set<Role> roles, double atLeast) {
        return (int) roles.stream().filter(role -> of(role) >= atLeast).count();
    }

    /// How many signals are there that ordinary ads hardly show.
    int specific() {
        return specific;
    }

    /// How many signals are there that are more than a turn of phrase.
    int notable() {
        return notable;
    }

    /// How many of the specific ones in words that leave little doubt.
    int certain() {
        return certain;
    }
}
