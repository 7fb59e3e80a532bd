package lurewatch.indexer.contact;

import lurewatch.indexer.scan.Scripts;

/// The digits of a number as they are said one word after the other: words for tens and hundreds
/// stay open for the digits that the next words name, others repeat or multiply what stands beside
/// them.
final class SpokenDigits {
    /// More of a digit than that nobody counts.
    private static final int MAX_ZEROS = 6;

    private static final int MAX_TIMES = 9;

    /// In French seventy is sixty and ten.
    private static final String COUNTED_TO_TWENTY = "68";

    /// The last word can be no factor of tens or hundreds.
    private static final int NO_FACTOR = -1;

    private final StringBuilder digits = new StringBuilder();

    /// Whether a digit right before a zero says how many zeros stand there, in languages whose word
    /// for zero has no plural: `üç sıfır`.
    private final boolean countedZeros;

    private int words;

    /// How often the next digit stands.
    private int times = 1;

    /// How many of the last digits the next word may name.
    private int open;

    /// How many of them the last word might have named.
    private int within;

    /// Whether the last digit is a figure by itself, which may count what follows: `4 số không`.
    private boolean figure;

    /// Whether the last digit is a figure.
    private boolean inFigures;

    /// Whether the last digit stands right behind the one before.
    private boolean isLastBeside;

    /// How many words said how often a digit stands.
    private int counted;

    SpokenDigits() {
        this(false);
    }

    SpokenDigits(boolean countedZeros) {
        this.countedZeros = countedZeros;
    }

    int length() {
        return digits.length();
    }

    /// How many words were added.
    int words() {
        return words;
    }

    /// How many of them said how often a digit stands.
    int counted() {
        return counted;
    }

    /// Whether the last digit stands for tens or hundreds, whose own digits may follow.
    boolean isOpen() {
        return open > 0;
    }

    /// Whether the last word said how often the next digit stands.
    boolean isCounting() {
        return times > 1;
    }

    /// Adds a digit that is none of words.
    ///
    /// @param alone whether no other stands beside it
    void addDigit(char digit, boolean alone) {
        figure = alone && times == 1;
        digits.append(String.valueOf(digit).repeat(times));
        times = 1;
        open = 0;
        within = NO_FACTOR;
        inFigures = true;
        isLastBeside = alone;
    }

    /// Adds what a word means; false where it cannot go on the digits before it.
    ///
    /// @param meaning as [NumberWords] gives it
    /// @param beside whether nothing, or only a joint, stands between it and the word before
    boolean add(String meaning, boolean beside) {
        switch (meaning) {
            case NumberWords.TIMES -> {
                int count = beside ? Math.max(lastCount(), isOne() ? 1 : 0) : 0;
                if (count == 0) {
                    return false;
                }
                times = count;
                digits.setLength(digits.length() - 1);
                within = NO_FACTOR;
                open = 0;
            }
            case NumberWords.THOUSANDFOLD,
                    NumberWords.HUNDREDFOLD,
                    NumberWords.ROUND_HUNDREDFOLD,
                    NumberWords.TENFOLD,
                    NumberWords.TEENS -> {
                if (within == NO_FACTOR || !beside || digits.isEmpty()) {
                    return false;
                }
                multiply(meaning);
            }
            case NumberWords.TEN -> {
                if (within == NO_FACTOR || !beside || digits.isEmpty()) {
                    addNumber("10" + NumberWords.OF_TENS, 0, false);
                    within = NO_FACTOR;
                } else {
                    multiply(NumberWords.TENFOLD);
                }
            }
            default -> {
                if (meaning.endsWith(NumberWords.AGAIN)) {
                    if (!beside || !repeat(meaning)) {
                        return false;
                    }
                    counted++;
                } else if (isPlural(meaning)) {
                    if (digits.isEmpty() || !addCounted(meaning.charAt(0), beside)) {
                        return false;
                    }
                    open = 0;
                    within = NO_FACTOR;
                } else if (meaning.endsWith(NumberWords.OFTEN)) {
                    times *= meaning.charAt(0) - '0'; // `deux fois double zéro`
                    if (times > MAX_TIMES) {
                        return false;
                    }
                } else if (meaning.length() > 1) {
                    addNumber(meaning, beside ? open : 0, beside);
                    within = NO_FACTOR;
                } else if (countedZeros && beside && within == 0 && meaning.equals("0")) {
                    if (!addCounted('0', true)) {
                        digits.append('0');
                    }
                    within = NO_FACTOR;
                    open = 0;
                } else {
                    addOne(meaning, beside);
                }
            }
        }
        words++;
        figure = false;
        inFigures = false;
        isLastBeside = beside;
        return true;
    }

    /// How often the last digit says that another stands; 0 where it says so of none.
    private int lastCount() {
        int count = digits.isEmpty() ? 0 : digits.charAt(digits.length() - 1) - '0';
        return (within == 0 || figure) && count >= 2 && count <= MAX_ZEROS ? count : 0;
    }

    /// `一個八`: whether the last digit says that the next stands once.
    private boolean isOne() {
        return (within == 0 || figure)
                && !digits.isEmpty()
                && digits.charAt(digits.length() - 1) == '1';
    }

    private static boolean isPlural(String meaning) {
        return meaning.length() == 2 && meaning.charAt(1) == NumberWords.PLURAL;
    }

    /// Lets the last digit stand as often as the meaning says, or the digit behind it: `zero x3`,
    /// `zero three times`.
    private boolean repeat(String meaning) {
        boolean told = meaning.length() > NumberWords.AGAIN.length();
        int count = told ? meaning.charAt(0) - '0' : lastCount();
        int last = digits.length() - (told ? 1 : 2);
        if (count == 0
                || last < 0
                || (!told && !isLastBeside)
                || (inFigures && !figure && told)
                || !Scripts.isAsciiDigit(digits.charAt(last))) {
            return false;
        }
        digits.setLength(last + 1);
        digits.append(String.valueOf(digits.charAt(last)).repeat(count - 1));
        within = NO_FACTOR;
        open = 0;
        return true;
    }

    private void addOne(String meaning, boolean beside) {
        boolean counts = !meaning.equals("0") && !meaning.equals(NumberWords.PLUS);
        if (open > 0 && beside && counts) {
            digits.setCharAt(digits.length() - 1, meaning.charAt(0));
            within = open;
        } else {
            within = times == 1 && counts ? 0 : NO_FACTOR;
            digits.append(meaning.repeat(times));
            times = 1;
        }
        open = 0;
    }

    /// Appends a number of more than one digit, or puts it in the place of the last digits that are
    /// open.
    private void addNumber(String meaning, int open, boolean beside) {
        char mark = meaning.charAt(meaning.length() - 1);
        String number = meaning.replaceAll("\\D", "");
        int last = digits.length() - 2;
        if (mark == NumberWords.OF_UNITS && within == 0 && beside && !digits.isEmpty()) {
            digits.insert(digits.length() - 1, number.charAt(0)); // `خمسة وسبعين`
            this.open = 0;
            return;
        }
        if (open == 1
                && number.charAt(0) == '1'
                && COUNTED_TO_TWENTY.indexOf(digits.charAt(last)) >= 0) {
            digits.setCharAt(last, (char) (digits.charAt(last) + 1));
            digits.setCharAt(last + 1, number.charAt(1));
        } else if (open == 2 && number.length() == 2) {
            digits.replace(last, last + 2, number);
        } else {
            digits.append(number);
        }
        this.open = mark == NumberWords.OF_TENS ? 1 : mark == NumberWords.OF_HUNDREDS ? 2 : 0;
    }

    /// Makes thousands, hundreds, tens or teens of the last digit.
    private void multiply(String meaning) {
        if (meaning.equals(NumberWords.THOUSANDFOLD)) {
            digits.append("000");
            open = 0;
            within = NO_FACTOR;
            return;
        }
        if (meaning.equals(NumberWords.ROUND_HUNDREDFOLD)) {
            digits.append("00");
            open = 0;
            within = NO_FACTOR;
            return;
        }
        int last = digits.length() - 1;
        char digit = digits.charAt(last);
        if (meaning.equals(NumberWords.HUNDREDFOLD)) {
            digits.append("00");
            open = 2;
            return;
        }
        boolean tens = meaning.equals(NumberWords.TENFOLD);
        digits.replace(within == 2 ? last - 1 : last, last + 1, tens ? digit + "0" : "1" + digit);
        open = tens ? 1 : 0;
    }

    /// As many as the digit before says; one where it is none that counts. False where it counts
    /// more than anybody does.
    private boolean addCounted(char digit, boolean beside) {
        if (times > 1) {
            digits.append(String.valueOf(digit).repeat(times)); // `bốn lần số không`
            times = 1;
            counted++;
            return true;
        }
        int last = digits.length() - 1;
        int count = beside && last >= 0 ? digits.charAt(last) - '0' : 0;
        boolean counts = (within >= 0 || figure) && count >= 2;
        if (counts && count > MAX_ZEROS) {
            return false;
        }
        if (!counts) {
            digits.append(digit);
            return true;
        }
        if (within > 0) {
            digits.setCharAt(last, '0'); // `девятьсот три ноля`
        } else {
            digits.setLength(last);
        }
        digits.append(String.valueOf(digit).repeat(count));
        counted++;
        return true;
    }

    /// The digits, with `+` where a word says it.
    @Override
    public String toString() {
        return digits.toString();
    }
}
