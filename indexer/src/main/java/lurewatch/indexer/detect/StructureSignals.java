package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;

/// Signals that contacts, places and pay raise, whatever the words around them.
final class StructureSignals {
    static final String RISKY_PLACE = "high_risk_place";
    private static final String UNNAMED = "unnamed_work";
    private static final String OFF_PLATFORM = "off_platform_contact";
    private static final String FOREIGN_PREFIX = "foreign_prefix_contact";
    private static final String PRIVATE = "private_answer";

    /// Groups of context words: what only work is spoken of with, and what is rented or sold.
    private static final String JOB = "job";

    private static final String TRADE = "trade";

    /// What people are looked for with, roommates too: work only where pay is named.
    private static final String HIRING = "hiring";

    /// What people are asked along with: to come, be fetched, sleep and eat at somebody's expense.
    private static final String INVITE = "invite";

    /// The weights of their signals for which the tables below and those of [ForeignPrefix] are.
    private static final double PLACES_SCALED_FOR = 0.4;

    private static final double MESSENGERS_SCALED_FOR = 0.2;
    private static final double PREFIXES_SCALED_FOR = 0.4;

    /// What a messenger weighs: of those with hidden numbers and vanishing messages the most, of
    /// those that shops of a whole region use the least. Any of them is usual for somebody.
    private static final double HIDING = 0.5;

    private static final double TELEGRAM = 0.45;
    private static final double WIDESPREAD = 0.3;
    private static final double USUAL = 0.25;

    /// A name after a mere `@` may be that of another channel.
    private static final double MAYBE_TELEGRAM = 0.2;

    private static final double UNSURE_BELOW = 0.7;

    /// As the lexicon weighs the names of towns with compounds (0.6 to 0.8) and of the countries
    /// around them (0.2 to 0.35).
    private static final double HIGH_RISK = 0.65;

    private static final double MEDIUM_RISK = 0.3;

    private final Rules rules;
    private final Scale riskyPlaces;
    private final Scale offPlatform;
    private final Scale foreignPrefixes;
    private final PaySignals paySignals;
    private final MuleSignals muleSignals;
    private final RoundaboutOffer roundaboutOffer;

    StructureSignals(Rules rules) {
        this.rules = rules;
        this.riskyPlaces = Scale.of(rules, RISKY_PLACE, PLACES_SCALED_FOR);
        this.offPlatform = Scale.of(rules, OFF_PLATFORM, MESSENGERS_SCALED_FOR);
        this.foreignPrefixes = Scale.of(rules, FOREIGN_PREFIX, PREFIXES_SCALED_FOR);
        this.paySignals = new PaySignals(rules);
        this.muleSignals = new MuleSignals(rules);
        this.roundaboutOffer = new RoundaboutOffer(rules);
    }

    void findIn(
            ScannedText scanned,
            List<Contact> contacts,
            List<Place> places,
            List<Pay> pay,
            Findings findings) {
        contacts.stream()
                .filter(Contact::isInText)
                .forEach(contact -> findIn(scanned, contact, findings));
        if (!Answers.areLive(contacts) && !findings.has(OFF_PLATFORM)) {
            WordGroups.in(scanned, WordGroups.PRIVATELY)
                    .forEach(word ->
                            findings.add(
                                    PRIVATE, rules.signal(PRIVATE).weight(), scanned.quote(word)));
        }
        for (Place place : places) {
            double weight = riskyPlaces.of(riskWeight(place));
            if (weight > 0) {
                findings.add(RISKY_PLACE, weight, place.evidence());
            }
        }
        paySignals.findIn(pay, places, findings);
        findUnnamedWork(scanned, contacts, pay, findings);
        muleSignals.findIn(scanned, contacts, pay, findings);
        roundaboutOffer.findIn(scanned, contacts, findings);
    }

    /// Work is spoken of, or a stay at somebody's expense, at a place where compounds are, and a
    /// messenger, mobile or private message is to answer: what most lures have in common in
    /// whatever words. A mere message has to invite, since headlines and questions are as short and
    /// name work and place. What an employer says of himself speaks against it elsewhere. A
    /// sentence that rents or sells something does not count.
    private void findUnnamedWork(
            ScannedText scanned, List<Contact> contacts, List<Pay> pay, Findings findings) {
        if (!findings.has(RISKY_PLACE) || !Answers.arePrivate(scanned, contacts)) {
            return;
        }
        WordGroups.Near trade = new WordGroups.Near(scanned.raw(), WordGroups.in(scanned, TRADE));
        List<Match> work = new ArrayList<>(WordGroups.in(scanned, JOB));
        List<Match> invitations = WordGroups.in(scanned, INVITE);
        if (invitations.isEmpty() && !Answers.areAsked(scanned, contacts)) {
            return;
        }
        work.addAll(invitations);
        if (!pay.isEmpty()) {
            work.addAll(WordGroups.in(scanned, HIRING));
        }
        work.stream()
                .filter(job -> trade.inSentenceOf(job, _ -> true).isEmpty())
                .filter(job -> !Negation.isForbidden(scanned.raw(), job.start(), job.end()))
                .filter(job -> !Negation.denies(scanned.raw(), job.start(), job.end()))
                .findFirst()
                .ifPresent(job ->
                        findings.add(UNNAMED, rules.signal(UNNAMED).weight(), scanned.quote(job)));
    }

    private void findIn(ScannedText scanned, Contact contact, Findings findings) {
        Evidence quote = Evidence.in(scanned.raw(), contact.start(), contact.end());
        double messenger = offPlatform.of(offPlatformWeight(contact));
        if (messenger > 0) {
            findings.add(OFF_PLATFORM, messenger, quote);
        }
        if (contact.isDisguised()) {
            findings.add("obfuscated_contact", rules.signal("obfuscated_contact").weight(), quote);
        }
        boolean dialledFromAbroad =
                contact.raw().indexOf('+') >= 0
                        || contact.raw().startsWith("00")
                        || contact.raw().indexOf('/') >= 0;
        if (contact.value().startsWith("+") && dialledFromAbroad) {
            ForeignPrefix.weight(contact.value(), scanned.languages().near(contact.start()))
                    .map(foreignPrefixes::of)
                    .filter(weight -> weight > 0)
                    .ifPresent(weight -> findings.add(FOREIGN_PREFIX, weight, quote));
        }
    }

    private static double offPlatformWeight(Contact contact) {
        return switch (contact.kind()) {
            case TELEGRAM -> contact.confidence() < UNSURE_BELOW ? MAYBE_TELEGRAM : TELEGRAM;
            case SIGNAL, BAT -> HIDING;
            case WECHAT, ZALO, VIBER, QQ, DISCORD -> WIDESPREAD;
            case KAKAOTALK, KAKAO_OPENCHAT, LINE, WHATSAPP, MESSENGER, SKYPE -> USUAL;
            case INSTAGRAM, TIKTOK, EMAIL, PHONE, BTC, ETH, TRON, BANK, URL -> 0;
        };
    }

    private static double riskWeight(Place place) {
        return switch (place.risk()) {
            case "high" -> HIGH_RISK;
            case "medium" -> MEDIUM_RISK;
            default -> 0;
        };
    }
}
