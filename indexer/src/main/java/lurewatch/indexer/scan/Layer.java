package lurewatch.indexer.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.text.View;

/// What is looked for in one pass over a view: literals of the rules, those of words where words
/// begin and the others everywhere, and strings that patterns require. Immutable.
final class Layer {
    private static final int[] NONE = {};

    private final WordTree words;
    private final Automaton anywhere;
    private final Meaning[] meaningsOfWords;
    private final Meaning[] meaningsAnywhere;

    /// What one string stands for.
    private sealed interface Meaning {
        int length();

        void tell(int start, int end, OnHit onHit);
    }

    /// What nearly all strings stand for.
    private record One(int length, Literal literal) implements Meaning {
        @Override
        public void tell(int start, int end, OnHit onHit) {
            onHit.literal(literal, start, end);
        }
    }

    /// @param patterns places in the scanner's list
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Several(int length, Literal[] literals, int[] patterns) implements Meaning {
        @Override
        public void tell(int start, int end, OnHit onHit) {
            for (Literal literal : literals) {
                onHit.literal(literal, start, end);
            }
            for (int pattern : patterns) {
                onHit.trigger(pattern, start, end);
            }
        }
    }

    private Layer(Builder builder) {
        words = WordTree.of(builder.words.texts);
        anywhere = Automaton.of(builder.anywhere.texts);
        meaningsOfWords = builder.words.meanings();
        meaningsAnywhere = builder.anywhere.meanings();
    }

    /// Told of what stands in the view from `start` to before `end`.
    interface OnHit {
        void literal(Literal literal, int start, int end);

        /// A string that the pattern requires.
        void trigger(int pattern, int start, int end);
    }

    void scan(View view, OnHit onHit) {
        char[] text = view.text().toCharArray();
        anywhere.scan(
                text,
                (id, end) -> {
                    Meaning meaning = meaningsAnywhere[id];
                    meaning.tell(end - meaning.length(), end, onHit);
                });
        words.scan(text, (id, start, end) -> meaningsOfWords[id].tell(start, end, onHit));
    }

    /// Gathers a layer's strings.
    static final class Builder {
        private final Strings words = new Strings();
        private final Strings anywhere = new Strings();

        /// One that is found only where a word begins.
        void addWords(String text, Literal literal) {
            words.literals.get(words.place(text)).add(literal);
        }

        void addAnywhere(String text, Literal literal) {
            anywhere.literals.get(anywhere.place(text)).add(literal);
        }

        void addTrigger(String text, int pattern) {
            anywhere.patterns.get(anywhere.place(text)).add(pattern);
        }

        Layer build() {
            return new Layer(this);
        }
    }

    /// Strings with what they stand for; equal ones share a place.
    private static final class Strings {
        private final Map<String, Integer> places = new HashMap<>();
        private final List<String> texts = new ArrayList<>();
        private final List<List<Literal>> literals = new ArrayList<>();
        private final List<List<Integer>> patterns = new ArrayList<>();

        private int place(String text) {
            Integer known = places.get(text);
            if (known != null) {
                return known;
            }
            places.put(text, texts.size());
            texts.add(text);
            literals.add(new ArrayList<>(1));
            patterns.add(new ArrayList<>(0));
            return texts.size() - 1;
        }

        private Meaning[] meanings() {
            Meaning[] meanings = new Meaning[texts.size()];
            for (int i = 0; i < meanings.length; i++) {
                meanings[i] = meaning(texts.get(i).length(), literals.get(i), patternsOf(i));
            }
            return meanings;
        }

        private static Meaning meaning(int length, List<Literal> literals, int[] patterns) {
            return literals.size() == 1 && patterns.length == 0
                    ? new One(length, literals.getFirst())
                    : new Several(length, literals.toArray(Literal[]::new), patterns);
        }

        private int[] patternsOf(int place) {
            List<Integer> required = patterns.get(place);
            return required.isEmpty() ? NONE : required.stream().mapToInt(p -> p).toArray();
        }
    }
}
