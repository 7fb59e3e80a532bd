package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;

/// Looks for all literals and patterns at once: one automaton for each view, one pass over each.
///
/// Patterns run only around places where one of their required literals stands; those that require
/// none that is rare, only where their first characters stand. Immutable.
final class Scanner {
    /// Of one literal: a text that repeats it more often says nothing new.
    private static final int ENOUGH = 64;

    private final Layer clean;
    private final Layer folded;
    private final Layer squashed;
    private final Layer bare;
    private final int literals;
    private final HeadScan cleanHeads;
    private final HeadScan foldedHeads;

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
        List<Target.OfPattern> anywhere = new ArrayList<>();
        for (Target.OfPattern pattern : patterns) {
            Layer.Builder layer = readsClean(pattern) ? cleanLayer : foldedLayer;
            pattern.pattern().required().forEach(text -> layer.add(text, pattern));
            if (pattern.pattern().required().isEmpty()) {
                anywhere.add(pattern);
            }
        }
        cleanHeads = new HeadScan(anywhere.stream().filter(Scanner::readsClean).toList());
        foldedHeads = new HeadScan(anywhere.stream().filter(p -> !readsClean(p)).toList());
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
            if (languages.allowsSquashed() || Scripts.holdsSquashed(views.folded().text())) {
                scanLayer(squashed, views.squashed(), this::onSquashed);
            }
            Set<Match> plain = new HashSet<>(matches);
            scanLayer(bare, views.bare(), (literal, end) -> onBare(literal, end, plain));
            scanHeads(cleanHeads, views.clean());
            scanHeads(foldedHeads, views.folded());
            return matches;
        }

        private void scanHeads(HeadScan heads, View view) {
            heads.scan(
                    view.text(),
                    pattern -> languages.allows(pattern.phrase().language()),
                    (pattern, match) -> add(pattern, view, match));
        }

        private void scanLayer(Layer layer, View view, Layer.OnLiteral onLiteral) {
            IdentityHashMap<Target.OfPattern, HeadedPattern.Walk> walks = new IdentityHashMap<>();
            layer.scan(
                    view,
                    onLiteral,
                    (pattern, end) -> {
                        if (languages.allows(pattern.phrase().language())) {
                            walks.computeIfAbsent(pattern, p -> p.pattern().walk(view.text()))
                                    .around(end, match -> add(pattern, view, match));
                        }
                    });
        }

        private void onClean(Literal literal, int end) {
            int start = end - literal.text().length();
            String text = views.clean().text();
            if (isWanted(literal)
                    && (Boundaries.areAsciiEdges(text, start, end)
                            || isGlued(literal, text, start, end))) {
                add(literal, views.clean(), start, end, true);
            }
        }

        private void onWords(Literal literal, int end) {
            View view = views.folded();
            int start = end - literal.text().length();
            if (isWanted(literal)
                    && (Boundaries.areWordEdges(view.text(), start, end, literal.language())
                            || isGlued(literal, view.text(), start, end))) {
                add(literal, view, start, end, disguise.isInLetters(view, start, end));
            }
        }

        /// Whether it names a messenger and the name there follows without a blank.
        private boolean isGlued(Literal literal, String text, int start, int end) {
            return literal.target() instanceof Target.OfCue(Cue cue)
                    && cue.isMessenger()
                    && Boundaries.areGluedEdges(text, start, end);
        }

        private void onSquashed(Literal literal, int end) {
            View view = views.squashed();
            int start = end - literal.text().length();
            int rawStart = view.rawStart(start);
            int rawEnd = view.rawEnd(end);
            if (!isWanted(literal)
                    || !(Boundaries.areAsciiEdges(views.raw(), rawStart, rawEnd)
                            || isGlued(literal, views.raw(), rawStart, rawEnd))) {
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

        private void add(Target.OfPattern pattern, View view, MatchResult match) {
            add(pattern, view, match.start(), match.end(), readsClean(pattern));
        }

        private void add(Target target, View view, int start, int end, boolean disguised) {
            matches.add(new Match(target, view.rawStart(start), view.rawEnd(end), disguised));
        }
    }
}
