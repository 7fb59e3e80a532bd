package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Signal;
import lurewatch.indexer.rules.ContextWord;
import lurewatch.indexer.rules.Phrase;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.SignalRule.Role;
import lurewatch.indexer.rules.TextTrait;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Matches;
import lurewatch.indexer.scan.Parts;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Signs;
import lurewatch.indexer.scan.Target;

/// How much of each cue to its kind a text shows, and where. More of a cue says less and less, so
/// that a long text is told by what it says and not by how often.
record ContextTraits(Map<String, Trait> byCue) {
    /// @param evidence in the order found; empty for what no words show
    record Trait(double amount, List<Evidence> evidence) {}

    /// What was hidden is the same text as before.
    private static final String HIDDEN = "obfuscated_contact";

    private static final String TRADE = "words:trade";

    private static final Set<String> OF_OFFERS =
            Set.of(
                    "job",
                    "hiring",
                    "pay",
                    "terms",
                    "duties",
                    "ordinary",
                    "in_person",
                    "answer",
                    "trade",
                    "audience");

    /// Whom accounts tell of, and whom recruiters call the reader: "Brother, ...".
    private static final Set<String> OF_PEOPLE = Set.of("kin", "friend");

    private static final String BEHIND_ADDRESS = ",，、!！،፣";

    /// What warnings advise against and questions ask for.
    private static final Set<String> OF_CARE = Set.of("dont", "ask");

    /// "Tell nobody at home", "no questions" are no warning and no question.
    private static final Set<String> HUSHING = Set.of("secrecy_request", "company_hidden");

    private static final int MOST_HUSHED = 32;

    private static final double MOST_OF_SIGNAL = 2;
    private static final double MOST_OF_WORDS = 1.6;
    private static final double MOST_QUESTIONS = 1.5;

    /// From how many quotes of signals on there is much of what lures say.
    private static final double MANY = 10;

    private static final double MOSTLY = 0.5;
    private static final double MANY_UNQUOTED = 8;

    static ContextTraits of(Rules rules, Judge.Found found, Findings findings) {
        Map<String, Trait> traits = new LinkedHashMap<>();
        traits.put(TextTrait.CONSTANT.cue(), new Trait(1, List.of()));
        List<Signal> signals = findings.signals();
        for (Signal signal : signals) {
            if (signal.id().equals(HIDDEN)) {
                continue;
            }
            double share = signal.weight() < 0 ? findings.strength(signal.id()) : signal.weight();
            double units = -Math.log(Math.max(1e-6, 1 - share));
            traits.put(signal.id(), new Trait(Math.min(MOST_OF_SIGNAL, units), signal.evidence()));
        }
        Signs signs = Signs.in(found.scanned().raw(), found.spans());
        boolean reports = signs.tellsMoreThanItQuotes(found.scanned().raw(), found.spans());
        addWords(found.scanned(), reports ? signs.quoted() : List.of(), traits);
        addTrade(rules, signals, traits);
        addSigns(signs, signals, traits);
        addContacts(found, signs, traits);
        found.pay().stream()
                .map(Pay::evidence)
                .filter(evidence -> !reports || !signs.isQuoted(evidence))
                .findFirst()
                .ifPresent(evidence -> put(traits, TextTrait.PAY, 1, List.of(evidence)));
        return new ContextTraits(traits);
    }

    /// Whether at least as much of what lures say is quoted as said.
    boolean isMostlyQuoted() {
        Trait quoted = byCue.get(TextTrait.LURE_QUOTED.cue());
        return quoted != null && quoted.amount() >= MOSTLY;
    }

    /// The amounts alone.
    Map<String, Double> amounts() {
        Map<String, Double> amounts = new LinkedHashMap<>();
        byCue.forEach((cue, trait) -> amounts.put(cue, trait.amount()));
        return amounts;
    }

    /// What ads say of work is not said by who quotes one.
    private static void addWords(
            ScannedText scanned, List<Parts.Span> quotes, Map<String, Trait> traits) {
        Map<String, List<Match>> byCue = new LinkedHashMap<>();
        List<Match> hushed = hushed(scanned);
        for (Match match : scanned.matches()) {
            if (match.target() instanceof Target.OfContextWord(ContextWord word)
                    && WordGroups.isCue(word.group())
                    && !(OF_PEOPLE.contains(word.group()) && isAddressed(scanned.raw(), match))
                    && !(OF_CARE.contains(word.group()) && isWithin(hushed, match))
                    && !(OF_OFFERS.contains(word.group())
                            && Signs.isWithin(quotes, match.start(), match.end()))) {
                byCue.computeIfAbsent(word.cue(), _ -> new ArrayList<>()).add(match);
            }
        }
        byCue.forEach((cue, matches) -> {
            Set<String> words = new HashSet<>();
            List<Evidence> evidence = new ArrayList<>();
            for (Match match : Matches.longest(matches)) {
                if (words.add(((Target.OfContextWord) match.target()).word().word())) {
                    evidence.add(scanned.quote(match));
                }
            }
            double amount = Math.log(1 + words.size()) / Math.log(2) / MOST_OF_WORDS;
            traits.put(cue, new Trait(Math.min(MOST_OF_WORDS, amount), evidence));
        });
    }

    /// Whether the text begins with it and goes on behind a comma.
    private static boolean isAddressed(String raw, Match match) {
        int end = match.end();
        while (end < raw.length() && raw.charAt(end) == ' ') {
            end++;
        }
        return end < raw.length()
                && BEHIND_ADDRESS.indexOf(raw.charAt(end)) >= 0
                && raw.substring(0, match.start()).isBlank();
    }

    /// Where a recruiter asks to keep quiet and to ask nothing.
    private static List<Match> hushed(ScannedText scanned) {
        return scanned.matches().stream()
                .filter(match ->
                        match.target() instanceof Target.OfPhrase(Phrase phrase)
                                && HUSHING.contains(phrase.signal()))
                .limit(MOST_HUSHED)
                .toList();
    }

    private static boolean isWithin(List<Match> longer, Match match) {
        return longer.stream().anyMatch(l -> l.start() <= match.start() && match.end() <= l.end());
    }

    /// Words of trade say much more where no signal speaks of work or of a sister crime.
    private static void addTrade(Rules rules, List<Signal> signals, Map<String, Trait> traits) {
        boolean work =
                signals.stream()
                        .map(signal -> rules.signal(signal.id()).role())
                        .anyMatch(role -> role == Role.WORK || role == Role.SISTER);
        Trait trade = traits.get(TRADE);
        if (trade != null && !work) {
            put(traits, TextTrait.TRADE_ALONE, trade.amount(), trade.evidence());
        }
    }

    private static void addSigns(Signs signs, List<Signal> signals, Map<String, Trait> traits) {
        if (!signs.questions().isEmpty()) {
            double amount = Math.min(MOST_QUESTIONS, signs.questions().size() / 2.0);
            put(traits, TextTrait.QUESTIONS, amount, signs.questions());
        }
        if (signs.endsAsking()) {
            put(traits, TextTrait.ENDS_ASKING, 1, signs.questions());
        }
        if (signs.quotes()) {
            put(traits, TextTrait.QUOTES, 1, List.of());
        }
        List<Evidence> told =
                signals.stream()
                        .filter(signal -> signal.weight() > 0 && !signal.id().equals(HIDDEN))
                        .flatMap(signal -> signal.evidence().stream())
                        .toList();
        if (told.isEmpty()) {
            return;
        }
        double quoted = told.stream().filter(signs::isQuoted).count();
        put(traits, TextTrait.LURE_QUOTED, quoted / told.size(), List.of());
        put(
                traits,
                TextTrait.LURE_UNQUOTED,
                Math.min(1, (told.size() - quoted) / MANY_UNQUOTED),
                List.of());
        put(traits, TextTrait.LURE, Math.min(1, told.size() / MANY), List.of());
    }

    /// Those that are only quoted are not the text's own.
    private static void addContacts(Judge.Found found, Signs signs, Map<String, Trait> traits) {
        String raw = found.scanned().raw();
        QuotedContacts quoted = QuotedContacts.of(found, signs);
        boolean areAll = !quoted.isOwn() && !quoted.quoted().isEmpty();
        if (areAll) {
            put(traits, TextTrait.QUOTED_CONTACT, 1, quoted.quoted());
        }
        for (Contact contact : found.contacts()) {
            List<Evidence> evidence =
                    contact.isInText()
                            ? List.of(Evidence.in(raw, contact.start(), contact.end()))
                            : List.of();
            if (areAll && LiveContacts.isLive(contact)) {
                continue;
            }
            put(traits, TextTrait.CONTACT, 1, evidence);
            if (LiveContacts.isLive(contact)) {
                put(traits, TextTrait.LIVE_CONTACT, 1, evidence);
            }
            if (contact.kind() == ContactKind.EMAIL) {
                put(traits, TextTrait.MAIL, 1, evidence);
            } else if (LiveContacts.isLive(contact) && contact.kind() != ContactKind.PHONE) {
                put(traits, TextTrait.MESSENGER, 1, evidence);
            }
        }
    }

    private static void put(
            Map<String, Trait> traits, TextTrait trait, double amount, List<Evidence> evidence) {
        if (amount > 0) {
            traits.putIfAbsent(trait.cue(), new Trait(amount, evidence));
        }
    }
}
