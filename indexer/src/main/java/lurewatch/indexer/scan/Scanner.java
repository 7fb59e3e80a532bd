package lurewatch.indexer.scan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import lurewatch.indexer.rules.Phrase;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;
import org.jspecify.annotations.Nullable;

/// Looks for all literals and patterns at once, in one pass over each view.
///
/// Patterns run only around places where one of their required literals stands; those that require
/// none that is rare, only where their first characters stand. Immutable.
public final class Scanner {
    private static final int NO_PART = -1;

    private static final Set<Literal.Style> CLEAN = EnumSet.of(Literal.Style.CLEAN);
    private static final Set<Literal.Style> WORDS = EnumSet.of(Literal.Style.WORDS);
    private static final Set<Literal.Style> SQUASHED = EnumSet.of(Literal.Style.SQUASHED);
    private static final Set<Literal.Style> CLEAN_AND_WORDS =
            EnumSet.of(Literal.Style.CLEAN, Literal.Style.WORDS);

    private final Numbering<String> languages = new Numbering<>();
    private final Numbering<Target> targets = new Numbering<>();
    private final List<Literal> literals;
    private final List<Target.OfPattern> patterns;

    /// By the literals' numbers, which are their places in the list.
    private final Traits traits;

    /// By the literals' numbers: their targets' own numbers.
    private final int[] targetOf;

    /// What [PartHits] knows them by, or [#NO_PART].
    private final int[] partOf;

    private final int rows;
    private final int[] languageOfPattern;

    /// What is looked for in the clean and in the folded view, which most texts have alike.
    private final Layer plain;

    private final Layer squashed;
    private final Layer bare;
    private final HeadScan heads;

    public Scanner(List<Literal> literals, List<Target.OfPattern> patterns) {
        this.literals = List.copyOf(literals);
        this.patterns = List.copyOf(patterns);
        traits = new Traits(literals, languages);
        targetOf = literals.stream().mapToInt(l -> targets.of(l.target())).toArray();
        Numbering<Phrase> rowNumbers = new Numbering<>();
        partOf = literals.stream().mapToInt(l -> partOf(l, rowNumbers)).toArray();
        rows = rowNumbers.size();
        languageOfPattern =
                patterns.stream().mapToInt(p -> languages.of(p.phrase().language())).toArray();
        var plainLayer = new Layer.Builder();
        var squashedLayer = new Layer.Builder();
        var bareLayer = new Layer.Builder();
        for (int number = 0; number < literals.size(); number++) {
            Literal literal = literals.get(number);
            Literal.Forms forms = literal.takeForms();
            switch (literal.style()) {
                case CLEAN -> plainLayer.addAnywhere(forms.text(), number);
                case SQUASHED -> squashedLayer.addAnywhere(forms.text(), number);
                case WORDS -> {
                    if (literal.beginsWord() && !literal.mayBeGlued()) {
                        plainLayer.addWords(forms.text(), number);
                    } else {
                        plainLayer.addAnywhere(forms.text(), number);
                    }
                }
            }
            if (Literal.hasBareForm(literal.style(), forms.bare())) {
                if (literal.beginsWord()) {
                    bareLayer.addWords(forms.bare(), number);
                } else {
                    bareLayer.addAnywhere(forms.bare(), number);
                }
            }
        }
        List<Target.OfPattern> anywhere = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            int place = i;
            Target.OfPattern pattern = patterns.get(i);
            Set<String> required = pattern.pattern().required().literals();
            required.forEach(text -> plainLayer.addTrigger(text, place));
            if (required.isEmpty()) {
                anywhere.add(pattern);
            }
        }
        heads = new HeadScan(anywhere);
        plain = plainLayer.build();
        squashed = squashedLayer.build();
        bare = bareLayer.build();
    }

    private static int partOf(Literal literal, Numbering<Phrase> rows) {
        return literal.target() instanceof Target.OfPart(Phrase row, int side)
                ? 2 * rows.of(row) + side
                : NO_PART;
    }

    /// Disguises show only before the text is folded.
    private static Literal.Style styleOf(Target.OfPattern pattern) {
        return pattern.phrase().signal().equals("obfuscated_contact")
                ? Literal.Style.CLEAN
                : Literal.Style.WORDS;
    }

    public List<Match> scan(TextViews views, ActiveLanguages languages) {
        return new Pass(views, languages).run();
    }

    /// One text's pass.
    private final class Pass {
        private final TextViews views;
        private final ActiveLanguages active;
        private final boolean[] isActive;
        private final Disguise disguise;
        private final MatchLimits enough;

        /// What the clean view shows; before what the others show, whatever is read first.
        private final List<Match> inClean = new ArrayList<>();

        private final List<Match> inOthers = new ArrayList<>();

        /// What was found before the bare view, which shows most of it again.
        private final Spots plainSpots = new Spots();

        private final PartHits parts = new PartHits(partOf, rows);

        Pass(TextViews views, ActiveLanguages active) {
            this.views = views;
            this.active = active;
            this.isActive = languages.areTrue(active::allows);
            this.disguise = new Disguise(views);
            this.enough = new MatchLimits(views.raw());
        }

        List<Match> run() {
            boolean alike = views.clean() == views.folded();
            if (alike) {
                scanLayer(plain, views.folded(), CLEAN_AND_WORDS);
            } else {
                scanLayer(plain, views.clean(), CLEAN);
                scanLayer(plain, views.folded(), WORDS);
            }
            boolean holdsSquashed = Scripts.holdsSquashed(views.folded().text());
            if (active.allowsSquashed() || holdsSquashed) {
                scanLayer(squashed, views.squashed(), SQUASHED);
            }
            scanBare();
            parts.tellPaired(this::acceptPart);
            List<Match> matches = new ArrayList<>(inClean);
            matches.addAll(inOthers);
            inClean.clear();
            inOthers.clear();
            if (alike) {
                scanHeads(views.folded(), CLEAN_AND_WORDS, holdsSquashed);
            } else {
                scanHeads(views.clean(), CLEAN, holdsSquashed);
                scanHeads(views.folded(), WORDS, holdsSquashed);
            }
            matches.addAll(inClean);
            matches.addAll(inOthers);
            return matches;
        }

        private void scanHeads(View view, Set<Literal.Style> styles, boolean holdsSquashed) {
            heads.scan(
                    view.text(),
                    pattern -> {
                        String language = pattern.phrase().language();
                        return styles.contains(styleOf(pattern))
                                && (active.allows(language)
                                        || (holdsSquashed && Scripts.isSquashed(language)));
                    },
                    (pattern, match) -> {
                        int at = view.rawStart(match.start());
                        if (active.allowsAt(pattern.phrase().language(), at)) {
                            add(pattern, view, match);
                        }
                    });
        }

        /// Scans a view for what is looked for in the views of these styles.
        private void scanLayer(Layer layer, View view, Set<Literal.Style> styles) {
            HeadedPattern.@Nullable Walk[] walks =
                    new HeadedPattern.@Nullable Walk[patterns.size()];
            layer.scan(
                    view,
                    new Layer.OnHit() {
                        @Override
                        public void literal(int literal, int start, int end) {
                            if (styles.contains(traits.style(literal))) {
                                onLiteral(literal, false, start, end);
                            }
                        }

                        @Override
                        public void trigger(int pattern, int start, int end) {
                            if (styles.contains(styleOf(patterns.get(pattern)))
                                    && mayMatch(pattern, view.rawStart(start))) {
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

        private void scanBare() {
            bare.scan(
                    views.bare(),
                    new Layer.OnHit() {
                        @Override
                        public void literal(int literal, int start, int end) {
                            onLiteral(literal, true, start, end);
                        }

                        @Override
                        public void trigger(int pattern, int start, int end) {
                            throw new IllegalStateException("no pattern reads the bare view");
                        }
                    });
        }

        private boolean mayMatch(int pattern, int at) {
            return isActive[languageOfPattern[pattern]]
                    || active.allowsAt(patterns.get(pattern).phrase().language(), at);
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

        /// Told of a literal whose characters stand in a view from `start` to before `end`.
        private void onLiteral(int literal, boolean inBareView, int start, int end) {
            if (!hasEdges(literal, inBareView, start, end)) {
                return;
            }
            if (!traits.isPart(literal)) {
                accept(literal, inBareView, start, end);
                return;
            }
            if (parts.isFull()) {
                parts.tellAll(this::acceptPart);
            }
            parts.add(literal, inBareView, start);
        }

        private void acceptPart(int part, boolean inBareView, int start) {
            Literal literal = literals.get(part);
            int length = inBareView ? literal.bareLength() : literal.length();
            accept(part, inBareView, start, start + length);
        }

        private boolean hasEdges(int literal, boolean inBareView, int start, int end) {
            View view = viewOf(literal, inBareView);
            String text = view.text();
            if (inBareView) {
                return Boundaries.areWordEdges(text, start, end, traits.language(literal));
            }
            return switch (traits.style(literal)) {
                case CLEAN ->
                        Boundaries.areAsciiEdges(text, start, end)
                                || isGlued(literal, text, start, end);
                case WORDS ->
                        Boundaries.areWordEdges(text, start, end, traits.language(literal))
                                || isGlued(literal, text, start, end);
                case SQUASHED -> {
                    int rawStart = view.rawStart(start);
                    int rawEnd = view.rawEnd(end);
                    yield Boundaries.areAsciiEdges(views.raw(), rawStart, rawEnd)
                            || isGlued(literal, views.raw(), rawStart, rawEnd);
                }
            };
        }

        private View viewOf(int literal, boolean inBareView) {
            if (inBareView) {
                return views.bare();
            }
            return switch (traits.style(literal)) {
                case CLEAN -> views.clean();
                case WORDS -> views.folded();
                case SQUASHED -> views.squashed();
            };
        }

        /// Whether it names a messenger and the name there follows without a blank.
        private boolean isGlued(int literal, String text, int start, int end) {
            return traits.isMessenger(literal) && Boundaries.areGluedEdges(text, start, end);
        }

        /// Adds the literal, which stands there as a word does, if it is to be read there.
        private void accept(int literal, boolean inBareView, int start, int end) {
            View view = viewOf(literal, inBareView);
            int rawStart = view.rawStart(start);
            if (!enough.lacks(literal, traits.isContextWord(literal), rawStart)
                    || !isWanted(literal, rawStart)) {
                return;
            }
            if (inBareView) {
                acceptBare(literal, view, start, end);
                return;
            }
            switch (traits.style(literal)) {
                case CLEAN -> add(literal, view, start, end, true);
                case WORDS ->
                        add(literal, view, start, end, disguise.isInLetters(view, start, end));
                case SQUASHED -> acceptSquashed(literal, view, start, end);
            }
        }

        private void acceptSquashed(int literal, View view, int start, int end) {
            Gaps gaps = Gaps.in(literals.get(literal), views.raw(), view, start, end);
            if (gaps.areAcceptable()) {
                boolean disguised = gaps.areDisguise() || disguise.isInLetters(view, start, end);
                add(literal, view, start, end, disguised);
            }
        }

        private void acceptBare(int literal, View view, int start, int end) {
            int rawStart = view.rawStart(start);
            int rawEnd = view.rawEnd(end);
            boolean isNew =
                    !plainSpots.contain(targetOf[literal], rawStart, rawEnd)
                            && disguise.marksFit(literals.get(literal), start, end);
            if (isNew) {
                enough.add(literal, traits.isContextWord(literal), rawStart);
                inOthers.add(
                        new Match(
                                literals.get(literal).target(),
                                rawStart,
                                rawEnd,
                                disguise.isInBare(start, end)));
            }
        }

        private boolean isWanted(int literal, int at) {
            return isActive[traits.languageNumber(literal)]
                    || traits.tellsLanguage(literal)
                    || active.allowsAt(traits.language(literal), at);
        }

        private void add(int literal, View view, int start, int end, boolean disguised) {
            int rawStart = view.rawStart(start);
            int rawEnd = view.rawEnd(end);
            enough.add(literal, traits.isContextWord(literal), rawStart);
            plainSpots.add(targetOf[literal], rawStart, rawEnd);
            listOf(traits.style(literal))
                    .add(new Match(literals.get(literal).target(), rawStart, rawEnd, disguised));
        }

        private void add(Target.OfPattern pattern, View view, MatchResult match) {
            Literal.Style style = styleOf(pattern);
            listOf(style)
                    .add(
                            new Match(
                                    pattern,
                                    view.rawStart(match.start()),
                                    view.rawEnd(match.end()),
                                    style == Literal.Style.CLEAN));
        }

        private List<Match> listOf(Literal.Style style) {
            return style == Literal.Style.CLEAN ? inClean : inOthers;
        }
    }
}
