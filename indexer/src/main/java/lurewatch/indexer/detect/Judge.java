package lurewatch.indexer.detect;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Context;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Pay;
import lurewatch.indexer.Place;
import lurewatch.indexer.learned.WordingScores;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.scan.Parts;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Signs;

/// Turns what was found in a text into what the text is taken for.
///
/// The text itself and each comment under it are judged for themselves as well: a lure under a
/// warning stays a lure, a warning under a lure does not make it a warning, and a warning that
/// quotes a lure stays a warning.
final class Judge {
    private final Rules rules;
    private final PhraseSignals phraseSignals;
    private final StructureSignals structureSignals;
    private final MoneyBack moneyBack;
    private final SumSignal sumSignal;
    private final WordingSignal wordingSignal;
    private final ContextJudge contextJudge;

    Judge(Rules rules) {
        this.rules = rules;
        this.phraseSignals = new PhraseSignals(rules);
        this.structureSignals = new StructureSignals(rules);
        this.moneyBack = new MoneyBack(rules);
        this.sumSignal = new SumSignal(rules);
        this.wordingSignal = new WordingSignal(rules);
        this.contextJudge = new ContextJudge(rules);
    }

    /// All that the detectors found in one text or some spans of it.
    ///
    /// @param wording read when it is first asked for: most texts need it for nothing
    record Found(
            ScannedText scanned,
            List<Contact> contacts,
            List<Place> places,
            List<Pay> pay,
            Supplier<Optional<WordingScores>> wording,
            List<Parts.Span> spans) {
        /// In the whole text.
        Found(
                ScannedText scanned,
                List<Contact> contacts,
                List<Place> places,
                List<Pay> pay,
                Supplier<Optional<WordingScores>> wording) {
            this(
                    scanned,
                    contacts,
                    places,
                    pay,
                    wording,
                    List.of(new Parts.Span(0, scanned.raw().length())));
        }

        /// What of it lies within the span.
        Found within(Parts.Span span) {
            return new Found(
                    new ScannedText(
                            scanned.views(),
                            scanned.languages(),
                            scanned.matches().stream()
                                    .filter(m -> span.holds(m.start(), m.end()))
                                    .toList()),
                    contacts.stream()
                            .filter(c -> c.isInText() && span.holds(c.start(), c.end()))
                            .toList(),
                    places.stream().filter(p -> holds(span, p.evidence())).toList(),
                    pay.stream().filter(p -> holds(span, p.evidence())).toList(),
                    wording,
                    List.of(span));
        }

        /// What of it lies in no comment.
        Found outside(Parts parts) {
            return new Found(
                    new ScannedText(
                            scanned.views(),
                            scanned.languages(),
                            scanned.matches().stream()
                                    .filter(m -> parts.isMain(m.start(), m.end()))
                                    .toList()),
                    contacts.stream()
                            .filter(c -> !c.isInText() || parts.isMain(c.start(), c.end()))
                            .toList(),
                    places.stream().filter(p -> isMain(parts, p.evidence())).toList(),
                    pay.stream().filter(p -> isMain(parts, p.evidence())).toList(),
                    wording,
                    parts.main(scanned.raw().length()));
        }

        private static boolean holds(Parts.Span span, Evidence evidence) {
            return span.holds(evidence.start(), evidence.end());
        }

        private static boolean isMain(Parts parts, Evidence evidence) {
            return parts.isMain(evidence.start(), evidence.end());
        }
    }

    /// The text as one.
    Judgement judge(Found found) {
        Findings findings = findings(found);
        ContextTraits traits = ContextTraits.of(rules, found, findings);
        ContextJudge.Decision decision = contextJudge.judge(found, traits, findings);
        Combination.Answering answering = answering(found, findings, decision);
        sumSignal.findIn(found, findings);
        if (!Score.isLureByWords(rules, findings, answering)) {
            wordingSignal.findIn(found, findings, answering == Combination.Answering.IN_PLACE);
        }
        if (Score.mayBeLure(rules, findings, decision, answering)) {
            wordingSignal.doubtIn(found, findings);
        }
        var surroundings =
                new Score.Surroundings(
                        found.contacts().stream().anyMatch(LiveContacts::isLive),
                        !WordGroups.in(found.scanned(), WordGroups.SHOP).isEmpty(),
                        traits.isMostlyQuoted() && isNobodysOffer(found),
                        Answers.isMessage(found.scanned()),
                        answering);
        return new Judgement(
                findings, decision.context(), Score.of(rules, findings, decision, surroundings));
    }

    /// A message that reads as an offer is answered where it was sent; a headline, question or
    /// account of that length is none, nor what says how lawful employers do it.
    private Combination.Answering answering(
            Found found, Findings findings, ContextJudge.Decision decision) {
        return decision.context() == Context.NONE
                        && !decision.ordinary()
                        && (Answers.isPersonal(rules, found.scanned(), findings)
                                || WordingSignal.isPlainMessage(found, decision))
                        && findings.signals().stream().noneMatch(s -> s.weight() < 0)
                        && Answers.isMessage(found.scanned())
                        && !WordingSignal.isRatherOther(found)
                ? Combination.Answering.IN_PLACE
                : Combination.Answering.ELSEWHERE;
    }

    /// Whether nobody can be answered, or only in what is quoted by somebody who tells more than
    /// that: a report that gives an ad in full, and maybe a number to report such ads to.
    private static boolean isNobodysOffer(Found found) {
        return Answers.areNone(found.contacts()) || QuotedContacts.of(found).areAll();
    }

    /// How much of each cue to its kind the text as one shows.
    ContextTraits traits(Found found) {
        return ContextTraits.of(rules, found, findings(found));
    }

    private Findings findings(Found found) {
        Findings findings = new Findings();
        phraseSignals.findIn(found.scanned(), found.contacts(), findings);
        structureSignals.findIn(
                found.scanned(), found.contacts(), found.places(), found.pay(), findings);
        moneyBack.findIn(found, findings);
        return findings;
    }

    /// Which of a text's judgements holds: of the whole, of the text without its comments, or of
    /// the comment that is most like a lure.
    Judgement decide(Judgement whole, Found found, Parts parts) {
        if (!parts.hasComments()) {
            return switch (whole.context()) {
                case NONE -> whole;
                case WARNING -> unlessNotice(whole, found);
                case NEWS, VICTIM_REPORT, DISCUSSION, LAWFUL_PROCESS, FICTION ->
                        unlessAppended(whole, found);
            };
        }
        Judgement main = judge(found.outside(parts));
        if (main.context() == Context.NONE && whole.context() == Context.NONE) {
            return whole;
        }
        Judgement best = main;
        for (Parts.Span comment : parts.comments()) {
            Judgement answer = judge(found.within(comment));
            if (answer.context() == Context.NONE
                    && answer.isWorthALook()
                    && answer.score().points() > best.score().points()) {
                best = answer;
            }
        }
        return best;
    }

    /// A warning that is only a notice against impostors around an ad: boards put one line under
    /// whatever they print, and firms under their own ads. What stands beside the line must read as
    /// an ordinary offer by itself, and be much more than the line.
    private Judgement unlessNotice(Judgement whole, Found found) {
        List<Parts.Span> notices = Notices.in(found.scanned());
        if (notices.isEmpty()) {
            return whole;
        }
        Judgement offer = judge(found.outside(new Parts(notices)));
        boolean isOffer =
                offer.context() == Context.NONE
                        && !offer.isWorthALook()
                        && offer.findings().has(ContextJudge.ORDINARY);
        return isOffer ? offer : whole;
    }

    /// News under which, or above which, a lure stands as a paragraph or several of its own: pasted
    /// news make an ad look like one who warns. Only what is a lure by itself and says how to
    /// answer counts, beside what is news without it: a report quotes ads in its middle, in
    /// quotation marks or behind a colon, and says more when it has quoted one.
    private Judgement unlessAppended(Judgement whole, Found found) {
        String text = found.scanned().raw();
        List<Integer> cuts = Parts.paragraphs(text);
        for (int cut : cuts) {
            Found above = found.within(new Parts.Span(0, cut));
            Found below = found.within(new Parts.Span(cut, text.length()));
            Judgement under = judge(below);
            boolean endsWithContact = isAnswerable(below, cuts.getLast());
            if (endsWithContact
                    && !Parts.announces(text, cut)
                    && isLureBeside(under, below, above)) {
                return under;
            }
            Judgement over = judge(above);
            if (cut == cuts.getFirst() && isLureBeside(over, above, below)) {
                return over;
            }
        }
        return whole;
    }

    private boolean isLureBeside(Judgement judgement, Found own, Found other) {
        return judgement.context() == Context.NONE
                && judgement.score().assessmentClass() == AssessmentClass.LURE
                && isAnswerable(own, 0)
                && !Signs.in(own.scanned().raw(), own.spans()).quotes()
                && judge(other).context() == Context.NEWS;
    }

    private static boolean isAnswerable(Found own, int from) {
        return own.contacts().stream().anyMatch(c -> c.start() >= from && LiveContacts.isLive(c));
    }
}
