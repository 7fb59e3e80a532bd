package lurewatch.indexer.detect;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Pay;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.SignalRule;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;

/// What those who look for mules have in common where no phrase says so. Somebody is to answer at a
/// messenger, mobile or mail address or by a private message, and
///
/// - something that is registered in the reader's name, or a place in his home, is to be given
///   away, with a figure, a word of reward or the code that opens it beside it; or
/// - money that comes to the reader is to be passed on, and a part of it is his.
final class MuleSignals {
    private static final String HANDED_OVER = "name_for_money";
    private static final String PASSED_ON = "money_passed_on";
    private static final String ASSET = "asset";
    private static final String HANDOVER = "handover";
    private static final String PASS_ON = "pass_on";
    private static final String CUT = "cut";
    private static final String SECRET = "secret";

    /// What warnings advise against.
    private static final String DONT = "dont";

    /// Nobody who buys or rents an honest thing asks for the code that opens it.
    private static final double WITH_CODE = 0.75;

    private final Rules rules;

    MuleSignals(Rules rules) {
        this.rules = rules;
    }

    /// @param findings what phrases and places raised; what they name is not found again
    void findIn(ScannedText scanned, List<Contact> contacts, List<Pay> pay, Findings findings) {
        if (!Answers.areGiven(scanned, contacts)) {
            return;
        }
        String raw = scanned.raw();
        List<Match> assets = WordGroups.in(scanned, ASSET);
        List<Match> allCuts = WordGroups.in(scanned, CUT);
        WordGroups.Near cuts = new WordGroups.Near(raw, allCuts);
        WordGroups.Near handovers =
                new WordGroups.Near(
                        raw, assets.isEmpty() ? List.of() : WordGroups.in(scanned, HANDOVER));
        List<Match> passings = allCuts.isEmpty() ? List.of() : WordGroups.in(scanned, PASS_ON);
        if (handovers.isEmpty() && passings.isEmpty()) {
            return;
        }
        List<Evidence> named = namedCrimes(findings);
        WordGroups.Near secrets =
                new WordGroups.Near(
                        raw, handovers.isEmpty() ? List.of() : WordGroups.in(scanned, SECRET));
        WordGroups.Near advice =
                new WordGroups.Near(
                        raw, handovers.isEmpty() ? List.of() : WordGroups.in(scanned, DONT));
        Predicate<Match> advisedAgainst =
                handover ->
                        advice.inSentenceOf(handover, dont -> dont.end() <= handover.start())
                                .isPresent();
        boolean asked = Answers.areAsked(scanned, contacts);
        Figures figures = new Figures(raw, contacts, pay);
        for (Match asset : assets) {
            Optional<Match> code = secrets.near(asset, other -> areApart(asset, other));
            Optional<Match> withCode =
                    code.flatMap(_ ->
                            handovers.closeTo(
                                    asset,
                                    handover ->
                                            isPair(raw, asset, handover, List.of())
                                                    && !advisedAgainst.test(handover)));
            if (code.isPresent() && withCode.isPresent()) {
                add(HANDED_OVER, WITH_CODE, scanned, asset, withCode.get(), findings);
                findings.add(HANDED_OVER, WITH_CODE, scanned.quote(code.get()));
                continue;
            }
            handovers
                    .inSentenceOf(
                            asset,
                            handover ->
                                    isPair(raw, asset, handover, named)
                                            && (asked || !advisedAgainst.test(handover))
                                            && (hasFigure(figures, asset, handover)
                                                    || cuts.inSentenceOf(asset, _ -> true)
                                                            .isPresent()))
                    .ifPresent(handover ->
                            add(
                                    HANDED_OVER,
                                    rules.signal(HANDED_OVER).weight(),
                                    scanned,
                                    asset,
                                    handover,
                                    findings));
        }
        for (Match passing : passings) {
            cuts.closeTo(passing, cut -> isPair(raw, passing, cut, named))
                    .ifPresent(cut ->
                            add(
                                    PASSED_ON,
                                    rules.signal(PASSED_ON).weight(),
                                    scanned,
                                    passing,
                                    cut,
                                    findings));
        }
    }

    private static void add(
            String signal,
            double weight,
            ScannedText scanned,
            Match one,
            Match other,
            Findings findings) {
        findings.add(signal, weight, scanned.quote(one));
        findings.add(signal, weight, scanned.quote(other));
    }

    private List<Evidence> namedCrimes(Findings findings) {
        return findings.signals().stream()
                .filter(signal -> rules.signal(signal.id()).role() == SignalRule.Role.SISTER)
                .flatMap(signal -> signal.evidence().stream())
                .toList();
    }

    /// Two words apart from each other, of which no phrase tells already.
    private static boolean isPair(String raw, Match one, Match other, List<Evidence> named) {
        int from = Math.min(one.start(), other.start());
        int to = Math.max(one.end(), other.end());
        return areApart(one, other)
                && named.stream().noneMatch(n -> n.start() < to && from < n.end())
                && !Negation.isForbidden(raw, from, to);
    }

    private static boolean areApart(Match one, Match other) {
        return one.end() <= other.start() || other.end() <= one.start();
    }

    /// Whether pay, or a number that is no contact, stands around the two words.
    private static boolean hasFigure(Figures figures, Match one, Match other) {
        return figures.near(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()))
                .isPresent();
    }
}
