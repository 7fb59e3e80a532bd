package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;
import org.jspecify.annotations.Nullable;

/// Looks for all literals and patterns at once, in one pass over each view.
///
/// Patterns run only around places where one of their required literals stands; those that require
/// none that is rare, only where their first characters stand. Immutable.
final class Scanner {
    /// Of one literal: a text that repeats it more often says nothing new.
    private static final int ENOUGH = 64;

    private final Numbering<String> languages = new Numbering<>();
    private final Numbering<Target> targets = new Numbering<>();
    private final List<Target.OfPattern> patterns;

    /// By the literals' numbers: their languages' and targets' own numbers.
    private final int[] languageOf;

    private final int[] targetOf;
    private final int[] languageOfPattern;

    private final Layer clean;
    private final Layer folded;
    private final Layer squashed;
    private final Layer bare;
    private final HeadScan cleanHeads;
    private final HeadScan foldedHeads;

    Scanner(List<Literal> literals, List<Target.OfPattern> patterns) {
        this.patterns = List.copyOf(patterns);
        languageOf = literals.stream().mapToInt(l -> languages.of(l.language())).toArray();
        targetOf = literals.stream().mapToInt(l -> targets.of(l.target())).toArray();
        languageOfPattern =
                patterns.stream().mapToInt(p -> languages.of(p.phrase().language())).toArray();
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
        for (int i = 0; i < patterns.size(); i++) {
            int place = i;
            Target.OfPattern pattern = patterns.get(i);
            Layer.Builder layer = readsClean(pattern) ? cleanLayer : foldedLayer;
            Set<String> required = pattern.pattern().required().literals();
            required.forEach(text -> layer.addTrigger(text, place));
            if (required.isEmpty()) {
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
        private final ActiveLanguages active;
        private final boolean[] isActive;
        private final List<Match> matches = new ArrayList<>();
        private final Disguise disguise;
        private final byte[] found = new byte[languageOf.length];

        /// What was found before the bare view, which shows most of it again.
        private final Set<Spot> plain = new HashSet<>();

        /// A target's place in the raw text.
        private record Spot(int target, int start, int end) {}

        Pass(TextViews views, ActiveLanguages active) {
            this.views = views;
            this.active = active;
            this.isActive = languages.areTrue(active::allows);
            this.disguise = new Disguise(views);
        }

        List<Match> run() {
            scanLayer(clean, views.clean(), this::onClean);
            scanLayer(folded, views.folded(), this::onWords);
            boolean holdsSquashed = Scripts.holdsSquashed(views.folded().text());
            if (active.allowsSquashed() || holdsSquashed) {
                scanLayer(squashed, views.squashed(), this::onSquashed);
            }
            scanLayer(bare, views.bare(), this::onBare);
            scanHeads(cleanHeads, views.clean(), holdsSquashed);
            scanHeads(foldedHeads, views.folded(), holdsSquashed);
            return matches;
        }

        private void scanHeads(HeadScan heads, View view, boolean holdsSquashed) {
            heads.scan(
                    view.text(),
                    pattern -> {
                        String language = pattern.phrase().language();
                        return active.allows(language)
                                || (holdsSquashed && Scripts.isSquashed(language));
                    },
                    (pattern, match) -> {
                        int at = view.rawStart(match.start());
                        if (active.allowsAt(pattern.phrase().language(), at)) {
                            add(pattern, view, match);
                        }
                    });
        }

        /// Told of a literal whose characters stand in a view from `start` to before `end`.
        private interface OnLiteral {
            void found(Literal literal, int start, int end);
        }

        private void scanLayer(Layer layer, View view, OnLiteral onLiteral) {
            HeadedPattern.@Nullable Walk[] walks =
                    new HeadedPattern.@Nullable Walk[patterns.size()];
            layer.scan(
                    view,
                    new Layer.OnHit() {
                        @Override
                        public void literal(Literal literal, int start, int end) {
                            onLiteral.found(literal, start, end);
                        }

                        @Override
                        public void trigger(int pattern, int start, int end) {
                            if (isActive[languageOfPattern[pattern]]
                                    || active.allowsAt(
                                            patterns.get(pattern).phrase().language(),
                                            view.rawStart(start))) {
                                walkOf(pattern, view, walks).noteRequired(start, end);
                            }
                        }
                    });
            for (HeadedPattern.Walk walk : walks) {
                if (walk != null) {
                    walk.lookWhereNoted();
                }
            }
        }

        private HeadedPattern.Walk walkOf(
                int place, View view, HeadedPattern.@Nullable Walk[] walks) {
            HeadedPattern.Walk walk = walks[place];
            if (walk == null) {
                Target.OfPattern pattern = patterns.get(place);
                walk = pattern.pattern().walk(view.text(), match -> add(pattern, view, match));
                walks[place] = walk;
            }
            return walk;
        }

        private void onClean(Literal literal, int start, int end) {
            View view = views.clean();
            if (isNotEnough(literal)
                    && (Boundaries.areAsciiEdges(view.text(), start, end)
                            || isGlued(literal, view.text(), start, end))
                    && isWanted(literal, view.rawStart(start))) {
                add(literal, view, start, end, true);
            }
        }

        private void onWords(Literal literal, int start, int end) {
            View view = views.folded();
            if (isNotEnough(literal)
                    && (Boundaries.areWordEdges(view.text(), start, end, literal.language())
                            || isGlued(literal, view.text(), start, end))
                    && isWanted(literal, view.rawStart(start))) {
                add(literal, view, start, end, disguise.isInLetters(view, start, end));
            }
        }

        /// Whether it names a messenger and the name there follows without a blank.
        private boolean isGlued(Literal literal, String text, int start, int end) {
            return literal.target() instanceof Target.OfCue(Cue cue)
                    && cue.isMessenger()
                    && Boundaries.areGluedEdges(text, start, end);
        }

        private void onSquashed(Literal literal, int start, int end) {
            View view = views.squashed();
            int rawStart = view.rawStart(start);
            int rawEnd = view.rawEnd(end);
            if (!isNotEnough(literal)
                    || !(Boundaries.areAsciiEdges(views.raw(), rawStart, rawEnd)
                            || isGlued(literal, views.raw(), rawStart, rawEnd))
                    || !isWanted(literal, rawStart)) {
                return;
            }
            Gaps gaps = Gaps.in(literal, views.raw(), view, start, end);
            if (gaps.areAcceptable()) {
                boolean disguised = gaps.areDisguise() || disguise.isInLetters(view, start, end);
                add(literal, view, start, end, disguised);
            }
        }

        private void onBare(Literal literal, int start, int end) {
            View view = views.bare();
            if (!isNotEnough(literal)
                    || !Boundaries.areWordEdges(view.text(), start, end, literal.language())
                    || !isWanted(literal, view.rawStart(start))) {
                return;
            }
            int rawStart = view.rawStart(start);
            int rawEnd = view.rawEnd(end);
            boolean isNew =
                    !plain.contains(new Spot(targetOf[literal.number()], rawStart, rawEnd))
                            && disguise.marksFit(literal, start, end);
            if (isNew) {
                found[literal.number()]++;
                matches.add(
                        new Match(
                                literal.target(), rawStart, rawEnd, disguise.isInBare(start, end)));
            }
        }

        private boolean isNotEnough(Literal literal) {
            return found[literal.number()] < ENOUGH;
        }

        private boolean isWanted(Literal literal, int at) {
            return isActive[languageOf[literal.number()]]
                    || literal.tellsLanguage()
                    || active.allowsAt(literal.language(), at);
        }

        private void add(Literal literal, View view, int start, int end, boolean disguised) {
            int rawStart = view.rawStart(start);
            int rawEnd = view.rawEnd(end);
            found[literal.number()]++;
            plain.add(new Spot(targetOf[literal.number()], rawStart, rawEnd));
            matches.add(new Match(literal.target(), rawStart, rawEnd, disguised));
        }

        private void add(Target.OfPattern pattern, View view, MatchResult match) {
            matches.add(
                    new Match(
                            pattern,
                            view.rawStart(match.start()),
                            view.rawEnd(match.end()),
                            readsClean(pattern)));
        }
    }
}
