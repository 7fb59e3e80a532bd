package lurewatch.indexer.detect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lurewatch.indexer.Contact;
import lurewatch.indexer.learned.Wording;
import lurewatch.indexer.learned.WordingModel;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.text.View;

/// A passage that is put as lures are, whatever it says: learned, not written down, so that it is
/// there for what no list of phrases holds. Only beside a messenger, mobile or request for a
/// private message.
final class WordingSignal {
    static final String SIGNAL = "lure_wording";

    /// Below, it says so little that nobody should read it.
    private static final double LEAST = 0.6;

    private static final int SHOWN_WORDS = 5;

    private final Rules rules;

    WordingSignal(Rules rules) {
        this.rules = rules;
    }

    /// What the model reads of a text; nothing where there is no model, or nobody to answer.
    static Optional<Wording> read(
            Rules rules, Reading reading, String raw, List<Contact> contacts) {
        boolean mayBeAnswered =
                Answers.areAsked(reading, contacts)
                        || (Answers.areNone(contacts) && Answers.mayBePersonal(rules, reading));
        return mayBeAnswered
                ? rules.wording()
                        .map(model -> model.read(marked(reading.views().folded(), raw, contacts)))
                : Optional.empty();
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

    void findIn(Judge.Found found, Wording wording, Findings findings) {
        boolean answerable =
                Answers.areAsked(found.reading(), found.contacts())
                        || (Answers.areNone(found.contacts())
                                && Answers.isPersonal(rules, found.reading(), findings));
        if (!answerable) {
            return;
        }
        View folded = found.reading().views().folded();
        wording.strongest(line -> isIn(found.spans(), folded, line))
                .filter(passage -> passage.probability() >= LEAST)
                .ifPresent(passage -> {
                    double sure = 2 * passage.probability() - 1;
                    double weight = rules.signal(SIGNAL).weight() * sure;
                    for (Wording.Stretch words : wording.telling(passage, SHOWN_WORDS)) {
                        findings.add(
                                SIGNAL,
                                weight,
                                found.reading().quote(folded, words.start(), words.end()),
                                () -> reason(passage));
                    }
                });
    }

    private static boolean isIn(List<Parts.Span> spans, View folded, Wording.Line line) {
        int start = folded.rawStart(line.start());
        int end = folded.rawEnd(line.end());
        return spans.stream().anyMatch(span -> span.holds(start, end));
    }

    private static String reason(Wording.Passage passage) {
        return String.format(
                Locale.ROOT,
                "the passage is worded as lures are: %.2f, where 0.5 is even",
                passage.probability());
    }
}
