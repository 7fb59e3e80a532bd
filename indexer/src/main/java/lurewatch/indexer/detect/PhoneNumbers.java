package lurewatch.indexer.detect;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;

/// What libphonenumber knows about a string of digits.
final class PhoneNumbers {
    private PhoneNumbers() {}

    /// A number understood.
    ///
    /// @param value E.164
    /// @param valid whether the country's plan knows the range, not only the length
    /// @param mobile whether it may be a person's: not a land line, a free or a shared-cost number
    /// @param region whose plan it was read by
    record Understood(String value, boolean valid, boolean mobile, String region) {}

    /// Loading the metadata takes a while and most texts hold no number: only when asked.
    private static final class Plans {
        static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    }

    /// E.164 of a number written with `+`.
    static Optional<String> international(String written) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < written.length() && digits.length() < 20; i++) {
            char c = written.charAt(i);
            if (Scripts.isAsciiDigit(c) || (c == '+' && digits.isEmpty())) {
                digits.append(c);
            }
        }
        return digits.isEmpty() || digits.charAt(0) != '+'
                ? Optional.empty()
                : read(digits.toString(), List.of()).map(Understood::value);
    }

    /// Reads digits, with `+` before a country code, else by the first of the regions whose plan
    /// knows them; where none does, by the first whose lengths fit.
    static Optional<Understood> read(String digits, List<String> regions) {
        if (digits.startsWith("+")) {
            return parse(digits, "ZZ");
        }
        Optional<Understood> possible = Optional.empty();
        for (String region : regions) {
            Optional<Understood> understood = parse(digits, region);
            if (understood.isPresent() && understood.get().valid()) {
                return understood;
            }
            possible = possible.or(() -> understood);
        }
        return possible;
    }

    private static Optional<Understood> parse(String digits, String region) {
        try {
            PhoneNumber number = Plans.UTIL.parse(digits, region);
            if (!Plans.UTIL.isPossibleNumber(number)) {
                return Optional.empty();
            }
            boolean valid = Plans.UTIL.isValidNumber(number);
            String value = Plans.UTIL.format(number, PhoneNumberFormat.E164);
            String by =
                    Optional.ofNullable(
                                    Plans.UTIL.getRegionCodeForCountryCode(number.getCountryCode()))
                            .orElse(region);
            return Optional.of(
                    new Understood(
                            value,
                            valid,
                            !valid || isMobile(Plans.UTIL.getNumberType(number)),
                            by));
        } catch (NumberParseException e) {
            return Optional.empty(); // not a number of that plan, which is the answer
        }
    }

    private static boolean isMobile(PhoneNumberType type) {
        return switch (type) {
            case FIXED_LINE, TOLL_FREE, SHARED_COST, PREMIUM_RATE, UAN, VOICEMAIL -> false;
            case MOBILE, FIXED_LINE_OR_MOBILE, VOIP, PERSONAL_NUMBER, PAGER, UNKNOWN -> true;
        };
    }
}
