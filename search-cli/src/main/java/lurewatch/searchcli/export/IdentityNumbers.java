package lurewatch.searchcli.export;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.text.JarText;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;

/// Numbers of identity cards, passports and the like, in the digits of any script: known by a form
/// that nothing else has, by what is in them (a day, a check digit), or by the words before them
/// (`identity-words.tsv`). A number without such words is none within an address, where it names a
/// page.
///
/// Gaps are bounded and nothing nests, so that time is linear.
final class IdentityNumbers {
    /// A number of the text, from `start` to `end` in UTF-16 units.
    ///
    /// @param isSure whether it cannot as well be the number of a phone or an account
    record Hit(int start, int end, boolean isSure) {}

    /// @param isSure whether its look says what it is
    /// @param check asked of letters and digits alone
    private record Form(boolean isSure, Pattern pattern, Predicate<String> check) {}

    private static final String DASH = " ?[\\p{Pd}\u2212] ?";
    private static final String GAP = "[ .\\p{Pd}\u2212]?";

    private static final List<Form> FORMS =
            List.of(
                    sure("\\d{6}" + DASH + "[1-8]\\d{6}"), // Korea
                    likely("\\d{6} ?[1-8]\\d{6}", n -> IdentityChecks.isDay(n, 2)),
                    sure(
                            "\\d[ .\\p{Pd}]\\d{4}[ .\\p{Pd}]\\d{5}[ .\\p{Pd}]\\d{2}[ .\\p{Pd}]\\d"), // Thailand
                    likely(
                            "\\d" + GAP + "\\d{4}" + GAP + "\\d{5}" + GAP + "\\d{2}" + GAP + "\\d",
                            IdentityChecks::isThai),
                    likely("\\d{6} ?\\d{8} ?\\d{3}[0-9Xx]", IdentityChecks::isChinese),
                    sure("[A-Z][1289]\\d{8}"), // Taiwan
                    sure("[A-Z]{1,2}\\d{6} ?\\([0-9A]\\)|[157]\\d{6} ?\\(\\d\\)"), // Hong Kong,
                    // Macau
                    sure("[A-Z]{1,2}\\d{7,8}|[A-Z]\\d{3}[A-Z]\\d{4}|[A-Z]\\d{7}[A-Z]"), // passports
                    sure("(?=[A-Z0-9<]{28})[A-Z][A-Z0-9<]{1,41}?<<[A-Z0-9<]{0,44}+"), // their
                    // last
                    // lines
                    likely("\\d{3}([ .]?)\\d{3}\\1\\d{3}\\1\\d{3}", IdentityChecks::isVietnamese),
                    likely("\\d{4}[ .]\\d{4}[ .]\\d{4}", IdentityChecks::isVietnamese),
                    likely(
                            "\\d{4}("
                                    + GAP
                                    + ")\\d{4}\\1\\d{4}\\1\\d{4}|\\d{6}[ .]\\d{6}[ .]\\d{4}",
                            IdentityChecks::isIndonesian),
                    sure(
                            "\\d{6}[ \\p{Pd}]\\d{2}[ \\p{Pd}]\\d{4}",
                            n -> IdentityChecks.isDay(n, 2)), // Malaysia
                    sure(
                            "(?:1[0-4]|[1-9]) ?/ ?[\\p{L}\\p{M}]{2,24}+ ?\\( ?[\\p{L}\\p{M}]{1,12}+ ?\\)"
                                    + " ?[0-9\u101d]{5,6}"), // Myanmar, also with its letter that
                    // looks like zero
                    sure("\\d{9} ?\\(\\d{2}\\)"), // Cambodia
                    sure(
                            "\\d{2}"
                                    + DASH
                                    + "\\d{7}"
                                    + DASH
                                    + "\\d|\\d{2}"
                                    + DASH
                                    + "\\d{9}"
                                    + DASH
                                    + "\\d|\\d{4}"
                                    + DASH
                                    + "\\d{7}"
                                    + DASH
                                    + "\\d"), // Philippines
                    likely("[2-9]\\d{3}([ \\p{Pd}])\\d{4}\\1\\d{4}", IdentityChecks::isIndian),
                    sure("[A-Z]{3}[ABCFGHLJPT][A-Z]\\d{4}[A-Z]"), // India, of tax payers
                    sure("\\d{5}" + DASH + "\\d{7}" + DASH + "\\d"), // Pakistan
                    sure("\\d{9}[VXvx]", IdentityChecks::isSriLankan),
                    sure(
                            "(?:0[1-9]|[1-6]\\d|7[0-7])"
                                    + DASH
                                    + "\\d{2}"
                                    + DASH
                                    + "\\d{2}"
                                    + DASH
                                    + "\\d{5,6}"), // Nepal
                    sure("C[MF]\\d{5}[0-9A-Z]{7}"), // Uganda
                    sure(
                            "(?:19|20)\\d{6}" + GAP + "\\d{5}" + GAP + "\\d{5}" + GAP + "\\d{2}",
                            n -> IdentityChecks.isDay(n, 4)), // Tanzania
                    sure("GHA" + GAP + "\\d{9}" + GAP + "\\d"), // Ghana
                    sure("\\d{2}" + DASH + "\\d{6,7} ?[A-Z] ?\\d{2}"), // Zimbabwe
                    sure("\\d{6}/\\d{2}/\\d"), // Zambia
                    likely("\\d{14}", IdentityChecks::isOfFourteen),
                    likely("\\d{12}", IdentityChecks::isKazakh),
                    sure(
                            "[\u0410-\u042f\u0401\u04e8\u04ae]{2} ?\\d{8}",
                            IdentityChecks::isMongolian),
                    sure(
                            "784"
                                    + GAP
                                    + "(?:19|20)\\d{2}"
                                    + GAP
                                    + "\\d{7}"
                                    + GAP
                                    + "\\d"), // Emirates
                    sure("\\d{3}\\.\\d{3}\\.\\d{3}" + DASH + "\\d{2}"), // Brazil
                    sure("[A-Z]{4}\\d{6}[HMX][A-Z]{5}[0-9A-Z]\\d"), // Mexico
                    sure(
                            "(?!000|666|9)\\d{3}"
                                    + DASH
                                    + "\\d{2}"
                                    + DASH
                                    + "\\d{4}"), // United States
                    sure("[A-CEGHJ-PR-TW-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]")); // United Kingdom

    /// Letters and digits that words before them may say to be such a number.
    private static final Pattern ANY =
            Pattern.compile(
                    "(?<![0-9a-z])[a-z\\p{IsCyrillic}]{0,3}\\d{1,20}+"
                            + "(?:[./\\p{Pd}]\\d{1,14}+| \\d{1,6}+){0,6}[a-z]{0,2}\\d{0,8}+(?![0-9a-z])");

    private static final int FEWEST_DIGITS = 5;
    private static final int MOST_DIGITS = 20;

    /// Digits of a number of a phone that begins with zero; those of identity cards have more.
    private static final int LONGEST_PHONE = 11;

    private static final int LONGEST_SUM = 9;

    /// How far before a number its words may begin.
    private static final int WINDOW = 60;

    /// What is looked back upon from each number.
    private static final int LONGEST_ADDRESS = 2000;

    private static final Pattern SUM = Pattern.compile("[1-9]\\d{0,2}(?:[. ]\\d{3})+|[1-9]\\d*000");

    private static final Pattern DAY =
            Pattern.compile(
                    "(?:19|20)\\d{2}[. /\\p{Pd}]\\d{1,2}[. /\\p{Pd}]\\d{1,2}"
                            + "|\\d{1,2}[. /\\p{Pd}]\\d{1,2}[. /\\p{Pd}](?:19|20)\\d{2}");

    private static final Pattern WORDS = words();

    private IdentityNumbers() {}

    private static Form sure(String form) {
        return sure(form, _ -> true);
    }

    private static Form sure(String form, Predicate<String> check) {
        return new Form(true, Pattern.compile(bounded("(?<![0-9A-Za-z])", form)), check);
    }

    /// A form of digits alone: not where a number has its country code or a page its number.
    private static Form likely(String form, Predicate<String> check) {
        return new Form(false, Pattern.compile(bounded("(?<![0-9A-Za-z+/=&#?_%])", form)), check);
    }

    private static String bounded(String start, String form) {
        return start + "(?:" + form + ")(?![0-9A-Za-z])";
    }

    /// Those of a text, in its order, none within another.
    static List<Hit> in(String text) {
        if (!mayHold(text)) {
            return List.of();
        }
        TextViews views = TextViews.of(text);
        View view = views.cased();
        List<Hit> all = new ArrayList<>();
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(view.text());
            for (int from = 0; matcher.find(from); ) {
                boolean isOne =
                        form.check().test(matcher.group().replaceAll("[^\\p{L}0-9]", ""))
                                && !isInAddress(view.text(), matcher.start());
                if (isOne) {
                    all.add(hit(view, matcher.start(), matcher.end(), form.isSure()));
                }
                from = isOne ? matcher.end() : matcher.start() + 1;
            }
        }
        addNamed(views.folded(), all);
        return apart(all);
    }

    /// A glance that spares most texts the rest.
    private static boolean mayHold(String text) {
        int signs = 0;
        for (int i = 0; i < text.length() && signs < FEWEST_DIGITS; i++) {
            char c = text.charAt(i);
            boolean mayBeOne =
                    Character.isDigit(c) || c == '<' || (c >= 128 && !Character.isLetter(c));
            signs += mayBeOne ? 1 : 0;
        }
        return signs >= FEWEST_DIGITS;
    }

    private static Hit hit(View view, int start, int end, boolean isSure) {
        return new Hit(view.rawStart(start), view.rawEnd(end), isSure);
    }

    private static boolean isInAddress(String text, int at) {
        int start = at;
        int least = Math.max(0, at - LONGEST_ADDRESS);
        while (start > least && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
            if (text.startsWith("://", start)) {
                return true;
            }
        }
        return false;
    }

    private static void addNamed(View view, List<Hit> all) {
        Matcher number = ANY.matcher(view.text());
        while (number.find()) {
            long digits = number.group().chars().filter(c -> c >= '0' && c <= '9').count();
            if (digits >= FEWEST_DIGITS
                    && digits <= MOST_DIGITS
                    && isNamed(view.text(), number.start(), number.group())) {
                all.add(hit(view, number.start(), number.end(), true));
            }
        }
    }

    private static boolean isNamed(String text, int start, String number) {
        String before = plain(text.substring(Math.max(0, start - WINDOW), start));
        Matcher words = WORDS.matcher(before);
        if (!words.find()) {
            return false;
        }
        boolean isSaid =
                words.group("number") != null
                        || words.group("word") != null
                        || words.group("between").indexOf(':') >= 0
                        || words.group("between").indexOf('=') >= 0;
        return isSaid
                ? !before.endsWith("+")
                : before.indexOf('\n', words.start()) < 0 && !isSomethingElse(number);
    }

    /// Whether it looks like the number of a phone, a sum or a day.
    private static boolean isSomethingElse(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        boolean isPhone = number.startsWith("0") && digits.length() <= LONGEST_PHONE;
        boolean isSum = digits.length() <= LONGEST_SUM && SUM.matcher(number).matches();
        return isPhone || isSum || DAY.matcher(number).matches();
    }

    /// Without accents and tone marks, which many leave out.
    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT)
                .replace('\u0111', 'd')
                .replace('_', ' ');
    }

    private static Pattern words() {
        List<String> rows = JarText.rows(IdentityNumbers.class, "identity-words.tsv");
        return Pattern.compile(
                "(?:(?<number>"
                        + bounded(rows, "number")
                        + ")|(?:"
                        + bounded(rows, "paper")
                        + "))(?<between>(?:[ \\n:.,#=/()\\[\\]\"'*~|\\p{Pd}]|(?<word>"
                        + ways(rows, "word")
                        + ")){0,24})(?:[a-z\\p{IsCyrillic}]{1,2} )?$");
    }

    /// Words of scripts that write no blanks stand within others; the others begin a word, and
    /// those that are not short may have an ending.
    private static String bounded(List<String> rows, String kind) {
        String alone =
                "[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}\\p{IsArabic}\\p{IsHebrew}\\p{IsEthiopic}\\p{IsDevanagari}\\p{IsBengali}]";
        return "(?<!"
                + alone
                + ")(?:"
                + ways(rows, kind)
                + ")(?:(?!"
                + alone
                + ")|(?<="
                + alone
                + "{5})"
                + alone
                + "{1,4}(?!"
                + alone
                + "))";
    }

    private static String ways(List<String> rows, String kind) {
        return rows.stream()
                .map(row -> row.split("\t", -1))
                .filter(row -> row[0].equals(kind))
                .flatMap(row -> Stream.of(row[2].split("\\|", -1)))
                .map(IdentityNumbers::plain)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(joining("|"));
    }

    private static List<Hit> apart(List<Hit> all) {
        all.sort(
                Comparator.comparingInt(Hit::start)
                        .thenComparing(Comparator.comparingInt(Hit::end).reversed())
                        .thenComparing(hit -> !hit.isSure()));
        List<Hit> apart = new ArrayList<>();
        for (Hit hit : all) {
            if (apart.isEmpty() || hit.start() >= apart.getLast().end()) {
                apart.add(hit);
            }
        }
        return apart;
    }
}
