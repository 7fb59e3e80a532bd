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

/// How far a text's signals make the picture of a lure, in log-odds: no single signal is evidence,
/// since nearly every ad for work abroad shows one (Volodko, Cockbain and Kleinberg 2019).
///
/// The signals of one role say much the same, so that a role counts up to a bound; a lure shows
/// itself in several roles at once. The numbers were fitted; docs/decisions/0007 says how.
final class Combination {
    /// Log-odds of a text without any signal.
    private static final double NOTHING = -3.3;

    /// Log-odds for each unit of evidence in a role.
    private static final Map<Role, Double> PER_UNIT =
            Map.of(
                    Role.WORK, 2.6,
                    Role.SISTER, 3.2,
                    Role.INDUCEMENT, 1.9,
                    Role.JOURNEY, 2.3,
                    Role.CONDUCT, 2.8,
                    Role.CONTACT, 2.5,
                    Role.CONTEXT, 0.0);

    private static final double MOST_OF_ROLE = 1.6;

    /// Log-odds for every role after the first in which some signal is more than a turn of phrase.
    private static final double PER_FURTHER_ROLE = 1.2;

    /// Log-odds that a text without any way to answer lacks: talk of an offer rather than the
    /// offer.
    private static final double WITHOUT_CONTACT = 1;

    private static final double NOTICEABLE = 0.27;

    /// Evidence of a signal that hardly stands in an honest ad: a weight of 0.45.
    private static final double PLAIN = 0.59;

    /// Evidence of more than work at a risky place: a weight of 0.25.
    private static final double TELLING = 0.288;

    /// Log-odds that each unit of a lawful employer's traits takes.
    private static final double PER_LAWFUL_UNIT = 2.8;

    private static final double MOST_LAWFUL = 2.5;

    /// No signal leaves less doubt than this.
    private static final double LEAST_DOUBT = 0.05;

    /// What offers something, or hides from somebody: a place and a messenger alone stand in what
    /// people write of rooms, tickets and rides as well.
    private static final Set<Role> OFFERING =
            EnumSet.of(Role.WORK, Role.SISTER, Role.INDUCEMENT, Role.CONDUCT);

    /// What stands in no offer of a room or a ticket, as prices and extras do.
    private static final Set<Role> INSISTING = EnumSet.of(Role.WORK, Role.SISTER, Role.CONDUCT);

    /// Conduct of recruiters, and of all who let or sell things.
    private static final String DEPOSIT = "upfront_fee";

    /// "Not a scam" in so many words is said by who sells a telephone; "nobody is locked in" is
    /// not.
    private static final String REASSURANCE = "safety_reassurance";

    /// What no shop asks for.
    private static final Set<Role> DEMANDING = EnumSet.of(Role.WORK, Role.CONDUCT);

    static final String HIDDEN = "obfuscated_contact";

    /// Whether a text needs a way to answer.
    enum Answering {
        /// A post or page, which names one.
        ELSEWHERE,
        /// A message, which is answered where it was sent.
        IN_PLACE
    }

    private final Rules rules;
    private final Answering answering;
    private final Map<Role, Double> evidence = new EnumMap<>(Role.class);
    private final Set<Role> noticeable = EnumSet.noneOf(Role.class);
    private final double lawful;
    private final boolean offering;
    private final boolean insisting;
    private final boolean lone;
    private final boolean onlyContact;
    private final boolean onlySister;
    private final boolean plain;
    private final boolean telling;
    private final boolean reassuring;

    /// @param lawfulness how surely a lawful employer's traits are there, 0 to 1
    Combination(Rules rules, List<Signal> risky, double lawfulness, Answering answering) {
        this.rules = rules;
        this.answering = answering;
        double offered = 0;
        double insisted = 0;
        double demanded = 0;
        int inducements = 0;
        int beyondContact = 0;
        double strongest = 0;
        boolean isHidden = false;
        boolean reassures = false;
        for (Signal signal : risky) {
            Role role = role(signal);
            double units = unitsOf(signal);
            boolean hides = signal.id().equals(HIDDEN);
            evidence.merge(role, units, Double::sum);
            if (units >= NOTICEABLE) {
                noticeable.add(role);
            }
            offered += hides || OFFERING.contains(role) ? units : 0;
            if (hides || (INSISTING.contains(role) && !isOfTrade(signal, units))) {
                insisted += units;
                strongest = Math.max(strongest, units);
            }
            demanded += hides || DEMANDING.contains(role) ? units : 0;
            inducements += role == Role.INDUCEMENT ? 1 : 0;
            beyondContact += role != Role.CONTACT ? 1 : 0;
            isHidden |= hides;
            reassures |= signal.id().equals(REASSURANCE);
        }
        this.offering = offered >= NOTICEABLE;
        this.plain = strongest >= PLAIN;
        this.telling = strongest >= TELLING;
        this.insisting = insisted >= NOTICEABLE;
        this.onlySister = noticeable.contains(Role.SISTER) && demanded < NOTICEABLE;
        this.reassuring = reassures;
        this.onlyContact = beyondContact == 0;
        this.lone = beyondContact == 1 && inducements == 1 && !isHidden;
        this.lawful = Math.min(MOST_LAWFUL, -Math.log(Math.max(LEAST_DOUBT, 1 - lawfulness)));
    }

    /// 0 to 100: the probability of a lure, where lures and others are equally many; 0 without any
    /// signal.
    double points() {
        return pointsOf(logOdds() - PER_LAWFUL_UNIT * lawful);
    }

    /// The points if the employer's traits were not there.
    double pointsWithoutLawfulness() {
        return pointsOf(logOdds());
    }

    /// Whether the text offers anything beside a way to get there and to get in touch. What does
    /// not is worth a look and no more.
    boolean isOffering() {
        return offering;
    }

    /// Whether it does so by more than prices and extras.
    boolean isInsisting() {
        return insisting;
    }

    /// Whether one signal of the work, a sister crime or the recruiter's conduct says by itself
    /// what honest employers hardly ever say.
    boolean isPlain() {
        return plain;
    }

    /// Whether the work, a sister crime or the recruiter's conduct is told by more than that there
    /// is work at a risky place.
    boolean isTelling() {
        return telling;
    }

    /// Whether it says that nothing will happen to those who come.
    boolean isReassuring() {
        return reassuring;
    }

    /// Whether a single inducement is all that is known beside a contact: lawyers speak of debts,
    /// and schools of a better life.
    boolean isLoneInducement() {
        return lone;
    }

    /// Whether nothing is known but how to get in touch: who hides that may have a reason, and says
    /// nothing of an offer.
    boolean isOnlyContact() {
        return onlyContact;
    }

    /// Whether nothing but accounts, cards and the like insists: banks, SIM shops and players name
    /// them, too.
    boolean isOnlySister() {
        return onlySister;
    }

    private static boolean isOfTrade(Signal signal, double units) {
        return signal.id().equals(DEPOSIT) || (signal.id().equals(REASSURANCE) && units < PLAIN);
    }

    /// What a signal adds to the log-odds: its part of what its role may add.
    double logOddsOf(Signal signal) {
        double all = evidence.getOrDefault(role(signal), 0.0);
        return PER_UNIT.getOrDefault(role(signal), 0.0)
                * Math.min(1, MOST_OF_ROLE / all)
                * unitsOf(signal);
    }

    /// What a piece of conduct of that weight adds by itself.
    static double conductLogOdds(double weight) {
        return PER_UNIT.getOrDefault(Role.CONDUCT, 0.0) * unitsOf(weight);
    }

    /// How surely a lawful employer's traits must be there to take so much.
    static double lawfulWeight(double logOdds) {
        return 1 - Math.exp(-logOdds / PER_LAWFUL_UNIT);
    }

    private double logOdds() {
        double sum = NOTHING;
        for (Map.Entry<Role, Double> role : evidence.entrySet()) {
            sum +=
                    PER_UNIT.getOrDefault(role.getKey(), 0.0)
                            * Math.min(MOST_OF_ROLE, role.getValue());
        }
        boolean answerable = answering == Answering.IN_PLACE || evidence.containsKey(Role.CONTACT);
        sum -= answerable ? 0 : WITHOUT_CONTACT;
        return sum + PER_FURTHER_ROLE * Math.max(0, noticeable.size() - 1);
    }

    private static double pointsOf(double logOdds) {
        double least = probability(NOTHING - WITHOUT_CONTACT);
        return 100 * Math.max(0, (probability(logOdds) - least) / (1 - least));
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static double unitsOf(Signal signal) {
        return unitsOf(signal.weight());
    }

    private static double unitsOf(double weight) {
        return -Math.log(Math.max(LEAST_DOUBT, 1 - weight));
    }

    private Role role(Signal signal) {
        SignalRule rule = rules.signal(signal.id());
        return rule.role();
    }
}
