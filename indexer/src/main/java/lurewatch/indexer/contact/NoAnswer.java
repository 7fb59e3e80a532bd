package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.text.Sayings;

/// Words between a messenger's name and a number that say that nobody answers there: `WhatsApp is
/// busy, then call 012 …`. A denial beside a word for a call is of the calls: `WhatsApp, no calls:
/// 012 …`.
final class NoAnswer {
    private static final HeadedPattern SAID =
            HeadedPattern.of(Sayings.OF_CHANNELS.pattern("no-answer"));

    private static final HeadedPattern IF = HeadedPattern.of(Sayings.OF_NUMBERS.pattern("if"));

    /// How far from a word for a call its denial stands.
    private static final int BESIDE = 14;

    /// As many as a few words may say it.
    private static final int MOST = 8;

    private NoAnswer() {}

    static boolean isIn(String words) {
        return SAID.isIn(words);
    }

    /// `if there is no answer on`
    static boolean isCondition(String words) {
        return IF.isIn(words) && isIn(words);
    }

    /// Whether one stands between the offsets that is of no call.
    static boolean isBetween(String raw, int from, int to, List<Match> calls) {
        List<MatchResult> said = new ArrayList<>();
        SAID.find(
                raw,
                Math.min(from, to),
                to,
                MOST,
                match -> said.add(((Matcher) match).toMatchResult()));
        return said.stream().anyMatch(denial -> !isOfCall(denial, from, calls));
    }

    private static boolean isOfCall(MatchResult denial, int from, List<Match> calls) {
        return calls.stream()
                .filter(call -> call.start() >= from)
                .anyMatch(call ->
                        (call.start() >= denial.end() && call.start() - denial.end() <= BESIDE)
                                || (denial.start() >= call.start()
                                        && denial.start() - call.end() <= BESIDE));
    }
}
