package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.rules.ContextWord;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.SignalRule;

/// Signals that contacts, places and pay raise, whatever the words around them.
final class StructureSignals {
    private static final String RISKY_PLACE = "high_risk_place";
    private static final String UNNAMED = "unnamed_work";

    /// Groups of context words: what only work is spoken of with, and what is rented or sold.
    private static final String JOB = "job";

    private static final String TRADE = "trade";

    /// What people are looked for with, roommates too: work only where pay is named.
    private static final String HIRING = "hiring";

    private static final String HANDED_OVER = "name_for_money";

    /// What is registered in somebody's name, or stands in his home; and words of giving it away.
    private static final String ASSET = "asset";

    private static final String HANDOVER = "handover";

    /// Groups that say nothing of a text's kind: banks, warnings and lures all speak of accounts.
    static final Set<String> OWN_GROUPS = Set.of(ASSET, HANDOVER);

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
        findUnnamedWork(reading, contacts, pay, findings);
        findHandedOver(reading, contacts, pay, findings);
    }

    /// Work is spoken of, at a place where compounds are, and a messenger or mobile is to answer:
    /// what most lures have in common in whatever words. What an employer says of himself speaks
    /// against it elsewhere. A sentence that rents or sells something does not count.
    private void findUnnamedWork(
            Reading reading, List<Contact> contacts, List<Pay> pay, Findings findings) {
        if (!findings.has(RISKY_PLACE) || contacts.stream().noneMatch(LiveContacts::isLive)) {
            return;
        }
        List<Match> trade = wordsOf(reading, TRADE);
        List<Match> work = new ArrayList<>(wordsOf(reading, JOB));
        if (!pay.isEmpty()) {
            work.addAll(wordsOf(reading, HIRING));
        }
        work.stream()
                .filter(job -> trade.stream().noneMatch(t -> inOneSentence(reading.raw(), job, t)))
                .findFirst()
                .ifPresent(job ->
                        findings.add(UNNAMED, rules.signal(UNNAMED).weight(), reading.quote(job)));
    }

    /// An account, card, number or company that is registered to the reader is to be given out of
    /// hand, a figure stands beside it and a messenger or mobile is to answer: what those who look
    /// for mules have in common where no phrase says so.
    private void findHandedOver(
            Reading reading, List<Contact> contacts, List<Pay> pay, Findings findings) {
        if (contacts.stream().noneMatch(LiveContacts::isLive)) {
            return;
        }
        List<Evidence> named = sisterCrimes(findings);
        List<Match> handovers = wordsOf(reading, HANDOVER);
        for (Match asset : wordsOf(reading, ASSET)) {
            handovers.stream()
                    .filter(handover -> named.stream().noneMatch(n -> touches(n, asset, handover)))
                    .filter(handover ->
                            handover.end() <= asset.start() || asset.end() <= handover.start())
                    .filter(handover -> inOneSentence(reading.raw(), asset, handover))
                    .filter(handover -> namesFigure(reading.raw(), asset, handover, contacts, pay))
                    .findFirst()
                    .ifPresent(handover -> {
                        double weight = rules.signal(HANDED_OVER).weight();
                        findings.add(HANDED_OVER, weight, reading.quote(asset));
                        findings.add(HANDED_OVER, weight, reading.quote(handover));
                    });
        }
    }

    private List<Evidence> sisterCrimes(Findings findings) {
        return findings.signals().stream()
                .filter(signal -> rules.signal(signal.id()).role() == SignalRule.Role.SISTER)
                .flatMap(signal -> signal.evidence().stream())
                .toList();
    }

    private static boolean touches(Evidence named, Match one, Match other) {
        return named.start() < Math.max(one.end(), other.end())
                && Math.min(one.start(), other.start()) < named.end();
    }

    /// Whether a number that is no contact, or pay, stands around the two words.
    private static boolean namesFigure(
            String raw, Match one, Match other, List<Contact> contacts, List<Pay> pay) {
        int from = Math.max(0, Math.min(one.start(), other.start()) - MOST_BETWEEN);
        int to = Math.min(raw.length(), Math.max(one.end(), other.end()) + MOST_BETWEEN);
        for (Pay promise : pay) {
            if (promise.evidence().start() < to && from < promise.evidence().end()) {
                return true;
            }
        }
        for (int i = from; i < to; i++) {
            int at = i;
            if (Character.isDigit(raw.charAt(i))
                    && contacts.stream().noneMatch(c -> c.start() <= at && at < c.end())) {
                return true;
            }
        }
        return false;
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
