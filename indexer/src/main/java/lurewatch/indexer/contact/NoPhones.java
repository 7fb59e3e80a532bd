package lurewatch.indexer.contact;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.text.Sayings;

/// Digits that are no telephone number whatever plan they fit: amounts, dates, register and licence
/// numbers, accounts, postal codes.
final class NoPhones {
    static final HeadedPattern DATE =
            HeadedPattern.compile(
                    "(?<!\\d)(?:(?:19|20)\\d\\d[-./]{1,2}\\d{1,2}[-./ ]{1,2}\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./](?:19|20)\\d\\d)(?!\\d)",
                    0);
    private static final Pattern KOREAN_BUSINESS = Pattern.compile("\\d{3}-\\d{2}-\\d{5}");
    private static final Pattern BRAZILIAN_BUSINESS =
            Pattern.compile("\\d{2}\\.\\d{3}\\.\\d{3}/\\d{4}-\\d{2}");
    private static final Pattern BRAZILIAN_POSTAL = Pattern.compile("\\d{2}\\.?\\d{3}-\\d{3}");

    /// `042-100-421-000`: more groups of the same number than a telephone number has.
    private static final Pattern GOES_ON = Pattern.compile("[-./]\\d{3}");

    private static final Pattern AMOUNT =
            Pattern.compile("[1-9]\\d{0,2}(?:[., ]000)+|[1-9]\\d{0,2}(?:\\.\\d{3}){2,}");
    private static final Pattern UNIT =
            Pattern.compile(
                    "[^\\S\n]?(?:" + Sayings.OF_NUMBERS.either("amount-of") + ").*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /// What stands before numbers of licences, accounts, orders, and of faxes alone.
    private static final HeadedPattern REGISTER =
            HeadedPattern.compile(
                    Sayings.OF_NUMBERS.either("registered")
                            + "|(?<![/&+,、／] ?|"
                            + Sayings.OF_NUMBERS.either("or-fax")
                            + ")(?:"
                            + Sayings.OF_NUMBERS.either("fax")
                            + ")",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Stand before numbers of orders, goods and files.
    private static final Set<String> COUNTED =
            Set.copyOf(Sayings.OF_NUMBERS.words("numbered-thing"));

    /// The same with a word for `number` behind them.
    private static final Pattern COUNTED_BY_NUMBER =
            Pattern.compile(
                    "(?<![\\p{L}\\p{M}])(?<thing>"
                            + Sayings.OF_NUMBERS.either("thing-with-number")
                            + ")\\s?[#(]?\\s?(?:(?:"
                            + Sayings.OF_NUMBERS.either("its-number")
                            + ")[.'’:]{0,2}|#|№)\\s?[:：=-]?\\s?$",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// How far before the digits such a word may stand.
    private static final int BEFORE = 28;

    /// What may stand between the word and its digits.
    private static final int MAX_GAP = 16;

    private static final int AFTER = 8;

    private NoPhones() {}

    /// @param cueStart where in the text the cue begins that speaks for a number; -1 without one. A
    ///   cue nearer to the digits than a register's name overrules it, unless it is part of that
    ///   name (`사업자번호`)
    static boolean isOne(String text, int start, int end, int cueStart) {
        String written = text.substring(start, end);
        if (written.startsWith("+")) {
            return false;
        }
        if (KOREAN_BUSINESS.matcher(written).matches()
                || BRAZILIAN_BUSINESS.matcher(written).matches()
                || BRAZILIAN_POSTAL.matcher(written).matches()
                || (AMOUNT.matcher(written).matches()
                        && (cueStart < 0 || written.endsWith("000")))) {
            return true;
        }
        String after = LowerCase.of(text.substring(end, Math.min(text.length(), end + AFTER)));
        return UNIT.matcher(after).matches()
                || (cueStart < 0 && GOES_ON.matcher(after).lookingAt())
                || isRegistered(text, start, cueStart)
                || (cueStart < 0 && isNumbered(text, start))
                || isCountedByNumber(text, start, cueStart);
    }

    /// `Rechnung Nr. 0151-2000-0069`: whether a word for `number` stands before the digits, and one
    /// for what is counted before that.
    private static boolean isCountedByNumber(String text, int start, int cueStart) {
        Matcher counted =
                COUNTED_BY_NUMBER.matcher(text).region(Math.max(0, start - BEFORE), start);
        return counted.find() && cueStart <= counted.end("thing");
    }

    /// `n° 07-2026-0365`: behind a sign for `number`, and no word for a telephone, something else
    /// is counted.
    private static boolean isNumbered(String text, int start) {
        int i = start;
        while (i > 0 && text.charAt(i - 1) == ' ') {
            i--;
        }
        int word = i;
        while (word > 0 && i - word < MAX_GAP && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        if (COUNTED.contains(LowerCase.of(text.substring(word, i)))) {
            return true;
        }
        return i > 0
                && ("№#".indexOf(text.charAt(i - 1)) >= 0
                        || ("°º".indexOf(text.charAt(i - 1)) >= 0
                                && i > 1
                                && "nN".indexOf(text.charAt(i - 2)) >= 0));
    }

    private static boolean isRegistered(String text, int start, int cueStart) {
        int from = Math.max(0, start - BEFORE);
        int[] last = {-1};
        REGISTER.find(text, from, start, BEFORE, m -> last[0] = m.end());
        return last[0] >= 0 && start - last[0] <= MAX_GAP && cueStart <= last[0];
    }
}
