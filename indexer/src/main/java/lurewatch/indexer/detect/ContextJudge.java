package lurewatch.indexer.detect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.Context;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.learned.KindWording;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.TextKind;
import lurewatch.indexer.rules.TextTrait;
import lurewatch.indexer.scan.ScannedText;

/// What kind of text it is: the likeliest by all its cues together. No cue decides alone, since ads
/// borrow words of warnings ("not like the news"), and victims name pay and contacts.
final class ContextJudge {
    /// The signal that an offer reads as ordinary ones do.
    static final String ORDINARY = "ctx_ordinary_offer";

    /// How many cues and quotes of each explain a decision.
    private static final int TOLD_CUES = 4;

    private static final int QUOTES_OF_CUE = 2;

    /// What the cues of a context weigh that no phrase of the lexicon shows.
    private static final double LEAST_WEIGHT = -0.3;

    /// Log-odds for an ordinary offer rather than a lure, from which on its words are told.
    private static final double NOTABLY_ORDINARY = 0.7;

    private static final double MOST_ORDINARY = 4;

    private static final String WORDING = "text:wording";
    private static final String JOB_WORDS = "words:job";
    private static final String ASK_WORDS = "words:ask";
    private static final String SECRECY = "secrecy_request";
    private static final String CAPTIVE_WORDS = "words:captive";
    private static final String VICTIM = "ctx_victim_report";

    /// From how likely a victim's account on it may be one. Lures that speak of captivity deny it,
    /// and stay far below.
    private static final double MAYBE_VICTIM = 0.2;

    /// The same beside a phrase that hardly anybody else says, of at least that strength.
    private static final double MAYBE_SAID = 0.1;

    private static final double SURELY_SAID = 0.5;

    /// Below that an account that speaks of nobody held and of no place where people are is not
    /// believed to be one: long ads of care and family share its words.
    private static final double LEAST_OF_UNHELD_VICTIM = 0.4;

    /// How likely a kind that is no lure must be by the cues alone that the wording is not asked.
    private static final double SURE_BY_CUES = 0.98;

    /// What an answer of the wording weighs beside the cues' log-odds (decision 0034).
    private static final double WEIGHT_OF_WORDING = 3;

    /// How sure a lure must be by cues and wording together to outweigh another kind that the cues
    /// by themselves tell: two thousand to one.
    private static final double BY_FAR = 0.9995;

    /// … and how sure these may be of it at most.
    private static final double DOUBTED = 0.85;

    /// How many letters it takes for that; fewer say as much less.
    private static final int LETTERS_OF_FULL_WEIGHT = 100;

    private static final int TOLD_WORDS = 3;

    private final ContextModel model;

    ContextJudge(Rules rules) {
        this.model = new ContextModel(rules.contextWeights());
    }

    /// Whether a text that says what lures say may be another's than a recruiter's.
    enum Other {
        NO,
        /// The cues by themselves say so, and their wording beside them speaks for a lure by far.
        OUTWEIGHED,
        /// Nobody may take such a text for a lure before a person has read it.
        MAYBE
    }

    /// @param lureLikelihood how likely the text is a lure all the same, 0 to 1
    /// @param other whether somebody who is held may have written it, or the cues by themselves
    ///   tell a warning, news or another context
    /// @param trade whether it rents or sells something, and speaks of no work
    /// @param ordinary whether an ordinary offer is likelier than a lure
    /// @param notably whether it is so by twice as much at least
    record Decision(
            Context context,
            double lureLikelihood,
            Other other,
            boolean trade,
            boolean ordinary,
            boolean notably) {}

    /// By how much a cue speaks for the kind that was decided and against an offer; more than 0.
    private record Share(String cue, double logOdds, List<Evidence> evidence) {
        /// Whether no words show it.
        boolean isSign() {
            return cue.startsWith("text:")
                    && !cue.equals(TextTrait.TRADE_ALONE.cue())
                    && !cue.equals(WORDING);
        }

        String told() {
            String name = cue.substring(cue.indexOf(':') + 1);
            return name + " +" + oneDecimal(logOdds);
        }
    }

    private static TextKind likeliest(double[] likely) {
        TextKind kind = TextKind.LURE;
        for (TextKind other : TextKind.values()) {
            kind = likely[other.place()] > likely[kind.place()] ? other : kind;
        }
        return kind;
    }

    private static boolean isSurelyNoLure(double[] byCues) {
        return byCues[TextKind.LURE.place()] < 1 - SURE_BY_CUES
                && Arrays.stream(byCues).anyMatch(likelihood -> likelihood >= SURE_BY_CUES);
    }

    /// What the wording says of a text's kind.
    private record Worded(KindWording kinds, ScannedText scanned) {
        void addTo(double[] logits) {
            for (int kind = 0; kind < logits.length; kind++) {
                logits[kind] += weight() * kinds.answer(kind);
            }
        }

        private double weight() {
            return WEIGHT_OF_WORDING
                    * Math.min(1, kinds.saying() / (double) LETTERS_OF_FULL_WEIGHT);
        }

        Optional<Share> share(TextKind kind, TextKind offer) {
            double logOdds = weight() * (kinds.answer(kind.place()) - kinds.answer(offer.place()));
            if (logOdds <= 0) {
                return Optional.empty();
            }
            List<Evidence> words =
                    kinds.telling(kind.place(), offer.place(), TOLD_WORDS).stream()
                            .map(word ->
                                    scanned.quote(
                                            scanned.views().folded(), word.start(), word.end()))
                            .toList();
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Share(WORDING, logOdds, words));
        }
    }

    /// Decides, and puts the reasons for a context among the findings. A context that nothing in
    /// the text shows is none.
    Decision judge(Judge.Found found, ContextTraits traits, Findings findings) {
        double[] logits = model.logits(traits);
        double[] byCues = ContextModel.normalised(logits);
        Optional<Worded> worded =
                isSurelyNoLure(byCues)
                        ? Optional.empty()
                        : WordingSignal.kinds(found)
                                .map(kinds -> new Worded(kinds, found.scanned()));
        worded.ifPresent(w -> w.addTo(logits));
        double[] likely = ContextModel.normalised(logits);
        double lure = likely[TextKind.LURE.place()];
        double victim =
                Math.max(
                        byCues[TextKind.VICTIM_REPORT.place()],
                        likely[TextKind.VICTIM_REPORT.place()]);
        double said = findings.strength(VICTIM);
        boolean maybeVictim =
                (said >= SURELY_SAID && victim >= MAYBE_SAID)
                        || (victim >= MAYBE_VICTIM
                                && (said > 0 || traits.byCue().containsKey(CAPTIVE_WORDS)));
        TextKind byCuesAlone = likeliest(byCues);
        double cued = byCues[byCuesAlone.place()];
        boolean told =
                byCuesAlone.context() != Context.NONE && isBelievable(byCuesAlone, cued, traits);
        Other other = other(maybeVictim, told, cued <= DOUBTED && lure >= BY_FAR);
        boolean ordinary = likely[TextKind.BENIGN.place()] > lure;
        double logOdds = Math.log(likely[TextKind.BENIGN.place()] / lure);
        boolean notably = logOdds >= NOTABLY_ORDINARY;
        boolean trade =
                traits.byCue().containsKey(TextTrait.TRADE_ALONE.cue())
                        && !traits.byCue().containsKey(JOB_WORDS);
        TextKind kind = likeliest(likely);
        if (kind.context() != Context.NONE && isBelievable(kind, likely[kind.place()], traits)) {
            List<Share> shares =
                    shares(traits, worded, kind, ordinary ? TextKind.BENIGN : TextKind.LURE);
            if (explain(kind, likely[kind.place()], shares, findings)) {
                return new Decision(kind.context(), lure, other, trade, ordinary, notably);
            }
        }
        if (byCues[TextKind.BENIGN.place()] > byCues[TextKind.LURE.place()]) {
            // wording alone makes no offer honest
            tellOrdinary(logOdds, traits, worded, findings);
        }
        return new Decision(Context.NONE, lure, other, trade, ordinary, notably);
    }

    private static Other other(boolean maybeVictim, boolean told, boolean outweighed) {
        if (maybeVictim || (told && !outweighed)) {
            return Other.MAYBE;
        }
        return told ? Other.OUTWEIGHED : Other.NO;
    }

    /// Who asks others what they think of an offer says so, and does not ask to keep it quiet: a
    /// recruiter's message ends with a question as often.
    private static boolean isBelievable(TextKind kind, double likelihood, ContextTraits traits) {
        return switch (kind) {
            case VICTIM_REPORT ->
                    likelihood >= LEAST_OF_UNHELD_VICTIM
                            || traits.byCue().containsKey(CAPTIVE_WORDS)
                            || traits.byCue().containsKey(StructureSignals.RISKY_PLACE);
            case DISCUSSION ->
                    traits.byCue().containsKey(ASK_WORDS) || !traits.byCue().containsKey(SECRECY);
            case LURE, BENIGN, WARNING, NEWS, LAWFUL_PROCESS, FICTION -> true;
        };
    }

    /// An offer that reads as ordinary ones do loses as much as that is likelier than a lure.
    private void tellOrdinary(
            double logOdds, ContextTraits traits, Optional<Worded> worded, Findings findings) {
        List<Share> shares =
                shares(traits, worded, TextKind.BENIGN, TextKind.LURE).stream()
                        .filter(share -> !share.isSign())
                        .toList();
        if (logOdds >= NOTABLY_ORDINARY && shares.size() > 1) {
            double weight = -Combination.lawfulWeight(Math.min(MOST_ORDINARY, logOdds));
            Evidence quote = shares.getFirst().evidence().getFirst();
            String reason =
                    "reads as an ordinary offer, log-odds "
                            + oneDecimal(logOdds)
                            + ", most by "
                            + told(shares);
            findings.add(ORDINARY, weight, quote, reason);
        }
    }

    /// As `%.1f` writes it; most texts have such a reason, and formatting shows in profiles.
    private static String oneDecimal(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private static String told(List<Share> shares) {
        return shares.stream().map(Share::told).collect(Collectors.joining(", "));
    }

    private List<Share> shares(
            ContextTraits traits, Optional<Worded> worded, TextKind kind, TextKind offer) {
        List<Share> shares = new ArrayList<>();
        worded.flatMap(w -> w.share(kind, offer)).ifPresent(shares::add);
        traits.byCue()
                .forEach((cue, trait) -> {
                    double share = model.share(cue, trait.amount(), kind, offer);
                    if (share > 0 && !trait.evidence().isEmpty()) {
                        shares.add(new Share(cue, share, trait.evidence()));
                    }
                });
        shares.sort(Comparator.comparingDouble(share -> -share.logOdds()));
        return shares.subList(0, Math.min(TOLD_CUES, shares.size()));
    }

    private static boolean explain(
            TextKind kind, double likelihood, List<Share> shares, Findings findings) {
        String reason =
                String.format(
                        Locale.ROOT,
                        "read as %s, likelihood %.2f, most by %s",
                        kind.label(),
                        likelihood,
                        told(shares));
        for (Share share : shares) {
            share.evidence().stream()
                    .limit(QUOTES_OF_CUE)
                    .forEach(quote ->
                            findings.add(signalOf(kind.context()), LEAST_WEIGHT, quote, reason));
        }
        return !shares.isEmpty();
    }

    private static String signalOf(Context context) {
        return switch (context) {
            case WARNING -> "ctx_warning";
            case NEWS -> "ctx_news";
            case VICTIM_REPORT -> VICTIM;
            case DISCUSSION -> "ctx_discussion";
            case LAWFUL_PROCESS -> "ctx_official_process";
            case FICTION -> "ctx_fiction";
            case NONE -> throw new IllegalArgumentException("no signal says that there is none");
        };
    }
}
