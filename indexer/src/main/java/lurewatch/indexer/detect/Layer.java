package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lurewatch.indexer.text.View;

/// One view's automaton, and what each of its literals stands for: literals of the rules, and
/// triggers of patterns. Immutable.
final class Layer {
    private final Automaton automaton;
    private final List<List<Literal>> literals;
    private final List<List<Target.OfPattern>> triggered;

    private Layer(Builder builder) {
        automaton = Automaton.of(builder.texts);
        literals = List.copyOf(builder.literals);
        triggered = List.copyOf(builder.triggered);
    }

    /// Told of each literal whose characters stand in the view before `end`.
    interface OnLiteral {
        void found(Literal literal, int end);
    }

    /// Told of each place around which a pattern may match.
    interface OnTrigger {
        void found(Target.OfPattern pattern, int end);
    }

    void scan(View view, OnLiteral onLiteral, OnTrigger onTrigger) {
        automaton.scan(
                view.text(),
                (id, end) -> {
                    for (Literal literal : literals.get(id)) {
                        onLiteral.found(literal, end);
                    }
                    for (Target.OfPattern pattern : triggered.get(id)) {
                        onTrigger.found(pattern, end);
                    }
                });
    }

    /// Gathers a layer's literals; equal ones share a place.
    static final class Builder {
        private final Map<String, Integer> places = new HashMap<>();
        private final List<String> texts = new ArrayList<>();
        private final List<List<Literal>> literals = new ArrayList<>();
        private final List<List<Target.OfPattern>> triggered = new ArrayList<>();

        void add(String text, Literal literal) {
            literals.get(place(text)).add(literal);
        }

        void add(String text, Target.OfPattern pattern) {
            triggered.get(place(text)).add(pattern);
        }

        private int place(String text) {
            Integer known = places.get(text);
            if (known != null) {
                return known;
            }
            places.put(text, texts.size());
            texts.add(text);
            literals.add(new ArrayList<>(1));
            triggered.add(new ArrayList<>(0));
            return texts.size() - 1;
        }

        Layer build() {
            return new Layer(this);
        }
    }
}
