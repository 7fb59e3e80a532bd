package lurewatch.indexer.detect;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.text.Sayings;

/// Whether a phrase is denied where it stands.
final class Negation {
    private static final int BEFORE = 24;
    private static final int AFTER = 32;

    /// "neither prison nor beating" is denied once, at its end.
    private static final String OR = "(?:\\s(?:یا|या|বা|ya)\\s[^.!?।۔\\n]{1,14})?";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final HeadedPattern NEGATED_BEFORE =
            HeadedPattern.compile("(?:" + Sayings.OF_TEXTS.either("denied-before") + ")$", FLAGS);

    /// What denies within a few letters after a phrase.
    private static final List<String> DENIALS = Sayings.OF_TEXTS.words("denied-behind");

    /// What calls it untrue, some letters later.
    private static final List<String> UNTRUE = Sayings.OF_TEXTS.words("untrue");

    /// 지급하지 않습니다: the verb of what is not done.
    private static final String UNDONE = "지";

    /// いただいておりません: the same.
    private static final String UNDONE_POLITELY = "ません";

    private static final Pattern NEGATED_AFTER =
            Pattern.compile(
                    "^"
                            + OR
                            + "(?:[가-힣]{0,3}\\s?[가-힣]{1,4}"
                            + UNDONE
                            + "\\s?(?:않|못|말)"
                            + "|(?:など)?[はも](?:一切)?[ぁ-ん一-龠]{1,8}?"
                            + UNDONE_POLITELY
                            + "|.{0,4}?(?:"
                            + String.join("|", DENIALS)
                            + "|.{0,6}?(?:"
                            + String.join("|", UNTRUE)
                            + ")))",
                    Pattern.DOTALL);

    /// One of these stands in whatever denies after a phrase, and in little else.
    private static final FewStrings SIGNS_OF_DENIAL =
            FewStrings.of(
                    Stream.of(DENIALS, UNTRUE, List.of(UNDONE, UNDONE_POLITELY))
                            .flatMap(List::stream)
                            .toList());

    /// What says that no such thing is asked for.
    private static final FewStrings UNNEEDED = FewStrings.of(Sayings.OF_TEXTS.words("unneeded"));

    /// How far behind what is not asked for that may begin.
    private static final int UNNEEDED_WITHIN = 28;

    /// "At your own expense": what is named is not given.
    private static final HeadedPattern BY_THE_READER =
            HeadedPattern.compile(Sayings.OF_TEXTS.either("reader-pays"), FLAGS);

    /// "Whoever rents accounts here is banned": rules of groups and boards name what lures offer.
    private static final HeadedPattern FORBIDDEN =
            HeadedPattern.compile(Sayings.OF_TEXTS.either("forbidden"), FLAGS);

    /// "Stays with you": it is its owner who keeps it.
    private static final Pattern BY_ITS_OWNER =
            Pattern.compile("^(?:" + Sayings.OF_TEXTS.either("owner-keeps") + ")", FLAGS);

    private static final int OWNER_WITHIN = 24;

    /// How far from what is forbidden the word may stand.
    private static final int RULE_BEFORE = 40;

    private static final int RULE_AFTER = 60;

    private static final String RULE_ENDS = ".!?\n。！？।۔";

    private static final String SEPARATORS = ",.;:，、。；;।۔،·|/\n!?！？(（፣።၊။";

    private Negation() {}

    /// Whether the part of the sentence around what is offered says that the reader pays for it or
    /// sees to it.
    static boolean isForTheReader(String raw, int start, int end) {
        int from = start;
        while (from > 0 && start - from < BEFORE && SEPARATORS.indexOf(raw.charAt(from - 1)) < 0) {
            from--;
        }
        int to = end;
        while (to < raw.length() && to - end < AFTER && SEPARATORS.indexOf(raw.charAt(to)) < 0) {
            to++;
        }
        return BY_THE_READER.isIn(raw.substring(from, to));
    }

    /// Whether the sentence around says that nobody may do so there.
    static boolean isForbidden(String raw, int start, int end) {
        int from = start;
        while (from > 0
                && start - from < RULE_BEFORE
                && RULE_ENDS.indexOf(raw.charAt(from - 1)) < 0) {
            from--;
        }
        int to = end;
        while (to < raw.length()
                && to - end < RULE_AFTER
                && RULE_ENDS.indexOf(raw.charAt(to)) < 0) {
            to++;
        }
        return FORBIDDEN.isIn(raw.substring(from, to));
    }

    /// Whether the part of the sentence behind says that it is not asked for.
    static boolean isUnneeded(String raw, int end) {
        int to = end;
        while (to < raw.length()
                && to - end < UNNEEDED_WITHIN
                && SEPARATORS.indexOf(raw.charAt(to)) < 0) {
            to++;
        }
        return UNNEEDED.areIn(raw.substring(end, to));
    }

    /// Whether the owner of what is said to be kept keeps it.
    static boolean isWithItsOwner(String raw, int end) {
        return BY_ITS_OWNER
                .matcher(raw.substring(end, Math.min(raw.length(), end + OWNER_WITHIN)))
                .find();
    }

    static boolean denies(String raw, int start, int end) {
        String before = raw.substring(Math.max(0, start - BEFORE), start);
        String after = raw.substring(end, Math.min(raw.length(), end + AFTER));
        return NEGATED_BEFORE.isIn(before)
                || (SIGNS_OF_DENIAL.areIn(after) && NEGATED_AFTER.matcher(after).find());
    }
}
