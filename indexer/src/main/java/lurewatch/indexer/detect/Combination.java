package lurewatch.indexer.detect;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lurewatch.indexer.Signal;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.SignalRule.Role;

/// How far a text's signals make the picture of a lure: no single signal is evidence, since nearly
/// every ad for work abroad shows one (Volodko, Cockbain and Kleinberg 2019).
enum Combination {
    /// Work or sister crime, and inducement, journey or conduct, and a contact or much of the
    /// former.
    LURE(1),
    /// Part of the picture, or one trait that ordinary ads hardly show.
    PART(0.59),
    /// Traits that ordinary ads show as well.
    ORDINARY(0.34);

    private static final Set<Role> GROUPS =
            EnumSet.of(
                    Role.WORK,
                    Role.SISTER,
                    Role.INDUCEMENT,
                    Role.JOURNEY,
                    Role.CONDUCT,
                    Role.CONTACT);

    /// Any one of these is worth a look.
    private static final Set<String> TELLING =
            Set.of(
                    "money_mule",
                    "criminal_record_ok",
                    "guard_enforcer_role",
                    "passport_retention",
                    "romance_chat_role",
                    "recruiter_bounty",
                    "scam_slang",
                    "task_scam",
                    "account_sim_rental",
                    "coin_cashout_mule",
                    "safety_reassurance",
                    "tourist_visa_entry",
                    "secrecy_request",
                    "exit_penalty",
                    "confinement_rules",
                    "irregular_route");

    private final double share;

    Combination(double share) {
        this.share = share;
    }

    /// How much of the signals' strength counts.
    double share() {
        return share;
    }

    static Combination of(Rules rules, List<Signal> signals) {
        Strengths strengths = new Strengths(rules, signals);
        if (isLure(strengths)) {
            return LURE;
        }
        boolean telling =
                signals.stream().anyMatch(s -> TELLING.contains(s.id()) && s.weight() >= 0.5);
        return telling || isPart(strengths) ? PART : ORDINARY;
    }

    private static boolean isLure(Strengths strengths) {
        double core = strengths.of(Role.WORK, Role.SISTER);
        double support = strengths.of(Role.INDUCEMENT, Role.JOURNEY, Role.CONDUCT);
        double contact = strengths.of(Role.CONTACT);
        boolean workAndPull =
                core >= 0.4 && (support >= 0.6 || (support >= 0.35 && contact >= 0.2));
        boolean plainCrime =
                (strengths.of(Role.SISTER) >= 0.6 && (contact >= 0.2 || strengths.notable() >= 2))
                        || (core >= 0.8 && strengths.certain() >= 1);
        boolean hintedWork = core >= 0.2 && support >= 0.6 && contact >= 0.25;
        boolean severalTraits =
                strengths.specific() >= 2
                        || (strengths.specific() >= 1 && strengths.notable() >= 3);
        boolean oneTraitInCompany = strengths.certain() >= 1 && strengths.notable() >= 2;
        boolean pulledToPlace =
                strengths.of(Role.JOURNEY) >= 0.3
                        && strengths.of(Role.INDUCEMENT) >= 0.55
                        && contact >= 0.25;
        return workAndPull
                || plainCrime
                || hintedWork
                || severalTraits
                || oneTraitInCompany
                || pulledToPlace;
    }

    private static boolean isPart(Strengths strengths) {
        double core = strengths.of(Role.WORK, Role.SISTER);
        return (core >= 0.4 && strengths.count(GROUPS, 0.3) >= 2)
                || strengths.specific() >= 1
                || (strengths.of(Role.JOURNEY) >= 0.3
                        && strengths.of(Role.CONTACT) >= 0.2
                        && strengths.of(Role.INDUCEMENT, Role.WORK) >= 0.24)
                || (strengths.of(Role.INDUCEMENT) >= 0.8 && strengths.of(Role.CONTACT) >= 0.2)
                || strengths.count(GROUPS, 0.5) >= 2
                || strengths.count(GROUPS, 0.28) >= 3;
    }
}
