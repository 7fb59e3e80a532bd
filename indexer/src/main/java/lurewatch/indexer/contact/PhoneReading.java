package lurewatch.indexer.contact;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.scan.Cue;
import lurewatch.indexer.scan.Match;

/// What a string of digits is as a telephone number, and how sure that is.
///
/// @param dialled the digits, with `+` where a country code stands before them
/// @param channels whose cues stand by the number
/// @param candidates the likeliest first; of one written with `+` there is one
/// @param share how much of all likelihood falls on the first
record PhoneReading(
        String dialled,
        List<ContactKind> channels,
        List<PhoneNumbers.Understood> candidates,
        double share,
        Regions regions) {
    /// National numbers have at least so many digits, their leading zero included.
    private static final int NATIONAL = 9;

    /// Without such a zero, so many.
    private static final int LOCAL = 8;

    /// Numbers of offices that are known by their beginning: 1577-0071, 1800 11 3090, 400-123-4567.
    private static final Pattern OFFICE =
            Pattern.compile("1[568]\\d\\d-\\d{4}|(?:0?800|1[38]00|400)[- ]\\d[\\d -]{4,9}");

    private static final Pattern SHORT_LAND_LINE =
            Pattern.compile("\\(?0\\d\\)?[- ]\\d{3}[- ]?\\d{3}");

    private static final int MAX_NAMED = 3;

    private static final String CHINA = "+86";

    /// Between it and the number of a mobile stands a 9, which people leave out at home.
    private static final String ARGENTINA = "+54";

    private static final int ARGENTINE_WITHOUT_MOBILE = 13;

    /// The fewest digits of a mobile number with its country code.
    private static final int WITH_COUNTRY = 10;

    /// Mobile numbers of India, which begin with no zero; sums of money are round.
    private static final Pattern INDIAN = Pattern.compile("[6-9]\\d{4}[- .]\\d{3}(?!00)\\d\\d");

    /// With the long-distance prefix, as no other country writes land lines: `8 843 250-00-50`.
    private static final Pattern RUSSIAN =
            Pattern.compile("8[- ]?\\(?[348]\\d\\d\\d?\\)?[- ]?\\d{2,3}-\\d\\d-\\d\\d");

    /// As telephone numbers are written in print, and little else that begins with a zero.
    private static final Pattern GROUPED =
            Pattern.compile("\\(?0\\d{1,4}\\)?(?:[-. ]\\d{2,4}[-. ]\\d{3,4}|-\\d{6,8})");

    /// As North America and the islands of its plan write theirs.
    private static final Pattern NORTH_AMERICAN =
            Pattern.compile("\\(?[2-9]\\d\\d\\)?[-. ]\\d{3}[-. ]\\d{4}");

    private static final Set<String> NORTH_AMERICA =
            Set.of("US", "CA", "DO", "PR", "JM", "TT", "GU", "MP");

    /// Mobile numbers of eight digits, where plans have no more.
    private static final Pattern OF_EIGHT = Pattern.compile("[5-9]\\d{3}[- ]\\d{4}");

    private static final Set<String> WITH_EIGHT = Set.of("MN", "HK", "SG", "MO");

    static Optional<PhoneReading> of(String dialled, List<ContactKind> channels, Regions regions) {
        if (dialled.startsWith("+")) {
            return PhoneNumbers.dialled(dialled)
                    .map(n -> new PhoneReading(dialled, channels, List.of(n), 1, regions));
        }
        Regions likely = channels.isEmpty() ? regions.onlyTold() : regions.by(channels);
        Optional<PhoneReading> national =
                PhoneNumbers.national(
                                dialled,
                                likely,
                                channels.stream().anyMatch(PhoneReading::isFoundByNumber))
                        .map(c -> new PhoneReading(dialled, channels, c.all(), c.share(), likely));
        Optional<PhoneNumbers.Understood> known =
                national.map(PhoneReading::best)
                        .filter(n -> n.valid() && likely.areToldBy(n.region()));
        boolean written =
                known.filter(n -> n.mobile() && PhoneNumbers.isUsual(n, dialled)).isPresent();
        if (written) {
            return national;
        }
        // a messenger is on a mobile abroad rather than on a land line
        return withoutPlus(dialled, channels, likely)
                .filter(n ->
                        known.isEmpty()
                                || channels.stream().anyMatch(PhoneReading::isFoundByNumber))
                .or(() -> national);
    }

    /// `WhatsApp 85512345678`: messengers show numbers with a country code and no sign before it.
    private static Optional<PhoneReading> withoutPlus(
            String dialled, List<ContactKind> channels, Regions regions) {
        boolean messenger = channels.stream().anyMatch(PhoneReading::isFoundByNumber);
        boolean called = channels.contains(ContactKind.PHONE);
        return (messenger || called) && dialled.length() >= WITH_COUNTRY && !dialled.startsWith("0")
                ? PhoneNumbers.dialled("+" + dialled)
                        .filter(n -> n.range() == PhoneNumbers.Range.PERSONAL)
                        .filter(n -> messenger || regions.areToldBy(n.region()))
                        .map(n -> new PhoneReading("+" + dialled, channels, List.of(n), 1, regions))
                : Optional.empty();
    }

    /// The channels that cues name; cues of other networks and of banks name none.
    static List<ContactKind> channels(List<Match> cues) {
        return cues.stream()
                .map(Cues::of)
                .map(Cue::channel)
                .flatMap(Optional::stream)
                .filter(kind -> kind != ContactKind.BANK)
                .distinct()
                .toList();
    }

    /// The messengers among the channels that know their members by number; a phone where there is
    /// none, and beside WeChat, whose numbers are those of phones only by custom.
    private static List<ContactKind> kinds(List<ContactKind> channels) {
        List<ContactKind> kinds =
                channels.stream()
                        .filter(kind ->
                                isFoundByNumber(kind)
                                        || (kind == ContactKind.PHONE
                                                && channels.contains(ContactKind.WECHAT)))
                        .toList();
        return kinds.isEmpty() ? List.of(ContactKind.PHONE) : kinds;
    }

    /// The kinds of contact that a number is whose channels the cues name: a telephone's beside a
    /// messenger's where the text says that it is both.
    ///
    /// @param rawEnd where the number ends
    List<ContactKind> kinds(List<Match> named, String raw, int rawEnd) {
        List<ContactKind> kinds = kinds(channels(named));
        boolean alsoPhone =
                !kinds.contains(ContactKind.PHONE)
                        && AlsoCalled.isSaid(
                                named, raw, rawEnd, best().range() == PhoneNumbers.Range.LAND_LINE);
        return alsoPhone
                ? Stream.concat(Stream.of(ContactKind.PHONE), kinds.stream()).toList()
                : kinds;
    }

    /// As the channel writes it: WeChat leaves out the country's code.
    String valueFor(ContactKind kind) {
        return valueFor(kind, best().value());
    }

    static String valueFor(ContactKind kind, String e164) {
        if (kind == ContactKind.WECHAT && e164.startsWith(CHINA)) {
            return e164.substring(CHINA.length());
        }
        boolean argentine =
                isFoundByNumber(kind)
                        && e164.startsWith(ARGENTINA)
                        && e164.length() == ARGENTINE_WITHOUT_MOBILE
                        && e164.charAt(ARGENTINA.length()) != '9';
        return argentine ? ARGENTINA + "9" + e164.substring(ARGENTINA.length()) : e164;
    }

    PhoneNumbers.Understood best() {
        return candidates.getFirst();
    }

    /// Whether digits written so can be convincing whatever the plans say of them. Cheap to ask.
    static boolean mayConvince(String dialled, List<ContactKind> channels, String written) {
        return !channels.isEmpty()
                || dialled.startsWith("+")
                || hasTrunk(dialled)
                || hasAreaCode(dialled, written)
                || isShortLandLine(dialled, written)
                || isLongMobile(dialled, written)
                || INDIAN.matcher(written).matches()
                || OFFICE.matcher(written).matches()
                || RUSSIAN.matcher(written).matches();
    }

    /// Whether digits written so may be convincing in a text that tells such countries: as these
    /// write their numbers. Asked before the plans are, which take long to answer.
    static boolean mayConvinceThere(String written, PlacedRegions regions) {
        return (NORTH_AMERICAN.matcher(written).matches()
                        && NORTH_AMERICA.stream().anyMatch(regions.anywhere()::areToldBy))
                || (OF_EIGHT.matcher(written).matches()
                        && WITH_EIGHT.stream().anyMatch(regions.anywhere()::areToldBy));
    }

    private static boolean hasTrunk(String dialled) {
        return dialled.startsWith("0") && dialled.length() >= NATIONAL;
    }

    /// `01-550551`: the shortest land lines, with a sign behind the area code.
    private static boolean isShortLandLine(String dialled, String written) {
        return dialled.length() == LOCAL && SHORT_LAND_LINE.matcher(written).matches();
    }

    private static boolean hasAreaCode(String dialled, String written) {
        return written.startsWith("(") && dialled.length() >= NATIONAL;
    }

    /// Mobile numbers of plans without a leading zero, long and telling enough by themselves.
    private static boolean isLongMobile(String dialled, String written) {
        return dialled.length() == 11
                && written.length() <= 17
                && (dialled.startsWith("1")
                        || dialled.startsWith("89")
                        || dialled.startsWith("87"));
    }

    boolean isConvincing(String written) {
        if (dialled.startsWith("+")) {
            return best().valid() || dialled.length() >= 10;
        }
        boolean trunk = hasTrunk(dialled);
        boolean told = regions.areToldBy(best().region());
        if (!channels.isEmpty()) {
            return best().valid()
                    ? told || (trunk && best().mobile())
                    : told && (trunk || isLocalBehindMessenger());
        }
        if (!told) {
            return false;
        }
        if (!best().valid()) {
            return trunk && GROUPED.matcher(written).matches();
        }
        if (best().range() == PhoneNumbers.Range.SERVICE) {
            return OFFICE.matcher(written).matches();
        }
        return trunk
                || hasAreaCode(dialled, written)
                || (isShortLandLine(dialled, written)
                        && best().range() == PhoneNumbers.Range.LAND_LINE
                        && regions.areSurelyToldBy(best().region()))
                || (best().region().equals("IN") && INDIAN.matcher(written).matches())
                || (NORTH_AMERICA.contains(best().region())
                        && regions.areSurelyToldBy(best().region())
                        && NORTH_AMERICAN.matcher(written).matches())
                || (WITH_EIGHT.contains(best().region())
                        && regions.areSurelyToldBy(best().region())
                        && OF_EIGHT.matcher(written).matches())
                || (RUSSIAN.matcher(written).matches() && best().region().equals("RU"))
                || (isLongMobile(dialled, written)
                        && best().region()
                                .equals(
                                        dialled.startsWith("1")
                                                ? "CN"
                                                : dialled.startsWith("87") ? "KZ" : "RU"));
    }

    /// `WhatsApp 9000 0012` in Hong Kong, where no number begins with a zero: whether a number of a
    /// messenger is as long as the country's are. Its ranges change more often than we learn of it.
    private boolean isLocalBehindMessenger() {
        return PhoneNumbers.isUsual(best(), dialled)
                && dialled.length() >= LOCAL
                && channels.stream().anyMatch(PhoneReading::isFoundByNumber);
    }

    static boolean isFoundByNumber(ContactKind kind) {
        return kind == ContactKind.WHATSAPP
                || kind == ContactKind.TELEGRAM
                || kind == ContactKind.ZALO
                || kind == ContactKind.VIBER
                || kind == ContactKind.SIGNAL
                || kind == ContactKind.WECHAT;
    }

    /// Whether another plan knows the number too.
    boolean isAmbiguous() {
        return others().findAny().isPresent();
    }

    private Stream<PhoneNumbers.Understood> others() {
        return candidates.stream()
                .skip(1)
                .filter(n -> n.valid() && !n.value().equals(best().value()));
    }

    double confidence() {
        if (dialled.startsWith("+")) {
            return best().valid() ? 0.98 : 0.7;
        }
        return best().valid() ? 0.6 + 0.35 * share : 0.4 + 0.2 * share;
    }

    /// Says by which plan the number was read and by which others it could be.
    String method() {
        if (dialled.startsWith("+")) {
            return "number";
        }
        String others =
                others().limit(MAX_NAMED - 1)
                        .map(n -> n.region() + " " + n.value())
                        .collect(Collectors.joining(", "));
        return "number read as "
                + best().region()
                + (others.isEmpty() ? "" : " (or " + others + ")");
    }

    Set<Contact.Trait> traits(boolean disguised) {
        Set<Contact.Trait> traits = EnumSet.noneOf(Contact.Trait.class);
        if (!best().mobile()) {
            traits.add(Contact.Trait.LAND_LINE);
        }
        if (disguised) {
            traits.add(Contact.Trait.DISGUISED);
        }
        return traits;
    }
}
