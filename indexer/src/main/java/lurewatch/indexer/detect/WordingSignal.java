package lurewatch.indexer.detect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.Contact;
import lurewatch.indexer.learned.KindWording;
import lurewatch.indexer.learned.WordingModel;
import lurewatch.indexer.learned.WordingScores;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.scan.Parts;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.text.View;

/// How like known lures a text is put, whatever it says: learned, not written down, so that it is
/// there for what no list of phrases holds, and speaks against what only shares their phrases.
final class WordingSignal {
    /// A passage put as lures are. Only beside a messenger, mobile or request for a private
    /// message.
    static final String SIGNAL = "lure_wording";

    /// No passage is.
    static final String DOUBT = "ctx_other_wording";

    /// Below, it says so little that nobody should read it.
    private static final double LEAST = 0.7;

    /// From here on no victim's account was worded so, and hardly an honest offer.
    static final double SURE = 0.9;

    private static final double EVEN = 0.5;

    /// How likely a passage, and the text as a whole, must be for a message that names no contact.
    private static final double PLAIN = 0.97;

    private static final double SURELY_LURE = 0.99;
    private static final int LONGER_THAN_TITLES = 120;
    private static final char FIRST_HANGUL = '\uac00';

    /// How unlike lures the passage most like them must be.
    private static final double UNLIKE = 0.15;

    private static final int SHOWN_WORDS = 5;

    private final Rules rules;

    WordingSignal(Rules rules) {
        this.rules = rules;
    }

    /// What the model reads of a text; nothing where there is no model.
    static Optional<WordingScores> read(Rules rules, ScannedText scanned, List<Contact> contacts) {
        return rules.wording()
                .map(model ->
                        model.read(marked(scanned.views().folded(), scanned.raw(), contacts)));
    }

    /// The text in lower case with its line feeds and, in place of contacts, what stands for them,
    /// place for place.
    static String marked(View folded, String raw, List<Contact> contacts) {
        char[] marked = folded.text().toCharArray();
        for (int feed = raw.indexOf('\n'); feed >= 0; feed = raw.indexOf('\n', feed + 1)) {
            int place = folded.indexOf(feed);
            if (place < marked.length && Character.isWhitespace(marked[place])) {
                marked[place] = '\n';
            } else if (place > 0 && Character.isWhitespace(marked[place - 1])) {
                marked[place - 1] = '\n';
            }
        }
        for (Contact contact : contacts) {
            if (contact.isInText()) {
                int end = folded.indexOf(contact.end());
                for (int i = folded.indexOf(contact.start()); i < end; i++) {
                    marked[i] = marked[i] == '\n' ? '\n' : WordingModel.LEAD;
                }
            }
        }
        return new String(marked);
    }

    /// Raises what speaks for a lure.
    ///
    /// @param inPlace whether the text is a message that is answered where it was sent
    void findIn(Judge.Found found, Findings findings, boolean inPlace) {
        boolean answerable =
                inPlace
                        || Answers.areAsked(found.scanned(), found.contacts())
                        || (Answers.areNone(found.contacts())
                                && Answers.isPersonal(rules, found.scanned(), findings));
        if (!answerable) {
            return;
        }
        found.wording()
                .get()
                .ifPresent(wording ->
                        strongest(found, wording)
                                .filter(passage -> passage.probability() >= LEAST)
                                .ifPresent(passage ->
                                        add(
                                                SIGNAL,
                                                2 * passage.probability() - 1,
                                                passage,
                                                wording.telling(passage, SHOWN_WORDS),
                                                found,
                                                findings)));
    }

    /// Whether a message without a contact is put as lures are so surely, by passage and as a
    /// whole, that it needs no word which is known. Titles of ads are shorter.
    static boolean isPlainMessage(Judge.Found found, ContextJudge.Decision decision) {
        return decision.lureLikelihood() >= SURELY_LURE
                && Answers.areNone(found.contacts())
                && saying(found.scanned().raw()) >= LONGER_THAN_TITLES
                && found.wording()
                        .get()
                        .flatMap(wording -> strongest(found, wording))
                        .filter(passage -> passage.probability() >= PLAIN)
                        .isPresent();
    }

    /// Whether no passage is put as lures are rather than as anything else: `never lend anybody
    /// your card` has all the words.
    static boolean isRatherOther(Judge.Found found) {
        return found.wording()
                .get()
                .flatMap(wording -> strongest(found, wording))
                .filter(passage -> passage.probability() < EVEN)
                .isPresent();
    }

    /// Letters and their marks; those of scripts that write a word in one or two count twice.
    private static int saying(String text) {
        int saying = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c) || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
                saying += Character.isIdeographic(c) || c >= FIRST_HANGUL ? 2 : 1;
            }
        }
        return saying;
    }

    /// Whether the text is worded as lures are with at least that probability.
    static boolean isTold(Rules rules, Findings findings, double probability) {
        double enough = rules.signal(SIGNAL).weight() * (2 * probability - 1);
        return findings.signals().stream()
                .anyMatch(s -> s.id().equals(SIGNAL) && s.weight() >= enough);
    }

    /// Raises what speaks against what words would call a lure.
    void doubtIn(Judge.Found found, Findings findings) {
        found.wording()
                .get()
                .ifPresent(wording ->
                        strongest(found, wording)
                                .filter(passage -> passage.probability() <= UNLIKE)
                                .ifPresent(passage ->
                                        add(
                                                DOUBT,
                                                1 - passage.probability() / UNLIKE / 2,
                                                passage,
                                                wording.denying(passage, SHOWN_WORDS),
                                                found,
                                                findings)));
    }

    private static Optional<WordingScores.Passage> strongest(
            Judge.Found found, WordingScores wording) {
        View folded = found.scanned().views().folded();
        return wording.strongest((start, end) -> isIn(found.spans(), folded, start, end));
    }

    /// The kind of text that the found spans are worded as, together.
    static Optional<KindWording> kinds(Judge.Found found) {
        View folded = found.scanned().views().folded();
        return found.wording()
                .get()
                .flatMap(wording ->
                        wording.kinds((start, end) -> isIn(found.spans(), folded, start, end)));
    }

    private void add(
            String signal,
            double sure,
            WordingScores.Passage passage,
            List<WordingScores.Stretch> words,
            Judge.Found found,
            Findings findings) {
        for (WordingScores.Stretch stretch : words) {
            findings.add(
                    signal,
                    rules.signal(signal).weight() * sure,
                    found.scanned()
                            .quote(
                                    found.scanned().views().folded(),
                                    stretch.start(),
                                    stretch.end()),
                    () -> reason(passage));
        }
    }

    private static boolean isIn(List<Parts.Span> spans, View folded, int start, int end) {
        int rawStart = folded.rawStart(start);
        int rawEnd = folded.rawEnd(end);
        return spans.stream().anyMatch(span -> span.holds(rawStart, rawEnd));
    }

    private static String reason(WordingScores.Passage passage) {
        return String.format(
                Locale.ROOT,
                "%s: %.2f, where 0.5 is even",
                passage.probability() > 0.5
                        ? "the passage is worded as lures are"
                        : "no passage is worded as lures are, this one most",
                passage.probability());
    }
}
