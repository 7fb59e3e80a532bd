package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Context;
import lurewatch.indexer.Signal;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.Thresholds;

/// How the signals add up; config/signals/README.md says it for people.
///
/// The strength of all signals together (1 minus the product of their doubts), times the share that
/// their combination deserves, less what the context takes. A signal's contribution is its part of
/// the logarithm of that product, so that contributions add up to the points.
record Score(
        double points,
        AssessmentClass assessmentClass,
        List<Assessment.Contribution> contributions) {
    Score {
        contributions = List.copyOf(contributions);
    }

    static Score of(Rules rules, Findings findings, Context context, boolean hasLiveContact) {
        List<Signal> signals = findings.signals();
        List<Signal> risky = signals.stream().filter(s -> s.weight() > 0).toList();
        List<Signal> innocent = signals.stream().filter(s -> s.weight() < 0).toList();
        double strength =
                100 * new Strengths(rules, risky).ofAll() * Combination.of(rules, risky).share();
        double points =
                innocent.isEmpty()
                        ? strength
                        : underContext(
                                strength, rules.thresholds(), innocent, context, hasLiveContact);
        List<Assessment.Contribution> contributions = new ArrayList<>();
        double logarithms = risky.stream().mapToDouble(s -> -Math.log(Strengths.doubt(s))).sum();
        for (Signal signal : risky) {
            contributions.add(
                    new Assessment.Contribution(
                            signal.id(),
                            strength * -Math.log(Strengths.doubt(signal)) / logarithms));
        }
        double weights = innocent.stream().mapToDouble(Signal::weight).sum();
        for (Signal signal : innocent) {
            contributions.add(
                    new Assessment.Contribution(
                            signal.id(), (points - strength) * signal.weight() / weights));
        }
        return new Score(points, classOf(points, rules.thresholds()), contributions);
    }

    /// A text that quotes lures is none. Where a recruiter's contact stands beside, somebody should
    /// look all the same: warnings are copied into lures, and lures into comments.
    private static double underContext(
            double strength,
            Thresholds thresholds,
            List<Signal> innocent,
            Context context,
            boolean hasLiveContact) {
        double belowLure = Math.min(strength, thresholds.lure() - 1);
        double belowReview = Math.min(strength, thresholds.review() - 1);
        return switch (context) {
            case WARNING, NEWS, VICTIM_REPORT -> {
                boolean look = hasLiveContact && strength >= thresholds.lure();
                yield look ? Math.max(thresholds.review(), belowLure * 0.8) : belowReview * 0.6;
            }
            case DISCUSSION -> hasLiveContact ? belowLure * 0.8 : belowReview * 0.9;
            case FICTION -> belowReview * 0.5;
            case LAWFUL_PROCESS -> strength * (1 - lawfulness(innocent));
            case NONE -> strength;
        };
    }

    /// How much a lawful process takes: much, but never all, since lures copy its words.
    private static double lawfulness(List<Signal> innocent) {
        double doubt = 1;
        for (Signal signal : innocent) {
            if (signal.id().equals("ctx_lawful_process")
                    || signal.id().equals("ctx_verified_employer")) {
                doubt *= 1 + signal.weight();
            }
        }
        return 0.9 * (1 - doubt);
    }

    private static AssessmentClass classOf(double points, Thresholds thresholds) {
        if (points >= thresholds.lure()) {
            return AssessmentClass.LURE;
        }
        return points >= thresholds.review() ? AssessmentClass.REVIEW : AssessmentClass.LOW;
    }
}
