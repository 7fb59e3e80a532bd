package lurewatch.indexer.detect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Money that goes in first and comes back as more, whatever the task is called: `put in 300, get
/// 390 back`, `充100返130`, `1.000 yatır 1.350 çek`, or a list of such sums with arrows between. The
/// sums tell it in every language: no shop, bank or employer gives so much more back.
final class MoneyBack {
    private static final String SIGNAL = "task_scam";

    private static final HeadedPattern PAID_IN =
            HeadedPattern.of(Sayings.OF_NUMBERS.pattern("paid-in"));

    private static final HeadedPattern PAID_BACK =
            HeadedPattern.of(Sayings.OF_NUMBERS.pattern("paid-back"));

    private static final Pattern SUM =
            Pattern.compile("(" + Amounts.NUMBER + ")\\s?(" + Amounts.MULTIPLIER + "(?![a-z]))?");

    /// Between what goes in and what comes out of it.
    private static final String ARROWS = "→➡➜⇒⇨>=←";

    private static final String ARROW = "→";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{2,}");

    private static final int LONGEST_JOINT = 24;

    /// Ends a thought, as another number does: beyond it a word is not the sum's.
    private static final String ENDS = ",.;!?\n，。；！？،؛۔।၊။/|:：";

    /// A page of numbers alone has thousands.
    private static final int MOST_SUMS = 60;

    private static final int MOST_NUMBERS = 400;

    /// From one sum to the one that comes back.
    private static final int APART = 90;

    private static final int MOST_BETWEEN = 3;

    /// From a sum to the word that says where it goes.
    private static final int BEFORE = 24;

    private static final int BEHIND = 20;

    private static final int MOST_WORDS = 4;

    /// As far from a list as the words may stand that say what it lists.
    private static final int AROUND = 200;

    private static final double LEAST_TIMES = 1.15;
    private static final double MOST_TIMES = 5;

    /// One pair with arrows is an exchange rate or a price that has risen.
    private static final int FEWEST_LISTED = 2;

    private static final int LONGEST = 40;

    /// What is less counts rooms, people and steps.
    private static final BigDecimal LEAST = BigDecimal.valueOf(5);

    private final Rules rules;

    MoneyBack(Rules rules) {
        this.rules = rules;
    }

    /// A sum as the folded text writes it.
    ///
    /// @param factor by which its word multiplies it
    private record Sum(int start, int end, BigDecimal value, long factor) {
        /// Whether that sum is this one and more, as much more as tasks promise. In `20 thousand,
        /// back come 26` the word is said once.
        boolean growsTo(Sum other) {
            BigDecimal back =
                    other.factor == 1 && other.value.compareTo(value) < 0
                            ? other.value.multiply(BigDecimal.valueOf(factor))
                            : other.value;
            double times = back.doubleValue() / value.doubleValue();
            return times >= LEAST_TIMES && times <= MOST_TIMES;
        }
    }

    void findIn(Judge.Found found, Findings findings) {
        ScannedText scanned = found.scanned();
        View view = scanned.views().folded();
        String text = view.text();
        List<Sum> sums = sums(view, found);
        for (int i = 0; i < sums.size(); i++) {
            Optional<Sum> back = backFrom(text, sums, i);
            if (back.isPresent()) {
                add(scanned, sums.get(i), back.get(), findings);
                return;
            }
        }
        listed(text, sums)
                .ifPresent(pair -> add(scanned, pair.getFirst(), pair.getLast(), findings));
    }

    private void add(ScannedText scanned, Sum in, Sum out, Findings findings) {
        findings.add(
                SIGNAL,
                rules.signal(SIGNAL).weight(),
                scanned.quote(scanned.views().folded(), in.start, out.end),
                String.format(
                        Locale.ROOT,
                        "%s goes in, %s is to come back",
                        in.value.stripTrailingZeros().toPlainString(),
                        out.value.stripTrailingZeros().toPlainString()));
    }

    private static List<Sum> sums(View view, Judge.Found found) {
        String text = view.text();
        List<Sum> sums = new ArrayList<>();
        Matcher matcher = SUM.matcher(text).useTransparentBounds(true);
        int left = MOST_NUMBERS;
        int i = 0;
        while (i < text.length() && left > 0 && sums.size() < MOST_SUMS) {
            if (!Scripts.isAsciiDigit(text.charAt(i))) {
                i++;
                continue;
            }
            left--;
            matcher.region(i, Math.min(text.length(), i + LONGEST));
            i = Amounts.afterDigits(text, i);
            if (matcher.lookingAt()) {
                boolean isMultiplied = matcher.group(2) != null;
                i = isMultiplied ? matcher.end() : Amounts.afterDigits(text, matcher.end());
                boolean isWritten = isRest(sums, matcher) || isMoney(text, matcher);
                if (isWritten && isOwn(view, matcher, found)) {
                    addSum(sums, matcher);
                }
            }
        }
        return sums;
    }

    private static void addSum(List<Sum> sums, MatchResult found) {
        BigDecimal value = Amounts.read(found.group(1), found.group(2));
        long factor = Amounts.factor(found.group(2));
        if (isRest(sums, found)) {
            Sum last = sums.removeLast();
            BigDecimal more =
                    factor == 1 ? value.multiply(BigDecimal.valueOf(last.factor / 10)) : value;
            sums.add(new Sum(last.start, found.end(), last.value.add(more), last.factor));
        } else if (factor > 1 || value.compareTo(LEAST) >= 0) {
            sums.add(new Sum(found.start(), found.end(), value, factor));
        }
    }

    /// Whether it is said behind the sum before and belongs to it: `1 million 500 thousand`,
    /// `1tr2`.
    private static boolean isRest(List<Sum> sums, MatchResult found) {
        if (sums.isEmpty()) {
            return false;
        }
        Sum last = sums.getLast();
        long factor = Amounts.factor(found.group(2));
        return last.factor > 1
                && found.start() - last.end <= 1
                && (factor == 1 ? found.group(1).length() == 1 : factor < last.factor);
    }

    /// No share, time of day, date or part of a name.
    private static boolean isMoney(String text, MatchResult found) {
        int end = found.end();
        char next = end < text.length() ? text.charAt(end) : ' ';
        char before = found.start() > 0 ? text.charAt(found.start() - 1) : ' ';
        return next != '%'
                && !(next == ':'
                        && end + 1 < text.length()
                        && Character.isDigit(text.charAt(end + 1)))
                && ":/_".indexOf(before) < 0
                && !PayFinder.isPartOfWord(text, found.start());
    }

    /// Whether it stands in what is judged, and in no contact.
    private static boolean isOwn(View view, MatchResult sum, Judge.Found found) {
        int start = view.rawStart(sum.start());
        return found.spans().stream().anyMatch(span -> span.holds(start, start + 1))
                && found.contacts().stream().noneMatch(c -> c.start() <= start && start < c.end());
    }

    /// What comes back of a sum that goes in, where words say so of both.
    private static Optional<Sum> backFrom(String text, List<Sum> sums, int at) {
        Sum in = sums.get(at);
        Optional<MatchResult> paidIn = Optional.empty();
        for (int i = at + 1; i < sums.size() && i <= at + MOST_BETWEEN; i++) {
            Sum out = sums.get(i);
            if (out.start - in.end > APART) {
                return Optional.empty();
            }
            if (!in.growsTo(out)) {
                continue;
            }
            if (isPaidInBetween(text, sums, at + 1, i)) {
                return Optional.empty();
            }
            if (paidIn.isEmpty()) {
                paidIn = near(PAID_IN, text, in, Math.max(0, in.start - BEFORE), out.start);
            }
            if (paidIn.isEmpty()) {
                return Optional.empty();
            }
            Optional<MatchResult> paidBack =
                    near(
                            PAID_BACK,
                            text,
                            out,
                            Math.max(Math.max(in.end, paidIn.get().end()), out.start - BEFORE),
                            text.length());
            if (paidBack.isPresent()) {
                return Optional.of(out);
            }
        }
        return Optional.empty();
    }

    /// Whether one of the sums behind `first`, up to and with `last`, is one more that goes in.
    private static boolean isPaidInBetween(String text, List<Sum> sums, int first, int last) {
        for (int i = first + 1; i <= last; i++) {
            Sum sum = sums.get(i);
            int from = Math.max(sums.get(i - 1).end, sum.start - BEFORE);
            if (first(PAID_IN, text, from, sum.start, isBefore(text, sum)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Predicate<MatchResult> isBefore(String text, Sum sum) {
        return word -> isOneThought(text, word.end(), sum.start);
    }

    /// The word before the sum, or else behind it, with no end of a thought between.
    private static Optional<MatchResult> near(
            HeadedPattern words, String text, Sum sum, int from, int to) {
        return first(words, text, from, sum.start, isBefore(text, sum))
                .or(() ->
                        first(
                                words,
                                text,
                                sum.end,
                                Math.min(to, sum.end + BEHIND),
                                word -> isOneThought(text, sum.end, word.start())));
    }

    private static Optional<MatchResult> first(
            HeadedPattern words, String text, int from, int to, Predicate<MatchResult> isWanted) {
        List<MatchResult> found = new ArrayList<>();
        words.find(
                text,
                from,
                Math.min(to, text.length()),
                MOST_WORDS,
                word -> found.add(((Matcher) word).toMatchResult()));
        return found.stream().filter(isWanted).findFirst();
    }

    private static boolean isOneThought(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (ENDS.indexOf(c) >= 0 || Scripts.isAsciiDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /// The first pair of a list in which each sum leads to a larger one by the same word or by an
    /// arrow, the sums that go in growing, where something said around it tells that they go in or
    /// come back.
    private static Optional<List<Sum>> listed(String text, List<Sum> sums) {
        Map<String, List<List<Sum>>> lists = new HashMap<>();
        for (int i = 0; i + 1 < sums.size(); i++) {
            Sum in = sums.get(i);
            Sum out = sums.get(i + 1);
            String joint = joint(text, in.end, out.start);
            if (joint.isEmpty() || !in.growsTo(out)) {
                continue;
            }
            List<List<Sum>> pairs = lists.computeIfAbsent(joint, _ -> new ArrayList<>());
            if (pairs.isEmpty() || pairs.getLast().getFirst().value.compareTo(in.value) < 0) {
                pairs.add(List.of(in, out));
            }
        }
        return lists.entrySet().stream()
                .filter(list -> list.getValue().size() >= FEWEST_LISTED)
                .filter(list -> isTold(text, list.getValue(), list.getKey().equals(ARROW)))
                .map(list -> list.getValue().getFirst())
                .findFirst();
    }

    /// The arrow or the one word between two sums; empty where something else stands there.
    private static String joint(String text, int from, int to) {
        if (to - from > LONGEST_JOINT) {
            return "";
        }
        String between = text.substring(from, to);
        if (between.chars().anyMatch(c -> ARROWS.indexOf(c) >= 0)) {
            return ARROW;
        }
        return isOneThought(text, from, to)
                ? WORD.matcher(between)
                        .results()
                        .map(MatchResult::group)
                        .filter(word -> Currencies.code(word, "").isEmpty())
                        .findFirst()
                        .orElse("")
                : "";
    }

    /// Beside a list with arrows it may be told further off: whoever draws them needs few words.
    private static boolean isTold(String text, List<List<Sum>> pairs, boolean isDrawn) {
        int around = isDrawn ? AROUND : BEFORE;
        int from = Math.max(0, pairs.getFirst().getFirst().start - around);
        int to = Math.min(text.length(), pairs.getLast().getLast().end + around);
        return PAID_IN.isIn(text, from, to) || PAID_BACK.isIn(text, from, to);
    }
}
