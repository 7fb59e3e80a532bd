package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Behaviour;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactUse;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Signal;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.SignalRule;

/// The second pass over what is known: contacts that stand on several sites within a few days.
/// Pure: the same uses of a posting's contacts give the same answer, in whatever order they became
/// known.
public final class Crossposts {
    /// How many hours apart two uses of a contact may lie, in either direction.
    public static final int WINDOW_HOURS = 72;

    private static final String SIGNAL = "burst_crosspost";

    /// Two boards are what many an honest employer uses; in two languages it is not the same ad.
    private static final int SITES = 3;

    private static final int SITES_IN_TWO_LANGUAGES = 2;

    /// More of them on one site in so short a time are a board's own hotline or an employer's line.
    private static final int HUB = 20;

    private static final int MOST_CONTACTS = 8;
    private static final int MOST_NAMED = 8;
    private static final double SURE = 0.7;

    private final Rules rules;
    private final Optional<SignalRule> rule;

    /// Never finds anything by rules without the signal.
    public Crossposts(Rules rules) {
        this.rules = rules;
        this.rule = Optional.ofNullable(rules.signals().get(SIGNAL));
    }

    /// The contacts of a text by which it may be linked to others: an account that its owner alone
    /// answers, in the text itself. Warnings and news name other people's contacts.
    public List<Contact> telling(Assessment assessment) {
        if (rule.isEmpty() || !assessment.context().allowsSuspicion()) {
            return List.of();
        }
        Map<String, Contact> byKey = new LinkedHashMap<>();
        for (Contact contact : assessment.contacts()) {
            if (contact.isInText()
                    && contact.confidence() >= SURE
                    && !contact.kind().isOfFirmsToo()) {
                byKey.putIfAbsent(contact.key(), contact);
            }
        }
        return byKey.values().stream().limit(MOST_CONTACTS).toList();
    }

    /// What the uses of its contacts say of a posting; empty where they say nothing.
    ///
    /// @param assessment of the text alone
    /// @param uses who else uses a contact within [#WINDOW_HOURS] of this posting's use, itself
    ///   included
    public Optional<Behaviour> behaviour(
            PostingId own, Assessment assessment, Function<Contact, List<ContactUse>> uses) {
        List<Evidence> evidence = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Contact contact : telling(assessment)) {
            List<ContactUse> around = uses.apply(contact);
            if (isSpread(around)) {
                evidence.add(new Evidence(contact.raw(), contact.start(), contact.end()));
                reasons.add(contact.kind().label() + " " + reason(own, around));
            }
        }
        if (evidence.isEmpty()) {
            return Optional.empty();
        }
        evidence.sort(Comparator.comparingInt(Evidence::start));
        return rule.map(known -> behaviour(assessment, known.weight(), evidence, reasons));
    }

    private Behaviour behaviour(
            Assessment assessment, double weight, List<Evidence> evidence, List<String> reasons) {
        Signal signal =
                new Signal(SIGNAL, weight, evidence, Optional.of(String.join("; ", reasons)));
        double score = Score.raised(assessment.score(), weight);
        return new Behaviour(
                signal,
                score - assessment.score(),
                score,
                Score.classOf(score, rules.thresholds()));
    }

    private static boolean isSpread(List<ContactUse> uses) {
        Map<String, Long> bySite =
                uses.stream()
                        .collect(Collectors.groupingBy(ContactUse::site, Collectors.counting()));
        boolean isHub = bySite.values().stream().anyMatch(postings -> postings > HUB);
        int enough = languages(uses).size() > 1 ? SITES_IN_TWO_LANGUAGES : SITES;
        return !isHub && bySite.size() >= enough;
    }

    /// Indonesian and Malay, and the scripts of Chinese, are one here: a short text may be either.
    private static Set<String> languages(List<ContactUse> uses) {
        return uses.stream()
                .flatMap(use -> use.language().stream())
                .map(tag -> tag.equals("ms") ? "id" : tag.split("-", 2)[0])
                .collect(Collectors.toSet());
    }

    private static String reason(PostingId own, List<ContactUse> uses) {
        List<ContactUse> others =
                uses.stream()
                        .filter(use -> !use.posting().equals(own))
                        .sorted(
                                Comparator.comparing(ContactUse::at)
                                        .thenComparing(ContactUse::posting))
                        .toList();
        String named =
                others.stream()
                        .limit(MOST_NAMED)
                        .map(use -> use.posting() + " (" + use.site() + ")")
                        .collect(Collectors.joining(", "));
        int more = others.size() - MOST_NAMED;
        return String.format(
                Locale.ROOT,
                "stands on %d sites within %d hours%s: also %s%s",
                uses.stream().map(ContactUse::site).distinct().count(),
                WINDOW_HOURS,
                languages(uses).size() > 1 ? " in " + languages(uses).size() + " languages" : "",
                named,
                more > 0 ? " and " + more + " more" : "");
    }
}
