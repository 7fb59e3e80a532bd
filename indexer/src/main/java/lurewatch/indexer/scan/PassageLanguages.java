package lurewatch.indexer.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import lurewatch.indexer.text.Languages;
import org.jspecify.annotations.Nullable;

/// The languages of a text's parts, each by itself: of a sentence, of the paragraph around it, of
/// the sentences beside it. What else the text holds does not count, so that a lure is read the
/// same whatever text in another language stands before or after it.
///
/// Looked at only where a phrase of a language stands that the text as a whole is not in; most
/// texts are in one language, and nothing is done for them. Used by one thread.
final class PassageLanguages {
    /// How many sentences before and after tell the language of one that is too short to.
    private static final int NEIGHBOURS = 2;

    /// Characters of a sentence that tells the language of its neighbours too.
    private static final int TELLING = 16;

    /// How far the nearest sentence that tells a language may be.
    private static final int MAX_STEPS = 6;

    private final String text;
    private final Level sentences;
    private final Level paragraphs;
    private final Map<Integer, Set<String>> nearSentence = new HashMap<>();

    PassageLanguages(String text) {
        this.text = text;
        this.sentences = new Level(i -> SentenceEnds.isAt(text, i));
        this.paragraphs = new Level(this::endsParagraph);
    }

    /// Whether what stands at the offset may be in the language.
    boolean mayBe(String language, int at) {
        if (paragraphs.languages(paragraphs.indexOf(at)).contains(language)) {
            return true;
        }
        int here = sentences.indexOf(at);
        if (sentences.languages(here).contains(language)) {
            return true;
        }
        for (int i = here - NEIGHBOURS; i <= here + NEIGHBOURS; i++) {
            if (i != here
                    && i >= 0
                    && i < sentences.count()
                    && sentences.length(i) >= TELLING
                    && sentences.languages(i).contains(language)) {
                return true;
            }
        }
        return false;
    }

    /// The language most of the sentence at the offset is in; where it tells none, those of the
    /// nearest before and after it that do.
    Set<String> near(int at) {
        return nearSentence.computeIfAbsent(sentences.indexOf(at), this::findNear);
    }

    private Set<String> findNear(int here) {
        Set<String> near = new HashSet<>();
        addMain(here, near);
        if (near.isEmpty()) {
            addNearest(here, -1, near);
            addNearest(here, 1, near);
        }
        return near;
    }

    private void addNearest(int here, int step, Set<String> near) {
        boolean found = false;
        for (int i = 1; i <= MAX_STEPS && !found; i++) {
            found = addMain(here + i * step, near);
        }
    }

    /// Whether the sentence tells a language.
    private boolean addMain(int sentence, Set<String> near) {
        if (sentence < 0 || sentence >= sentences.count()) {
            return false;
        }
        List<String> found = Languages.in(sentences.text(sentence));
        found.stream().findFirst().ifPresent(near::add);
        return !found.isEmpty();
    }

    private boolean endsParagraph(int i) {
        return text.charAt(i) == '\n' && i > 0 && text.charAt(i - 1) == '\n';
    }

    /// The text cut at each place that ends a part.
    private final class Level {
        private final IntPredicate ends;
        private int @Nullable [] starts;
        private final List<@Nullable Set<String>> languages = new ArrayList<>();

        Level(IntPredicate ends) {
            this.ends = ends;
        }

        private int[] starts() {
            int[] known = starts;
            if (known == null) {
                known = new int[16];
                int count = 1; // the first begins with the text
                for (int i = 0; i < text.length() - 1; i++) {
                    if (ends.test(i)) {
                        known = count < known.length ? known : Arrays.copyOf(known, 2 * count);
                        known[count++] = i + 1;
                    }
                }
                known = Arrays.copyOf(known, count);
                languages.addAll(Collections.nCopies(known.length, null));
                starts = known;
            }
            return known;
        }

        int count() {
            return starts().length;
        }

        int indexOf(int at) {
            int place = Arrays.binarySearch(starts(), at);
            return place >= 0 ? place : -place - 2;
        }

        int length(int part) {
            return end(part) - starts()[part];
        }

        private int end(int part) {
            return part + 1 < starts().length ? starts()[part + 1] : text.length();
        }

        String text(int part) {
            return text.substring(starts()[part], end(part));
        }

        Set<String> languages(int part) {
            int[] known = starts();
            Set<String> found = languages.get(part);
            if (found == null) {
                found =
                        known.length == 1 && this == paragraphs
                                ? Set.of() // the text itself
                                : ActiveLanguages.withKin(text(part));
                languages.set(part, found);
            }
            return found;
        }
    }
}
