package lurewatch.indexer.contact;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.text.PastedText;

/// A telephone number as people write it at home, `(096) 123-4567`, or with its country's code and
/// no `+`. Nothing says of which country it is; what is known by it is found by asking for it with
/// every country's code.
///
/// @param digits nothing else
public record HomeNumber(String digits) {
    private static final int FEWEST_DIGITS = 9;

    /// Behind a zero, and in all.
    private static final int MOST_AT_HOME = 11;

    private static final int MOST_DIGITS = 13;

    /// Groups of digits that may be apart; of a single one nobody makes a group.
    private static final Pattern AT_HOME =
            Pattern.compile("\\(?0\\d+\\)?(?:[ ./-]{1,2}\\(?\\d{2,}\\)?){0,5}");

    /// Without a zero before them numbers that are apart may be any.
    private static final Pattern TOGETHER = Pattern.compile("[1-9]\\d+(?:[.-]\\d{2,}){0,4}");

    private static final Pattern DATE =
            Pattern.compile("\\d{1,2}([./-])\\d{1,2}\\1\\d{4}(?:\\D.*)?");

    /// Thousands in groups are an amount.
    private static final Pattern AMOUNT = Pattern.compile("[1-9]\\d{0,2}(?:[.]\\d{3})+");

    private static final Pattern OTHER = Pattern.compile("\\D");

    /// What is dialled before a number at home, where that is no zero, by the code of the country.
    private enum Trunk {
        RUSSIA("7", "8"),
        HUNGARY("36", "06"),
        BELARUS("375", "80"),
        LITHUANIA("370", "8"),
        TURKMENISTAN("993", "8");

        private final String code;
        private final String prefix;

        Trunk(String code, String prefix) {
            this.code = code;
            this.prefix = prefix;
        }
    }

    /// Loading takes a while and most queries hold no number: only when asked.
    private static final class Codes {
        static final Set<Integer> ALL = PhoneNumberUtil.getInstance().getSupportedCallingCodes();
    }

    /// The number; empty for what is none, or says its country.
    ///
    /// @param pasted whatever stands between its digits
    public static Optional<HomeNumber> read(String pasted) {
        String plain = PastedText.plain(pasted).strip();
        if (plain.regionMatches(true, 0, "tel:", 0, 4)) {
            plain = plain.substring(4);
        }
        String digits = OTHER.matcher(plain).replaceAll("");
        boolean isAtHome = digits.startsWith("0") && !digits.startsWith("00");
        boolean isWritten =
                isAtHome
                        ? AT_HOME.matcher(plain).matches() && digits.length() <= MOST_AT_HOME
                        : TOGETHER.matcher(plain).matches() && digits.length() <= MOST_DIGITS;
        return isWritten
                        && digits.length() >= FEWEST_DIGITS
                        && !DATE.matcher(plain).matches()
                        && !AMOUNT.matcher(plain).matches()
                ? Optional.of(new HomeNumber(digits))
                : Optional.empty();
    }

    /// What contacts with this number are called: with each country's code, without the zero and
    /// with it, as a few countries keep it; with the code that it may begin with; and as it is.
    public Set<String> values() {
        Set<String> values = new LinkedHashSet<>();
        values.add(digits);
        boolean hasTrunk = digits.startsWith("0");
        if (!hasTrunk) {
            values.add("+" + digits);
        }
        for (int code : Codes.ALL) {
            values.add("+" + code + digits);
            if (hasTrunk) {
                values.add("+" + code + digits.substring(1));
            }
        }
        for (Trunk trunk : Trunk.values()) {
            if (digits.startsWith(trunk.prefix)) {
                values.add("+" + trunk.code + digits.substring(trunk.prefix.length()));
            }
        }
        return values;
    }
}
