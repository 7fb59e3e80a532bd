package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Context;
import lurewatch.indexer.Signal;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.Thresholds;

/// How the signals add up; config/signals/README.md says it for people.
///
/// What the [Combination] of the risky signals makes, less what a lawful employer's traits and the
/// context take. A signal's contribution is its part of the log-odds, so that contributions add up
/// to the points.
record Score(
        double points,
        AssessmentClass assessmentClass,
        List<Assessment.Contribution> contributions) {
    Score {
        contributions = List.copyOf(contributions);
    }

    /// How likely a lure must be that a person should look at a text of another kind that says what
    /// lures say.
    private static final double DOUBTFUL = 0.02;

    /// Where a lure is less likely than this by cues and wording together, a person decides.
    private static final double UNLIKELY = 0.1;

    /// How likely a passage must be worded as a lure to say what is offered where words name a
    /// place and a contact alone, and to go with words that say something, but are not worth a look
    /// by themselves.
    private static final double PLAINLY_WORDED = 0.97;

    /// What the latter must say, in points.
    private static final double SOMETHING = 15;

    /// Weaker traits stand in lures as well, and where a trait is denied.
    private static final double SURELY_LAWFUL = -0.4;

    /// When a contact at which a recruiter may answer makes a person look at such a text.
    private enum Contacts {
        /// Whatever it says: who asks or explains names no such contact of his own.
        ALWAYS,
        /// Beside what would else plainly be a lure, halfway from its threshold to certainty:
        /// reports quote contacts with a part of what was offered.
        BESIDE_PLAIN_LURE,
        /// Stories have numbers in them.
        NEVER
    }

    /// What a kind of text leaves of a score.
    ///
    /// @param looked the part of a score, without what makes a lure, where a person may look
    /// @param passed the part of a score, without what makes a review, of the other texts: it only
    ///   puts those in order at which nobody looks
    /// @param always whether there is a review even where the part that is looked at makes none
    private record Remainder(double looked, double passed, boolean always, Contacts contacts) {}

    /// By judgement and not fitted. Who warns or reports quotes a lure in full, so that little of
    /// its strength is the text's own, but what is looked at must not be lost. Questions copy the
    /// offer that they are about: of the kinds that are passed they are the most like one. A guide
    /// to the lawful way speaks of pay and places by itself, and a story tells of all of it: both
    /// need 50 points for a review at the shipped threshold of 35, and a discussion 44. A story is
    /// the last.
    private static final Map<Context, Remainder> REMAINDERS = remainders();

    private static Map<Context, Remainder> remainders() {
        Map<Context, Remainder> remainders = new EnumMap<>(Context.class);
        Remainder quoting = new Remainder(0.8, 0.6, true, Contacts.BESIDE_PLAIN_LURE);
        remainders.put(Context.WARNING, quoting);
        remainders.put(Context.NEWS, quoting);
        remainders.put(Context.VICTIM_REPORT, quoting);
        remainders.put(Context.DISCUSSION, new Remainder(0.8, 0.9, false, Contacts.ALWAYS));
        remainders.put(Context.LAWFUL_PROCESS, new Remainder(0.7, 0.7, false, Contacts.ALWAYS));
        remainders.put(Context.FICTION, new Remainder(0.7, 0.5, false, Contacts.NEVER));
        return remainders;
    }

    private static final Set<String> LAWFUL = Set.of("ctx_lawful_process", "ctx_official_process");

    /// What stands beside the signals.
    ///
    /// @param liveContact whether a recruiter may answer at one of the contacts
    /// @param shop whether the text says where a business is, or how who buys there is protected
    /// @param onlyQuoted whether nearly all that lures say is quoted, and nobody can be answered
    /// @param message whether the text is as short as a message
    /// @param answering whether it needs a way to answer
    record Surroundings(
            boolean liveContact,
            boolean shop,
            boolean onlyQuoted,
            boolean message,
            Combination.Answering answering) {}

    static Score of(
            Rules rules,
            Findings findings,
            ContextJudge.Decision decision,
            Surroundings surroundings) {
        List<Signal> signals = findings.signals();
        List<Signal> risky =
                signals.stream()
                        .filter(s -> s.weight() > 0 && counts(s, surroundings.answering()))
                        .toList();
        List<Signal> innocent = signals.stream().filter(s -> s.weight() < 0).toList();
        Combination combination =
                new Combination(rules, risky, lawfulness(findings), surroundings.answering());
        Combination byWords =
                findings.has(WordingSignal.SIGNAL)
                        ? combinedWithout(
                                rules,
                                findings,
                                Set.of(WordingSignal.SIGNAL),
                                surroundings.answering())
                        : combination;
        boolean worded = WordingSignal.isTold(rules, findings, WordingSignal.SURE);
        boolean plainly = WordingSignal.isTold(rules, findings, PLAINLY_WORDED);
        double most = most(byWords, plainly, decision, surroundings, rules.thresholds());
        if (isKeptByLaw(innocent) && !byWords.isTelling() && !worded) {
            most = Math.min(most, rules.thresholds().lure() - 1);
        }
        boolean second =
                (worded && byWords.points() >= rules.thresholds().review())
                        || (plainly && byWords.points() >= SOMETHING && !isBareOffer(byWords));
        if (byWords.points() < rules.thresholds().lure() && !second) {
            most = Math.min(most, rules.thresholds().lure() - 1);
        }
        double strength = Math.min(most, combination.pointsWithoutLawfulness());
        double likely =
                findings.has(WordingSignal.DOUBT)
                        ? Math.min(most, rules.thresholds().lure() - 1)
                        : most;
        double points =
                underContext(
                        Math.min(likely, combination.points()),
                        rules.thresholds(),
                        decision,
                        surroundings.liveContact(),
                        worded && surroundings.message());
        List<Assessment.Contribution> contributions = new ArrayList<>();
        double logOdds = risky.stream().mapToDouble(combination::logOddsOf).sum();
        for (Signal signal : risky) {
            contributions.add(
                    new Assessment.Contribution(
                            signal.id(), strength * combination.logOddsOf(signal) / logOdds));
        }
        signals.stream()
                .filter(s -> s.weight() > 0 && !counts(s, surroundings.answering()))
                .forEach(s -> contributions.add(new Assessment.Contribution(s.id(), 0)));
        double weights = innocent.stream().mapToDouble(Signal::weight).sum();
        for (Signal signal : innocent) {
            contributions.add(
                    new Assessment.Contribution(
                            signal.id(), (points - strength) * signal.weight() / weights));
        }
        return new Score(points, classOf(points, rules.thresholds()), contributions);
    }

    /// A sum for it says nothing where it may be reported, and much in a message.
    private static boolean counts(Signal signal, Combination.Answering answering) {
        return !signal.id().equals(SumSignal.SIGNAL) || answering == Combination.Answering.IN_PLACE;
    }

    /// Whether the text says how lawful employers or officials do it: good pay, a flight and a
    /// messenger beside that are what honest work abroad offers, too.
    private static boolean isKeptByLaw(List<Signal> innocent) {
        return innocent.stream()
                .anyMatch(
                        signal -> LAWFUL.contains(signal.id()) && signal.weight() <= SURELY_LAWFUL);
    }

    /// Whether what words say is enough for a lure, whatever kind of text it is and however a
    /// contact is hidden.
    static boolean isLureByWords(Rules rules, Findings findings, Combination.Answering answering) {
        Combination byWords =
                combinedWithout(
                        rules,
                        findings,
                        Set.of(WordingSignal.SIGNAL, Combination.HIDDEN),
                        answering);
        return byWords.points() >= rules.thresholds().lure() && !isBareOffer(byWords);
    }

    /// Whether what reads as an offer is worth a look by words and wording, so that it may be a
    /// lure: what is hidden in it can make it one.
    static boolean mayBeLure(
            Rules rules,
            Findings findings,
            ContextJudge.Decision decision,
            Combination.Answering answering) {
        return decision.context() == Context.NONE
                && combinedWithout(rules, findings, Set.of(Combination.HIDDEN), answering).points()
                        >= rules.thresholds().review();
    }

    /// Whether nothing but a place, a way there, one inducement and contacts is known: what is
    /// offered, if anything, no words say.
    private static boolean isBareOffer(Combination byWords) {
        return !byWords.isOffering() || byWords.isLoneInducement();
    }

    private static Combination combinedWithout(
            Rules rules,
            Findings findings,
            Set<String> passedOver,
            Combination.Answering answering) {
        List<Signal> counted =
                findings.signals().stream()
                        .filter(s -> s.weight() > 0 && !passedOver.contains(s.id()))
                        .filter(s -> counts(s, answering))
                        .toList();
        return new Combination(rules, counted, lawfulness(findings), answering);
    }

    /// What neither offers work nor anything else than a way there is worth a look and no more; nor
    /// is what rents and sells, or opens accounts and sells SIM cards in a shop. Not even that
    /// where it reads as such things do. What only quotes others who offer is no offer, where
    /// nobody can be answered.
    private static double most(
            Combination combination,
            boolean worded,
            ContextJudge.Decision decision,
            Surroundings surroundings,
            Thresholds thresholds) {
        boolean trade =
                (decision.trade() && !combination.isInsisting())
                        || (surroundings.shop() && combination.isOnlySister());
        if ((combination.isOffering() || worded) && !trade) {
            boolean doubtful =
                    (combination.isLoneInducement() && !worded)
                            || combination.isOnlyContact()
                            || surroundings.onlyQuoted()
                            || mayBeOthers(combination, decision, thresholds)
                            || (decision.notably() && !combination.isPlain());
            return doubtful ? thresholds.lure() - 1 : 100;
        }
        return trade && decision.ordinary() ? thresholds.review() - 1 : thresholds.lure() - 1;
    }

    /// Who says that nobody is locked in, and warns as well, is rather a recruiter than who warns.
    private static boolean mayBeOthers(
            Combination combination, ContextJudge.Decision decision, Thresholds thresholds) {
        if (decision.context() != Context.NONE && combination.isReassuring()) {
            return false;
        }
        return switch (decision.other()) {
            case NO -> decision.lureLikelihood() < UNLIKELY;
            case OUTWEIGHED -> combination.points() < thresholds.lure();
            case MAYBE -> true;
        };
    }

    /// How surely this is an employer as others are: lures copy a few such traits, hardly many.
    private static double lawfulness(Findings findings) {
        return 1
                - (1 - findings.strength("ctx_lawful_process"))
                        * (1 - findings.strength("ctx_verified_employer"))
                        * (1 - findings.strength(ContextJudge.ORDINARY));
    }

    /// A text that quotes lures is none. Where a recruiter's contact stands beside, somebody should
    /// look all the same: warnings are copied into lures, and lures into comments.
    private static double underContext(
            double strength,
            Thresholds thresholds,
            ContextJudge.Decision decision,
            boolean hasLiveContact,
            boolean worded) {
        Remainder remainder = REMAINDERS.get(decision.context());
        if (remainder == null) {
            return strength; // an offer
        }
        boolean doubtful =
                (decision.lureLikelihood() >= DOUBTFUL && strength >= thresholds.lure())
                        || (worded && strength >= thresholds.review());
        boolean answerable =
                hasLiveContact
                        && switch (remainder.contacts()) {
                            case ALWAYS -> true;
                            case BESIDE_PLAIN_LURE -> strength >= (thresholds.lure() + 100) / 2;
                            case NEVER -> false;
                        };
        if (!doubtful && !answerable) {
            return remainder.passed() * Math.min(strength, thresholds.review() - 1);
        }
        double looked = remainder.looked() * Math.min(strength, thresholds.lure() - 1);
        return remainder.always() ? Math.max(thresholds.review(), looked) : looked;
    }

    /// The points with one more piece of conduct: its evidence moves the log-odds as it does among
    /// the signals of a text, with nothing for a further role. What has no points gets none.
    static double raised(double points, double weight) {
        double odds = Math.exp(Combination.conductLogOdds(weight));
        double probability = points / 100;
        return 100 * probability * odds / (1 - probability + probability * odds);
    }

    static AssessmentClass classOf(double points, Thresholds thresholds) {
        if (points >= thresholds.lure()) {
            return AssessmentClass.LURE;
        }
        return points >= thresholds.review() ? AssessmentClass.REVIEW : AssessmentClass.LOW;
    }
}
