package lurewatch.indexer.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.text.View;

/// What is looked for in one pass over a view: literals of the rules, those of words where words
/// begin and the others everywhere, and strings that patterns require. Immutable.
final class Layer {
    private final WordTree words;
    private final Automaton anywhere;
    private final Meanings meaningsOfWords;
    private final Meanings meaningsAnywhere;

    private Layer(Builder builder) {
        words = WordTree.of(builder.words.texts);
        anywhere = Automaton.of(builder.anywhere.texts);
        meaningsOfWords = builder.words.meanings();
        meaningsAnywhere = builder.anywhere.meanings();
    }

    /// Told of what stands in the view from `start` to before `end`.
    interface OnHit {
        /// A literal by its number.
        void literal(int literal, int start, int end);

        /// A string that the pattern requires, by its place in the scanner's list.
        void trigger(int pattern, int start, int end);
    }

    void scan(View view, OnHit onHit) {
        char[] text = view.text().toCharArray();
        anywhere.scan(text, (id, end) -> meaningsAnywhere.tellUpTo(id, end, onHit));
        words.scan(text, (id, start, end) -> meaningsOfWords.tell(id, start, end, onHit));
    }

    /// Gathers a layer's strings.
    static final class Builder {
        private final Strings words = new Strings();
        private final Strings anywhere = new Strings();

        /// One that is found only where a word begins.
        void addWords(String text, int literal) {
            words.literals.get(words.place(text)).add(literal);
        }

        void addAnywhere(String text, int literal) {
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
        private final List<List<Integer>> literals = new ArrayList<>();
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

        private Meanings meanings() {
            return new Meanings(this);
        }
    }

    /// What each string stands for. Most stand for one literal: that is told from one array, as
    /// each further place in memory is a wait.
    private static final class Meanings {
        private static final int SEVERAL = 1 << 31;

        /// By string: in the upper half its length, in the lower one the literal's number, or with
        /// [#SEVERAL] a place in `several`.
        private final long[] strings;

        private final List<Several> several = new ArrayList<>();

        Meanings(Strings of) {
            strings = new long[of.texts.size()];
            for (int i = 0; i < strings.length; i++) {
                List<Integer> literals = of.literals.get(i);
                List<Integer> patterns = of.patterns.get(i);
                int meaning;
                if (literals.size() == 1 && patterns.isEmpty()) {
                    meaning = literals.getFirst();
                } else {
                    meaning = SEVERAL | several.size();
                    several.add(new Several(numbers(literals), numbers(patterns)));
                }
                int length = of.texts.get(i).length();
                strings[i] = ((long) length << Integer.SIZE) | Integer.toUnsignedLong(meaning);
            }
        }

        private static int[] numbers(List<Integer> numbers) {
            return numbers.stream().mapToInt(n -> n).toArray();
        }

        void tellUpTo(int string, int end, OnHit onHit) {
            int length = (int) (strings[string] >>> Integer.SIZE);
            tell(string, end - length, end, onHit);
        }

        void tell(int string, int start, int end, OnHit onHit) {
            int meaning = (int) strings[string];
            if (meaning >= 0) {
                onHit.literal(meaning, start, end);
            } else {
                several.get(meaning & ~SEVERAL).tell(start, end, onHit);
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Several(int[] literals, int[] patterns) {
        void tell(int start, int end, OnHit onHit) {
            for (int literal : literals) {
                onHit.literal(literal, start, end);
            }
            for (int pattern : patterns) {
                onHit.trigger(pattern, start, end);
            }
        }
    }
}
