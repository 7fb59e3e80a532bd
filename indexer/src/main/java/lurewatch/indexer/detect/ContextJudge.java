package lurewatch.indexer.detect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.Context;
import lurewatch.indexer.Signal;

/// What kind of text it is, by the context signals. Ads borrow words of warnings ("not like the
/// news"), so that it takes more of them beside a live contact.
final class ContextJudge {
    private static final double ENOUGH = 0.4;
    private static final double ENOUGH_BESIDE_CONTACT = 0.75;

    /// First-person words are few and each says much.
    private static final Map<Context, Double> FACTORS =
            Map.of(Context.VICTIM_REPORT, 1.3, Context.DISCUSSION, 1.25);

    private ContextJudge() {}

    static Context judge(List<Signal> signals, boolean hasLiveContact) {
        Map<Context, Double> strengths = strengths(signals);
        Context best = Context.NONE;
        double most = hasLiveContact ? ENOUGH_BESIDE_CONTACT : ENOUGH;
        for (Map.Entry<Context, Double> entry : strengths.entrySet()) {
            if (entry.getKey() != Context.LAWFUL_PROCESS && entry.getValue() >= most) {
                most = entry.getValue() + 1e-9;
                best = entry.getKey();
            }
        }
        double lawful = strengths.getOrDefault(Context.LAWFUL_PROCESS, 0.0);
        return best == Context.NONE && lawful >= ENOUGH ? Context.LAWFUL_PROCESS : best;
    }

    private static Map<Context, Double> strengths(List<Signal> signals) {
        Map<Context, Double> doubts = new EnumMap<>(Context.class);
        for (Signal signal : signals) {
            Context context = contextOf(signal.id());
            if (context != Context.NONE) {
                double weight =
                        Math.min(
                                0.95,
                                -signal.weight() * (1 + 0.15 * (signal.evidence().size() - 1)));
                doubts.merge(context, 1 - weight, (a, b) -> a * b);
            }
        }
        Map<Context, Double> strengths = new EnumMap<>(Context.class);
        doubts.forEach((context, doubt) ->
                strengths.put(context, (1 - doubt) * FACTORS.getOrDefault(context, 1.0)));
        return strengths;
    }

    private static Context contextOf(String signal) {
        return switch (signal) {
            case "ctx_warning" -> Context.WARNING;
            case "ctx_news" -> Context.NEWS;
            case "ctx_victim_report" -> Context.VICTIM_REPORT;
            case "ctx_discussion" -> Context.DISCUSSION;
            case "ctx_lawful_process", "ctx_verified_employer" -> Context.LAWFUL_PROCESS;
            case "ctx_fiction" -> Context.FICTION;
            default -> Context.NONE;
        };
    }
}
