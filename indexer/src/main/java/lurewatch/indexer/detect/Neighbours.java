package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Target;

/// Joins the two sides of a lexicon row that stand near each other in one sentence into one match,
/// so that `ticket and visa are free` and `free air ticket` need not both be listed.
final class Neighbours {
    /// Longer gaps lead into other thoughts.
    private static final int MAX_GAP = 26;

    private static final int MAX_JOINED = 3;

    private Neighbours() {}

    /// The matches, with joined ones for parts.
    static List<Match> join(String raw, List<Match> matches) {
        Map<Object, List<Match>> byPhrase = new LinkedHashMap<>();
        List<Match> joined = new ArrayList<>();
        for (Match match : matches) {
            if (match.target() instanceof Target.OfPart part) {
                byPhrase.computeIfAbsent(part.phrase(), p -> new ArrayList<>()).add(match);
            } else {
                joined.add(match);
            }
        }
        byPhrase.values().forEach(parts -> joinParts(raw, parts, joined));
        return joined;
    }

    private static void joinParts(String raw, List<Match> parts, List<Match> joined) {
        parts.sort(Comparator.comparingInt(Match::start));
        int found = 0;
        for (int i = 1; i < parts.size() && found < MAX_JOINED; i++) {
            // of parts close together the nearest earlier one of the other side
            for (int j = i - 1; j >= 0 && i - j <= MAX_JOINED; j--) {
                Match left = parts.get(j);
                Match right = parts.get(i);
                if (part(left).side() != part(right).side() && areNear(raw, left, right)) {
                    joined.add(
                            new Match(
                                    new Target.OfPhrase(part(left).phrase()),
                                    left.start(),
                                    Math.max(left.end(), right.end()),
                                    left.disguised() || right.disguised()));
                    found++;
                    break;
                }
            }
        }
    }

    private static Target.OfPart part(Match match) {
        return (Target.OfPart) match.target();
    }

    private static boolean areNear(String raw, Match left, Match right) {
        if (right.start() - left.end() > MAX_GAP || right.start() < left.end()) {
            return false;
        }
        for (int i = left.end(); i < right.start(); i++) {
            char c = raw.charAt(i);
            boolean stop =
                    c == '\n'
                            || "。！？!?।။។".indexOf(c) >= 0
                            || (c == '.' && i + 1 < right.start() && raw.charAt(i + 1) == ' ');
            if (stop) {
                return false;
            }
        }
        return true;
    }
}
