package lurewatch.indexer.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.scan.Scripts;

/// What libphonenumber knows about a string of digits.
final class PhoneNumbers {
    /// How well a number fits a plan that knows its range as another than a person's, or only its
    /// length.
    private static final double NO_PERSONS = 0.35;

    /// Behind a messenger's name, where hardly anything but mobiles is found.
    private static final double NO_MEMBERS = 0.1;

    private static final double LENGTH_ONLY = 0.12;

    /// For digits with a zero in front in countries that write none, and the reverse.
    private static final double UNUSUAL_TRUNK = 0.3;

    /// Where national numbers are written without a zero before them.
    private static final Set<String> WITHOUT_TRUNK =
            Set.of(
                    "IN", "NP", "HK", "SG", "US", "BR", "MX", "CO", "PE", "ES", "PT", "RU", "KZ",
                    "MN", "IT", "PL", "GR", "CZ", "SK", "DK", "NO", "HU", "CI", "SN", "CM", "CL",
                    "EC", "BO", "UZ", "TJ", "GE", "QA", "KW", "BH", "OM", "MO", "CA", "FJ", "PG",
                    "AO", "MZ", "TL", "TN", "MR", "YE", "TG", "BJ", "BF", "ML", "NE", "GA", "GM",
                    "GN", "BI", "DJ", "BW", "LS", "SZ", "MU", "SC", "CR", "PA", "HN", "SV", "NI",
                    "GT", "HT", "JM", "TT", "PR", "DO", "MV", "BT", "BN", "PW", "MP", "WS", "SB",
                    "VU", "TO", "LV", "EE", "LT", "MT", "CY", "LU", "IS");

    /// Of these, where land lines are, because the area code begins with it.
    private static final Set<String> WITH_AREA_CODE =
            Set.of("IN", "NP", "BR", "PE", "IT", "HU", "BO", "EC", "GE");

    /// Who is this much less likely than the likeliest need not be asked.
    private static final double NEGLIGIBLE = 0.15;

    /// Short numbers of offices work only inside their country and have no other form (1577-0071).
    private static final int LONGEST_INSIDE = 8;

    /// `+52 1 55 …`: until 2019 a 1 stood before mobile numbers, and people still write it.
    private static final int OLD_MEXICAN_MOBILE = 14;

    private static final int OF_EIGHT = 8;

    private static final int KOREAN_MOBILE = "+821012345678".length();

    private PhoneNumbers() {}

    /// What a plan knows about the range that a number is in.
    enum Range {
        /// A mobile, or anything else that may be a person's.
        PERSONAL,
        LAND_LINE,
        /// Free, shared-cost and other numbers of offices.
        SERVICE,
        /// No range in use; only the length fits.
        UNKNOWN
    }

    /// A number understood.
    ///
    /// @param value E.164; for a number that works only inside its country, its digits
    /// @param region whose plan it was read by
    record Understood(String value, Range range, String region) {
        boolean valid() {
            return range != Range.UNKNOWN;
        }

        /// Whether it may be a person's.
        boolean mobile() {
            return range == Range.PERSONAL || range == Range.UNKNOWN;
        }
    }

    /// What a national number may be, the likeliest first.
    ///
    /// @param share how much of all likelihood falls on the first
    record Candidates(List<Understood> all, double share) {
        Understood best() {
            return all.getFirst();
        }
    }

    private record Weighted(Understood number, double weight) {}

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
                : dialled(digits.toString()).map(Understood::value);
    }

    /// Reads digits with `+` and a country code before them.
    static Optional<Understood> dialled(String digits) {
        boolean mexicanMobile = digits.startsWith("+521") && digits.length() == OLD_MEXICAN_MOBILE;
        return parse(mexicanMobile ? "+52" + digits.substring(4) : digits, "ZZ");
    }

    /// The main country of a code.
    static Optional<String> regionOf(int code) {
        return Optional.ofNullable(Plans.UTIL.getRegionCodeForCountryCode(code))
                .filter(region -> !region.equals("ZZ") && !region.equals("001"));
    }

    /// Reads digits as a national number of the likely countries.
    ///
    /// @param messenger whether they stand behind a messenger's name
    static Optional<Candidates> national(String digits, Regions regions, boolean messenger) {
        List<Weighted> weighted = new ArrayList<>();
        double best = 0;
        for (Map.Entry<String, Double> region : regions.likelihoods().entrySet()) {
            if (region.getValue() < best * NEGLIGIBLE) {
                break; // the others are less likely still
            }
            Optional<Understood> number = parse(withArea(digits, region.getKey()), region.getKey());
            if (number.isPresent()) {
                double weight = region.getValue() * fit(number.get(), digits, messenger);
                weighted.add(new Weighted(number.get(), weight));
                best = Math.max(best, weight);
            }
        }
        if (weighted.isEmpty()) {
            return Optional.empty();
        }
        weighted.sort(Comparator.comparingDouble(w -> -w.weight())); // stable
        double sum = weighted.stream().mapToDouble(Weighted::weight).sum();
        return Optional.of(
                new Candidates(
                        weighted.stream().map(Weighted::number).toList(),
                        weighted.getFirst().weight() / sum));
    }

    /// Land lines of eight digits are Manila's in the Philippines, whose code people leave out; in
    /// Laos they leave out the 20 before mobile numbers.
    private static String withArea(String digits, String region) {
        boolean local = digits.length() == OF_EIGHT && digits.charAt(0) != '0';
        if (local && region.equals("PH")) {
            return "02" + digits;
        }
        return local && region.equals("LA") && "579".indexOf(digits.charAt(0)) >= 0
                ? "20" + digits
                : digits;
    }

    private static double fit(Understood number, String digits, boolean messenger) {
        double others = messenger ? NO_MEMBERS : NO_PERSONS;
        boolean person = number.mobile() || isFree(number, digits);
        double plan = !number.valid() ? LENGTH_ONLY : person ? 1 : others;
        return isUsual(number, digits) ? plan : plan * UNUSUAL_TRUNK;
    }

    /// Whether it costs nothing to call, by the digits that begin such numbers nearly everywhere.
    private static boolean isFree(Understood number, String digits) {
        return number.range() == Range.SERVICE && digits.startsWith("0800");
    }

    /// Whether numbers of that country are written with a zero before them, or without one, as this
    /// one is.
    static boolean isUsual(Understood number, String digits) {
        boolean trunk = digits.startsWith("0");
        boolean chinese = number.region().equals("CN") && !trunk;
        boolean areaCode = !number.mobile() && WITH_AREA_CODE.contains(number.region());
        return chinese || (areaCode ? trunk : trunk != WITHOUT_TRUNK.contains(number.region()));
    }

    private static Optional<Understood> parse(String digits, String region) {
        try {
            PhoneNumber number = Plans.UTIL.parse(digits, region);
            if (!Plans.UTIL.isPossibleNumber(number)) {
                return Optional.empty();
            }
            String e164 = Plans.UTIL.format(number, PhoneNumberFormat.E164);
            boolean valid = Plans.UTIL.isValidNumber(number) && !isShortKorean(e164);
            Range range =
                    valid
                            ? range(Plans.UTIL.getNumberType(number))
                            : FictionNumbers.has(e164) ? Range.PERSONAL : Range.UNKNOWN;
            boolean onlyInside = range == Range.SERVICE && digits.length() <= LONGEST_INSIDE;
            String value = onlyInside ? digits : e164;
            String by =
                    Optional.ofNullable(valid ? Plans.UTIL.getRegionCodeForNumber(number) : null)
                            .or(() ->
                                    Optional.ofNullable(
                                            Plans.UTIL.getRegionCodeForCountryCode(
                                                    number.getCountryCode())))
                            .orElse(region);
            return Optional.of(new Understood(value, range, by));
        } catch (NumberParseException e) {
            return Optional.empty(); // not a number of that plan, which is the answer
        }
    }

    /// `010-000-0075`: behind 010 stand eight digits since there are such numbers; only the older
    /// prefixes had seven.
    private static boolean isShortKorean(String e164) {
        return e164.startsWith("+8210") && e164.length() < KOREAN_MOBILE;
    }

    private static Range range(PhoneNumberType type) {
        return switch (type) {
            case FIXED_LINE -> Range.LAND_LINE;
            case TOLL_FREE, SHARED_COST, PREMIUM_RATE, UAN, VOICEMAIL -> Range.SERVICE;
            case MOBILE, FIXED_LINE_OR_MOBILE, VOIP, PERSONAL_NUMBER, PAGER, UNKNOWN ->
                    Range.PERSONAL;
        };
    }
}
