package lurewatch.indexer.detect;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.PlaceRole;
import lurewatch.indexer.rules.PayTable;
import lurewatch.indexer.rules.Rules;

/// Signals that contacts, places and pay raise, whatever the words around them.
final class StructureSignals {
    private static final double HOURS_PER_MONTH = 170;
    private static final double DAYS_PER_MONTH = 24;
    private static final double WEEKS_PER_MONTH = 4.3;
    private static final double MONTHS_PER_YEAR = 12;

    /// `$45k-$67k` names no period; so many times the mark is what people earn in a year.
    private static final double MORE_LIKELY_A_YEAR = 8;

    private static final double HIGH_AT_DESTINATION = 0.4;

    private final Rules rules;

    StructureSignals(Rules rules) {
        this.rules = rules;
    }

    void findIn(
            Reading reading,
            List<Contact> contacts,
            List<Place> places,
            List<Pay> pay,
            Findings findings) {
        contacts.stream()
                .filter(Contact::isInText)
                .forEach(contact -> findIn(reading, contact, findings));
        for (Place place : places) {
            double weight = riskWeight(place);
            if (weight > 0) {
                findings.add("high_risk_place", weight, place.evidence());
            }
        }
        pay.forEach(promise -> findIn(promise, places, findings));
    }

    private void findIn(Reading reading, Contact contact, Findings findings) {
        Evidence quote = Evidence.in(reading.raw(), contact.start(), contact.end());
        double offPlatform = offPlatformWeight(contact);
        if (offPlatform > 0) {
            findings.add("off_platform_contact", offPlatform, quote);
        }
        if (Concealment.isMarked(contact)) {
            findings.add("obfuscated_contact", rules.signal("obfuscated_contact").weight(), quote);
        }
        boolean dialledFromAbroad =
                contact.raw().indexOf('+') >= 0
                        || contact.raw().startsWith("00")
                        || contact.raw().indexOf('/') >= 0;
        if (contact.value().startsWith("+") && dialledFromAbroad) {
            ForeignPrefix.weight(contact.value(), reading.language())
                    .ifPresent(weight -> findings.add("foreign_prefix_contact", weight, quote));
        }
    }

    private static double offPlatformWeight(Contact contact) {
        return switch (contact.kind()) {
            case TELEGRAM -> contact.confidence() < 0.7 ? 0.2 : 0.45;
            case SIGNAL -> 0.5;
            case WECHAT, ZALO, VIBER, QQ, DISCORD -> 0.3;
            case KAKAOTALK, KAKAO_OPENCHAT, LINE, WHATSAPP, MESSENGER -> 0.25;
            case EMAIL, PHONE, BTC, ETH, TRON, BANK, URL -> 0;
        };
    }

    private static double riskWeight(Place place) {
        return switch (place.risk()) {
            case "high" -> 0.65;
            case "medium" -> 0.3;
            default -> 0;
        };
    }

    private void findIn(Pay pay, List<Place> places, Findings findings) {
        Optional<PayTable.Currency> currency =
                pay.currency().map(code -> rules.pay().currencies().get(code));
        if (currency.isEmpty()) {
            return;
        }
        double monthly = monthly(pay);
        double times = monthly / currency.get().highPerMonth();
        if (times >= MORE_LIKELY_A_YEAR) {
            times /= MONTHS_PER_YEAR;
            monthly /= MONTHS_PER_YEAR;
        }
        if (times >= 1) {
            findings.add("pay_too_high", Math.min(0.7, 0.35 + 0.1 * times), pay.evidence());
        } else if (isHighAtDestination(pay, monthly * currency.get().usd(), places)) {
            findings.add("pay_too_high", HIGH_AT_DESTINATION, pay.evidence());
        }
    }

    /// Pay in the destination's own currency is pay at home, and its own mark holds.
    private boolean isHighAtDestination(Pay pay, double dollars, List<Place> places) {
        return places.stream()
                .filter(place -> place.role() == PlaceRole.DESTINATION)
                .filter(place -> !isOwnCurrency(place.country(), pay.currency().orElse("")))
                .map(place -> rules.pay().destinations().get(place.country()))
                .anyMatch(limit -> limit != null && dollars >= limit);
    }

    private static boolean isOwnCurrency(String country, String currency) {
        Currency own = Currency.getInstance(Locale.of("", country));
        return own != null && own.getCurrencyCode().equals(currency);
    }

    private static double monthly(Pay pay) {
        double low = pay.low().min(BigDecimal.valueOf(1e15)).doubleValue();
        return switch (pay.period().orElse(Pay.Period.MONTH)) {
            case HOUR -> low * HOURS_PER_MONTH;
            case DAY -> low * DAYS_PER_MONTH;
            case WEEK -> low * WEEKS_PER_MONTH;
            case MONTH -> low;
            case YEAR -> low / MONTHS_PER_YEAR;
        };
    }
}
