package lurewatch.indexer.detect;

import java.util.List;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.rules.Rules;

/// Signals that contacts, places and pay raise, whatever the words around them.
final class StructureSignals {
    private final Rules rules;
    private final PaySignals paySignals;

    StructureSignals(Rules rules) {
        this.rules = rules;
        this.paySignals = new PaySignals(rules.pay());
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
        paySignals.findIn(pay, places, findings);
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
            ForeignPrefix.weight(contact.value(), reading.languages().near(contact.start()))
                    .ifPresent(weight -> findings.add("foreign_prefix_contact", weight, quote));
        }
    }

    private static double offPlatformWeight(Contact contact) {
        return switch (contact.kind()) {
            case TELEGRAM -> contact.confidence() < 0.7 ? 0.2 : 0.45;
            case SIGNAL, BAT -> 0.5;
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
}
