package lurewatch.indexer.detect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.Pay;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Promises of pay in many languages' writings: `월 1500만`, `3-5万`, `2K USDT`, `20jt`, `lương 25tr`,
/// `5หมื่น`, `$3,000/month`. An amount without any word for pay or period beside it is a price, a
/// number of pieces or an address, and not taken.
final class PayFinder {
    private static final int MAX_PAY = 20;

    /// How many numbers are looked at: more than any ad has, too few for one that is made of them
    /// to take long.
    private static final int MIN_TRIED = 200;

    private static final int CHARACTERS_PER_TRIED = 60;
    private static final int BEFORE = 18;
    private static final int AFTER = 14;
    private static final int WINDOW = 64;
    private static final int LONGEST_NUMBER = 9;
    private static final int LONGEST_AMOUNT = 24;

    private static final Pattern AMOUNT =
            Pattern.compile(
                    "("
                            + Amounts.NUMBER
                            + ")\\s?("
                            + Amounts.MULTIPLIER
                            + "(?![a-z]))?\\s?("
                            + Currencies.EXPRESSION
                            + ")?"
                            + "(?:\\s?(?:~|-|–|—|"
                            + Sayings.OF_NUMBERS.either("to-amount")
                            + ")\\s?(?:"
                            + Currencies.EXPRESSION
                            + ")?\\s?("
                            + Amounts.NUMBER
                            + ")\\s?("
                            + Amounts.MULTIPLIER
                            + "(?![a-z]))?\\s?("
                            + Currencies.EXPRESSION
                            + ")?)?");
    private static final Pattern TWO_TO_FOUR_DIGITS = Pattern.compile("\\d{2,4}");

    private PayFinder() {}

    /// The pay as written: neither completed nor converted, which [PayRates] does.
    static List<Pay> find(ScannedText scanned) {
        View view = scanned.views().folded();
        String text = view.text();
        List<Pay> found = new ArrayList<>();
        Matcher matcher = AMOUNT.matcher(text).useTransparentBounds(true);
        int left = MIN_TRIED + text.length() / CHARACTERS_PER_TRIED;
        int i = 0;
        while (i < text.length() && found.size() < MAX_PAY && left > 0) {
            if (!Scripts.isAsciiDigit(text.charAt(i))) {
                i++;
                continue;
            }
            left--;
            int next = Amounts.afterDigits(text, i);
            if (mayBePay(text, i, next)) {
                matcher.region(i, Math.min(text.length(), i + WINDOW));
                if (matcher.lookingAt()) {
                    pay(scanned, view, matcher).ifPresent(found::add);
                    next = Math.max(next, matcher.end());
                }
            }
            i = next;
        }
        return found;
    }

    /// Cheap to ask: whether a word for pay or a period stands around, and the number by itself.
    private static boolean mayBePay(String text, int start, int end) {
        if (end - start > LONGEST_NUMBER || isPartOfWord(text, start)) {
            return false;
        }
        PayWords around =
                PayWords.between(
                        text,
                        Math.max(0, start - BEFORE),
                        Math.min(text.length(), end + LONGEST_AMOUNT + AFTER));
        return around.namePay() || around.period().isPresent();
    }

    /// What an amount without a currency is in depends on the words beside it.
    private static String language(ScannedText scanned, int at) {
        Set<String> near = scanned.languages().near(at);
        return scanned.language()
                .filter(main -> near.isEmpty() || near.contains(main))
                .orElseGet(() -> near.stream().sorted().findFirst().orElse(""));
    }

    private static Optional<Pay> pay(ScannedText scanned, View view, Matcher m) {
        String text = view.text();
        int from = Math.max(0, m.start() - BEFORE);
        String before = text.substring(from, m.start());
        PayWords words = PayWords.between(text, from, m.start());
        Optional<Pay.Period> period =
                PayWords.after(text.substring(m.end(), Math.min(text.length(), m.end() + AFTER)))
                        .or(words::period);
        String multiplier = m.group(5) != null ? m.group(5) : m.group(2);
        String sign =
                m.group(6) != null
                        ? m.group(6)
                        : m.group(3) != null ? m.group(3) : currencyAtEnd(before);
        boolean money = !sign.isEmpty() || multiplier != null;
        if ((!money && !words.namePay()) || (period.isEmpty() && !words.namePay())) {
            return Optional.empty();
        }
        if (!money && PayWords.areHours(text.substring(m.end()))) {
            return Optional.empty();
        }
        String language = language(scanned, view.rawStart(m.start()));
        Optional<String> currency =
                sign.isEmpty()
                        ? Currencies.usual(multiplier, language)
                        : Currencies.code(sign, language);
        if (multiplier == null && sign.isEmpty() && isTenThousands(m.group(1), language)) {
            multiplier = "만";
            currency = Currencies.usual(multiplier, language);
        }
        BigDecimal low = Amounts.read(m.group(1), m.group(2) != null ? m.group(2) : multiplier);
        BigDecimal high = m.group(4) == null ? low : Amounts.read(m.group(4), multiplier);
        if (low.signum() == 0 || low.compareTo(high) > 0) {
            high = low;
        }
        int end = m.end();
        while (text.charAt(end - 1) <= ' ') {
            end--;
        }
        return Optional.of(
                new Pay(
                        low,
                        high,
                        currency,
                        period,
                        Optional.empty(),
                        scanned.quote(view, m.start(), end)));
    }

    /// Koreans name monthly pay in ten thousands and leave the word out: `월 500`.
    private static boolean isTenThousands(String number, String language) {
        return language.equals("ko") && TWO_TO_FOUR_DIGITS.matcher(number).matches();
    }

    /// The currency sign or word that a text ends with; empty where it ends with none.
    private static String currencyAtEnd(String before) {
        String text = before.stripTrailing();
        for (int length = Math.min(Currencies.LONGEST, text.length()); length > 0; length--) {
            String word = text.substring(text.length() - length);
            boolean whole =
                    length == text.length()
                            || !Currencies.isSpelled(word.charAt(0))
                            || !Currencies.isSpelled(text.charAt(text.length() - length - 1));
            if (whole && Currencies.code(word, "").isPresent()) {
                return word;
            }
        }
        return "";
    }

    /// `a1`, `+82 1` and `@x1` are names and telephone numbers; `rm1500` is money.
    static boolean isPartOfWord(String text, int start) {
        if (start == 0) {
            return false;
        }
        char before = text.charAt(start - 1);
        if (before == '+' || before == '@') {
            return true;
        }
        return Scripts.isAsciiWord(before)
                && currencyAtEnd(text.substring(Math.max(0, start - Currencies.LONGEST), start))
                        .isEmpty();
    }
}
