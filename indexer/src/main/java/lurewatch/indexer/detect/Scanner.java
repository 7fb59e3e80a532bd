package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;

/// Looks for all literals and patterns at once: one automaton for each view, one pass over each.
///
/// Patterns run only around places where one of their required literals stands; those without any
/// run over the whole text, in windows. Immutable.
final class Scanner {
    /// Of one literal: a text that repeats it more often says nothing new.
    private static final int ENOUGH = 64;

    private final Layer clean;
    private final Layer folded;
    private final Layer squashed;
    private final Layer bare;
    private final int literals;
    private final List<Target.OfPattern> everywhere = new ArrayList<>();

    Scanner(List<Literal> literals, List<Target.OfPattern> patterns) {
        this.literals = literals.size();
        int index = 0;
        var cleanLayer = new Layer.Builder();
        var foldedLayer = new Layer.Builder();
        var squashedLayer = new Layer.Builder();
        var bareLayer = new Layer.Builder();
        for (Literal literal : literals) {
            literal.number(index++);
            switch (literal.style()) {
                case CLEAN -> cleanLayer.add(literal.text(), literal);
                case SQUASHED -> squashedLayer.add(literal.text(), literal);
                case WORDS -> foldedLayer.add(literal.text(), literal);
            }
            if (literal.hasBareForm()) {
                bareLayer.add(literal.bare(), literal);
            }
        }
        for (Target.OfPattern pattern : patterns) {
            Set<String> required = RequiredLiterals.of(pattern.phrase().text());
            if (required.isEmpty()) {
                everywhere.add(pattern);
            }
            Layer.Builder layer = readsClean(pattern) ? cleanLayer : foldedLayer;
            required.forEach(text -> layer.add(text, pattern));
        }
        clean = cleanLayer.build();
        folded = foldedLayer.build();
        squashed = squashedLayer.build();
        bare = bareLayer.build();
    }

    /// Disguises show only before the text is folded.
    private static boolean readsClean(Target.OfPattern pattern) {
        return pattern.phrase().signal().equals("obfuscated_contact");
    }

    List<Match> scan(TextViews views, ActiveLanguages languages) {
        return new Pass(views, languages).run();
    }

    /// One text's pass.
    private final class Pass {
        private final TextViews views;
        private final ActiveLanguages languages;
        private final List<Match> matches = new ArrayList<>();
        private final Disguise disguise;
        private final byte[] found = new byte[literals];

        Pass(TextViews views, ActiveLanguages languages) {
            this.views = views;
            this.languages = languages;
            this.disguise = new Disguise(views);
        }

        List<Match> run() {
            scanLayer(clean, views.clean(), this::onClean);
            scanLayer(folded, views.folded(), this::onWords);
            scanLayer(squashed, views.squashed(), this::onSquashed);
            Set<Match> plain = new HashSet<>(matches);
            scanLayer(bare, views.bare(), (literal, end) -> onBare(literal, end, plain));
            for (Target.OfPattern pattern : everywhere) {
                if (languages.allows(pattern.phrase().language())) {
                    run(pattern, viewFor(pattern), 0, Integer.MAX_VALUE);
                }
            }
            return matches;
        }

        private View viewFor(Target.OfPattern pattern) {
            return readsClean(pattern) ? views.clean() : views.folded();
        }

        private void scanLayer(Layer layer, View view, Layer.OnLiteral onLiteral) {
            IdentityHashMap<Target.OfPattern, int[]> windows = new IdentityHashMap<>();
            layer.scan(view, onLiteral, (pattern, end) -> widen(windows, pattern, view, end));
            windows.forEach((pattern, window) -> run(pattern, view, window[0], window[1]));
        }

        /// Windows that touch become one; a new one makes the last one run.
        private void widen(
                IdentityHashMap<Target.OfPattern, int[]> windows,
                Target.OfPattern pattern,
                View view,
                int end) {
            if (!languages.allows(pattern.phrase().language())) {
                return;
            }
            int from = end - PatternRunner.BEFORE;
            int[] window = windows.get(pattern);
            if (window == null) {
                windows.put(pattern, new int[] {from, end + PatternRunner.AFTER});
                return;
            }
            if (from > window[1]) {
                run(pattern, view, window[0], window[1]);
                window[0] = from;
            }
            window[1] = end + PatternRunner.AFTER;
        }

        private void run(Target.OfPattern pattern, View view, int from, int to) {
            PatternRunner.run(
                    pattern.pattern(),
                    view.text(),
                    Math.max(0, from),
                    Math.min(view.length(), to),
                    PatternRunner.ENOUGH,
                    match -> add(pattern, view, match.start(), match.end(), readsClean(pattern)));
        }

        private void onClean(Literal literal, int end) {
            int start = end - literal.text().length();
            if (isWanted(literal) && Boundaries.areAsciiEdges(views.clean().text(), start, end)) {
                add(literal, views.clean(), start, end, true);
            }
        }

        private void onWords(Literal literal, int end) {
            View view = views.folded();
            int start = end - literal.text().length();
            if (isWanted(literal)
                    && Boundaries.areWordEdges(view.text(), start, end, literal.language())) {
                add(literal, view, start, end, disguise.isInLetters(view, start, end));
            }
        }

        private void onSquashed(Literal literal, int end) {
            View view = views.squashed();
            int start = end - literal.text().length();
            if (!isWanted(literal)
                    || !Boundaries.areAsciiEdges(
                            views.raw(), view.rawStart(start), view.rawEnd(end))) {
                return;
            }
            Gaps gaps = Gaps.in(literal, views.raw(), view, start, end);
            if (gaps.areAcceptable()) {
                boolean disguised = gaps.areDisguise() || disguise.isInLetters(view, start, end);
                add(literal, view, start, end, disguised);
            }
        }

        private void onBare(Literal literal, int end, Set<Match> plain) {
            View view = views.bare();
            int start = end - literal.bare().length();
            if (!isWanted(literal)
                    || !Boundaries.areWordEdges(view.text(), start, end, literal.language())
                    || !disguise.marksFit(literal, start, end)) {
                return;
            }
            boolean disguised = disguise.isInBare(start, end);
            int rawStart = view.rawStart(start);
            int rawEnd = view.rawEnd(end);
            if (!plain.contains(new Match(literal.target(), rawStart, rawEnd, false))
                    && !plain.contains(new Match(literal.target(), rawStart, rawEnd, true))) {
                found[literal.number()]++;
                matches.add(new Match(literal.target(), rawStart, rawEnd, disguised));
            }
        }

        private boolean isWanted(Literal literal) {
            return found[literal.number()] < ENOUGH && languages.allows(literal);
        }

        private void add(Literal literal, View view, int start, int end, boolean disguised) {
            found[literal.number()]++;
            add(literal.target(), view, start, end, disguised);
        }

        private void add(Target target, View view, int start, int end, boolean disguised) {
            matches.add(new Match(target, view.rawStart(start), view.rawEnd(end), disguised));
        }
    }
}
