package lurewatch.indexer.detect;

import java.util.Map;
import lurewatch.indexer.Context;

/// What kind of text it is, by the context signals. Ads borrow words of warnings ("not like the
/// news"), so that it takes more of them beside a live contact.
final class ContextJudge {
    private static final double ENOUGH = 0.45;
    private static final double ENOUGH_BESIDE_CONTACT = 0.75;

    /// A plea for help names a number to call, and calling a victim a recruiter is the worst
    /// mistake there is: a few of a victim's words are enough whatever contact stands beside them,
    /// unless they are among the harms that a recruiter denies.
    private static final double ENOUGH_FOR_VICTIM = 0.6;

    /// How much further than its own words a context reaches. A first person's words are few and
    /// each says much; who asks whether an offer is real quotes the offer and the warnings; a novel
    /// or a guide to the lawful way speaks of everything else.
    private static final Map<Context, Double> FACTORS =
            Map.of(
                    Context.WARNING, 1.0,
                    Context.NEWS, 1.0,
                    Context.VICTIM_REPORT, 1.3,
                    Context.DISCUSSION, 1.3,
                    Context.FICTION, 1.35,
                    Context.LAWFUL_PROCESS, 1.25);

    private ContextJudge() {}

    static Context judge(Findings findings, boolean hasLiveContact) {
        Context best = Context.NONE;
        double most = 0;
        for (Context context : Context.values()) {
            if (context != Context.NONE) {
                double strength =
                        findings.strength(signalOf(context)) * FACTORS.getOrDefault(context, 1.0);
                if (strength >= most && strength >= enough(context, findings, hasLiveContact)) {
                    most = strength + 1e-9;
                    best = context;
                }
            }
        }
        return best;
    }

    private static double enough(Context context, Findings findings, boolean hasLiveContact) {
        if (!hasLiveContact) {
            return ENOUGH;
        }
        boolean report = context == Context.VICTIM_REPORT && !findings.has("safety_reassurance");
        return report ? ENOUGH_FOR_VICTIM : ENOUGH_BESIDE_CONTACT;
    }

    private static String signalOf(Context context) {
        return switch (context) {
            case WARNING -> "ctx_warning";
            case NEWS -> "ctx_news";
            case VICTIM_REPORT -> "ctx_victim_report";
            case DISCUSSION -> "ctx_discussion";
            case LAWFUL_PROCESS -> "ctx_official_process";
            case FICTION -> "ctx_fiction";
            case NONE -> "";
        };
    }
}
