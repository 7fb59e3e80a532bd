package lurewatch.indexer.contact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.text.Sayings;

/// Words between a messenger's name and a number that say that nobody answers there: `WhatsApp is
/// busy, then call 012 …`. A denial beside a word for a call is of the calls: `WhatsApp, no calls:
/// 012 …`.
final class NoAnswer {
    private static final Pattern SAID = Sayings.OF_CHANNELS.pattern("no-answer");

    private static final Pattern IF = Sayings.OF_NUMBERS.pattern("if");

    /// How far from a word for a call its denial stands.
    private static final int BESIDE = 14;

    private NoAnswer() {}

    static boolean isIn(String words) {
        return SAID.matcher(words).find();
    }

    /// `if there is no answer on`
    static boolean isCondition(String words) {
        return IF.matcher(words).find() && isIn(words);
    }

    /// Whether one stands between the offsets that is of no call.
    static boolean isBetween(String raw, int from, int to, List<Match> calls) {
        Matcher said = SAID.matcher(raw).region(Math.min(from, to), to);
        said.useTransparentBounds(true);
        while (said.find()) {
            int start = said.start();
            int end = said.end();
            boolean ofCall =
                    calls.stream()
                            .filter(call -> call.start() >= from)
                            .anyMatch(call ->
                                    (call.start() >= end && call.start() - end <= BESIDE)
                                            || (start >= call.start()
                                                    && start - call.end() <= BESIDE));
            if (!ofCall) {
                return true;
            }
        }
        return false;
    }
}
