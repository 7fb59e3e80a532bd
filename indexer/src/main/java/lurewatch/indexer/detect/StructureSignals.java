package lurewatch.indexer.detect;

import java.util.List;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.rules.ContextWord;
import lurewatch.indexer.rules.Rules;

/// Signals that contacts, places and pay raise, whatever the words around them.
final class StructureSignals {
    private static final String RISKY_PLACE = "high_risk_place";
    private static final String UNNAMED = "unnamed_work";

    /// Groups of context words: what only work is spoken of with, and what is rented or sold.
    private static final String JOB = "job";

    private static final String TRADE = "trade";
    private static final int MOST_BETWEEN = 120;
    private static final String SENTENCE_ENDS = ".!?\n。！？؟।";

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
                findings.add(RISKY_PLACE, weight, place.evidence());
            }
        }
        paySignals.findIn(pay, places, findings);
        findUnnamedWork(reading, contacts, findings);
    }

    /// Work is spoken of, at a place where compounds are, and a messenger or mobile is to answer:
    /// what most lures have in common in whatever words. What an employer says of himself speaks
    /// against it elsewhere. A sentence that rents or sells something does not count.
    private void findUnnamedWork(Reading reading, List<Contact> contacts, Findings findings) {
        if (!findings.has(RISKY_PLACE) || contacts.stream().noneMatch(LiveContacts::isLive)) {
            return;
        }
        List<Match> trade = wordsOf(reading, TRADE);
        wordsOf(reading, JOB).stream()
                .filter(job -> trade.stream().noneMatch(t -> inOneSentence(reading.raw(), job, t)))
                .findFirst()
                .ifPresent(job ->
                        findings.add(UNNAMED, rules.signal(UNNAMED).weight(), reading.quote(job)));
    }

    private static List<Match> wordsOf(Reading reading, String group) {
        return reading.matches().stream()
                .filter(match ->
                        match.target() instanceof Target.OfContextWord(ContextWord word)
                                && word.group().equals(group))
                .toList();
    }

    private static boolean inOneSentence(String raw, Match one, Match other) {
        boolean isInOrder = one.start() <= other.start();
        int from = (isInOrder ? one : other).end();
        int to = (isInOrder ? other : one).start();
        for (int i = from; i < to; i++) {
            if (i - from > MOST_BETWEEN || SENTENCE_ENDS.indexOf(raw.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
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
