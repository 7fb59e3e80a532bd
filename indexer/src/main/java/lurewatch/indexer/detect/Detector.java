package lurewatch.indexer.detect;

import java.lang.ref.SoftReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Block;
import lurewatch.indexer.Contact;
import lurewatch.indexer.FraudScore;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.Link;
import lurewatch.indexer.Particulars;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.contact.ContactFinder;
import lurewatch.indexer.contact.PlainWords;
import lurewatch.indexer.learned.FraudModel;
import lurewatch.indexer.rules.ContextWeights;
import lurewatch.indexer.rules.Phrase;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.SignalRule;
import lurewatch.indexer.scan.ActiveLanguages;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Matches;
import lurewatch.indexer.scan.Parts;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Scanner;
import lurewatch.indexer.scan.Target;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.VisibleText;

/// Assesses texts by a set of rules. Immutable and thread-safe; made once, used for millions.
///
/// All offsets in an assessment count UTF-16 units of the text that was given, for a posting of
/// [lurewatch.indexer.JobPosting#text()]. Very long texts are assessed up to a bound, and the
/// assessment says so.
public final class Detector {
    /// Longer than any ad; a text this long is a dump.
    public static final int MAX_CHARACTERS = 400_000;

    /// What only offers speak of; places and contacts stand in any text.
    private static final Set<SignalRule.Role> OFFERS =
            EnumSet.of(
                    SignalRule.Role.WORK,
                    SignalRule.Role.SISTER,
                    SignalRule.Role.INDUCEMENT,
                    SignalRule.Role.CONDUCT);

    /// The last one made, while memory lasts: making it costs as much as hundreds of texts.
    private static volatile SoftReference<Detector> kept = new SoftReference<>(null);

    private final Rules rules;
    private final Optional<FraudModel> fraudModel;
    private final Scanner scanner;
    private final PlainWords plainWords;
    private final Flags flags;
    private final RunTogether runTogether;
    private final Judge judge;
    private final PayRates payRates;

    private Detector(
            Rules rules, Optional<FraudModel> fraudModel, Scanner scanner, PlainWords plainWords) {
        this.rules = rules;
        this.fraudModel = fraudModel;
        this.scanner = scanner;
        this.plainWords = plainWords;
        this.flags = new Flags(rules.places());
        this.runTogether = new RunTogether(rules);
        this.judge = new Judge(rules);
        this.payRates = new PayRates(rules.pay());
    }

    /// One without a text model: no assessment has a fraud score.
    public static Detector of(Rules rules) {
        return of(rules, Optional.empty());
    }

    /// One for each rules and model; for those of the last one, the same.
    public static Detector of(Rules rules, Optional<FraudModel> fraudModel) {
        Detector last = kept.get();
        if (last != null && last.isFor(rules, fraudModel)) {
            return last;
        }
        Detector detector =
                new Detector(
                        rules,
                        fraudModel,
                        new Scanner(RuleLiterals.of(rules), RuleLiterals.patternsOf(rules)),
                        new PlainWords(rules));
        kept = new SoftReference<>(detector);
        return detector;
    }

    private boolean isFor(Rules others, Optional<FraudModel> model) {
        return rules.equals(others)
                && fraudModel.map(FraudModel::version).equals(model.map(FraudModel::version));
    }

    /// The same with other weights of contexts.
    public Detector with(ContextWeights weights) {
        return new Detector(rules.with(weights), fraudModel, scanner, plainWords);
    }

    /// Which rules it judges by: the first digits of their digest.
    public String rulesVersion() {
        return rules.version();
    }

    /// What postings say of each other, by the same rules.
    public Crossposts crossposts() {
        return new Crossposts(rules);
    }

    public Assessment assess(JobPosting posting) {
        return assess(
                posting.text(),
                Optional.empty(),
                posting.links(),
                hostOf(posting.url()),
                posting.blocks(),
                posting.particulars());
    }

    /// Assesses a text that is no posting from a page.
    ///
    /// @param language what the source says it is in, if it says so
    public Assessment assess(String text, Optional<String> language) {
        return assess(text, language, Particulars.UNKNOWN);
    }

    /// Assesses a text of which a source says besides which particulars the ad gives.
    public Assessment assess(String text, Optional<String> language, Particulars particulars) {
        return assess(text, language, List.of(), Optional.empty(), List.of(), particulars);
    }

    /// How much of each cue to its kind a text shows, by the names of `context-weights.tsv`: what
    /// those weights are learned from.
    public Map<String, Double> contextCues(String text) {
        return ofPlain(text).contextCues();
    }

    /// A text as the model of lures' wording reads it: what that model is learned from.
    public String wordingText(String text) {
        Judge.Found found = ofPlain(text).found();
        return WordingSignal.marked(
                found.scanned().views().folded(), found.scanned().raw(), found.contacts());
    }

    /// The way of a text of which nothing else is known.
    private Pass ofPlain(String text) {
        return new Pass(
                text,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Particulars.UNKNOWN);
    }

    private Assessment assess(
            String text,
            Optional<String> language,
            List<Link> links,
            Optional<String> host,
            List<Block> blocks,
            Particulars particulars) {
        return new Pass(text, language, links, host, blocks, particulars).run();
    }

    private static Optional<String> hostOf(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // pages claim addresses that are none
        }
    }

    /// One text's way through the detectors.
    private final class Pass {
        private final String raw;
        private final VisibleText visible;
        private final String text;
        private final Optional<String> told;
        private final List<Link> links;
        private final Optional<String> host;
        private final Particulars particulars;
        private final Parts parts;
        private final List<String> failures = new ArrayList<>();

        Pass(
                String text,
                Optional<String> told,
                List<Link> links,
                Optional<String> host,
                List<Block> blocks,
                Particulars particulars) {
            this.raw = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
            this.visible = runTogether.parted(VisibleText.of(raw));
            this.text = visible.text();
            this.told = told;
            this.links = links;
            this.host = host;
            this.particulars = particulars;
            this.parts = Parts.of(blocks, visible);
            if (text.length() > MAX_CHARACTERS) {
                failures.add(
                        "length: only the first " + MAX_CHARACTERS + " characters are assessed");
            }
        }

        Assessment run() {
            Judge.Found found = found();
            Judgement whole = attempt("signals", () -> judge.judge(found), Judgement.NOTHING);
            Judgement decided = attempt("parts", () -> judge.decide(whole, found, parts), whole);
            Optional<String> language = found.scanned().language();
            Assessment assessment =
                    new Assessment(
                            language,
                            decided.score().points(),
                            decided.score().assessmentClass(),
                            decided.context(),
                            whole.findings().signals(),
                            found.contacts(),
                            found.places(),
                            found.pay(),
                            decided.score().contributions(),
                            rules.version(),
                            fraud(language),
                            failures);
            return RawOffsets.restore(assessment, raw, visible);
        }

        Map<String, Double> contextCues() {
            return judge.traits(found()).amounts();
        }

        private Judge.Found found() {
            TextViews views = TextViews.of(text);
            ActiveLanguages languages = ActiveLanguages.of(text, told);
            List<Match> matches =
                    attempt(
                            "phrases",
                            () ->
                                    Neighbours.join(
                                            text,
                                            Menus.outside(
                                                    text,
                                                    Matches.outsideTraps(
                                                            RawOffsets.marked(
                                                                    scanner.scan(views, languages),
                                                                    visible)))),
                            List.of());
            ScannedText scanned = new ScannedText(views, languages, matches);
            List<Place> places =
                    attempt(
                            "places",
                            () -> PlaceFinder.find(scanned, flags.in(text), isOffer(scanned)),
                            List.of());
            List<Contact> contacts =
                    attempt(
                            "contacts",
                            () ->
                                    RawOffsets.markedContacts(
                                            ContactFinder.find(
                                                    scanned, places, links, host, plainWords),
                                            visible),
                            List.of());
            List<Pay> pay =
                    attempt(
                            "pay",
                            () ->
                                    PayFinder.find(scanned).stream()
                                            .map(payRates::completed)
                                            .toList(),
                            List.of());
            return new Judge.Found(
                    scanned,
                    contacts,
                    places,
                    pay,
                    new Once<>(() ->
                            attempt(
                                    "wording",
                                    () -> WordingSignal.read(rules, scanned, contacts),
                                    Optional.empty())));
        }

        /// Whether the text offers work, so that its places are where one would go.
        private boolean isOffer(ScannedText scanned) {
            return scanned.matches().stream()
                    .anyMatch(m ->
                            m.target() instanceof Target.OfPhrase(Phrase phrase)
                                    && OFFERS.contains(rules.signal(phrase.signal()).role()));
        }

        /// What the text model says of a text in its language.
        private Optional<FraudScore> fraud(Optional<String> language) {
            return fraudModel
                    .filter(_ -> language.filter(FraudModel.LANGUAGE::equals).isPresent())
                    .flatMap(model ->
                            attempt(
                                    "fraud",
                                    () -> model.score(text, particulars),
                                    Optional.empty()));
        }

        /// What one detector found; a failure costs itself and is named.
        private <T> T attempt(String name, Supplier<T> detector, T otherwise) {
            try {
                return detector.get();
            } catch (RuntimeException | StackOverflowError e) {
                failures.add(name + ": " + e);
                return otherwise;
            }
        }
    }
}
