package lurewatch.searchcli.export;

import java.util.Set;
import java.util.stream.IntStream;

/// What the numbers of identity cards hold besides a count: days of birth, codes of places, check
/// digits. All take the number without separators, in ASCII.
final class IdentityChecks {
    private static final int[][] DIHEDRAL = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
        {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
        {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
        {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
        {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
        {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0},
    };
    private static final int[] UZBEK = {7, 3, 1};
    private static final int[] SHIFT = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    /// Of Indonesia.
    private static final Set<String> PROVINCES =
            Set.of(
                    "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75"
                            .concat(" 76 81 82 91 92 93 94 95 96 97")
                            .split(" ", -1));

    private IdentityChecks() {}

    /// Whether month and day stand there, in this order.
    static boolean isDay(String number, int month) {
        return isBetween(number, month, 1, 12) && isBetween(number, month + 2, 1, 31);
    }

    /// Whether the two digits there say a number from `first` to `last`.
    static boolean isBetween(String number, int at, int first, int last) {
        int value = Integer.parseInt(number, at, at + 2, 10);
        return value >= first && value <= last;
    }

    /// Thai: each digit by its place from the right, modulo 11.
    static boolean isThai(String number) {
        int sum = IntStream.range(0, 12).map(i -> digit(number, i) * (13 - i)).sum();
        return number.charAt(0) != '0'
                && number.charAt(0) != '9'
                && (11 - sum % 11) % 10 == digit(number, 12);
    }

    /// Chinese: a day of birth, or the last character is right (ISO 7064, modulo 11-2).
    static boolean isChinese(String number) {
        int sum = IntStream.range(0, 17).map(i -> digit(number, i) * ((1 << (17 - i)) % 11)).sum();
        boolean isChecked =
                "10X98765432".charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
        return isChecked || (isCentury(number, 6) && isDay(number, 10));
    }

    static boolean isCentury(String number, int at) {
        return isBetween(number, at, 18, 20);
    }

    /// Vietnamese: a province, then sex and century.
    static boolean isVietnamese(String number) {
        int province = Integer.parseInt(number, 0, 3, 10);
        return province > 0 && province <= 96 && number.charAt(3) <= '3';
    }

    /// Indonesian: a province, then the day of birth, women's with 40 more.
    static boolean isIndonesian(String number) {
        return PROVINCES.contains(number.substring(0, 2))
                && (isBetween(number, 6, 1, 31) || isBetween(number, 6, 41, 71))
                && isBetween(number, 8, 1, 12);
    }

    /// Indian (Verhoeff's check).
    static boolean isIndian(String number) {
        int check = 0;
        for (int i = 0; i < number.length(); i++) {
            int value = digit(number, number.length() - 1 - i);
            for (int turn = 0; turn < i % 8; turn++) {
                value = SHIFT[value];
            }
            check = DIHEDRAL[check][value];
        }
        return check == 0;
    }

    /// Sri Lankan, as until 2015: the day of the year, women's with 500 more.
    static boolean isSriLankan(String number) {
        int day = Integer.parseInt(number, 2, 5, 10) % 500;
        return day >= 1 && day <= 366;
    }

    /// Egyptian, Kyrgyz and Uzbek numbers have fourteen digits, and the day of birth in them.
    static boolean isOfFourteen(String number) {
        boolean isEgyptian = isBetween(number, 0, 20, 39) && isDay(number, 3);
        boolean isKyrgyz =
                number.charAt(0) <= '2'
                        && isBetween(number, 1, 1, 31)
                        && isBetween(number, 3, 1, 12)
                        && isBetween(number, 5, 19, 20);
        int sum = IntStream.range(0, 13).map(i -> digit(number, i) * UZBEK[i % 3]).sum();
        boolean isUzbek =
                isBetween(number, 1, 1, 31)
                        && isBetween(number, 3, 1, 12)
                        && sum % 10 == digit(number, 13);
        return number.charAt(0) != '0' && (isEgyptian || isKyrgyz || isUzbek);
    }

    /// Kazakh: a day of birth, sex and century, and a check digit that is made twice where it must.
    static boolean isKazakh(String number) {
        int first = IntStream.range(0, 11).map(i -> digit(number, i) * (i + 1)).sum() % 11;
        int second =
                IntStream.range(0, 11).map(i -> digit(number, i) * ((i + 2) % 11 + 1)).sum() % 11;
        return isDay(number, 2)
                && number.charAt(6) >= '1'
                && number.charAt(6) <= '6'
                && (first == 10 ? second : first) == digit(number, 11);
    }

    /// Mongolian: a day of birth; of those born since 2000 the month has 20 more.
    static boolean isMongolian(String number) {
        return (isBetween(number, 4, 1, 12) || isBetween(number, 4, 21, 32))
                && isBetween(number, 6, 1, 31);
    }

    private static int digit(String number, int at) {
        return number.charAt(at) - '0';
    }
}
