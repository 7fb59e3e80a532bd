package lurewatch.indexer.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.search.TextQueries.Token;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/// Where a query's words stand in a text. Works on the text as stored, so that places are places in
/// the raw text; what a query excludes is not marked, and a phrase only where it stands whole.
public final class Highlighter {
    /// Enough for any snippet; a text that says one word a thousand times needs no thousand marks.
    private static final int MOST_MATCHES = 200;

    private final Sought written = new Sought();
    private final Sought meant = new Sought();

    private Highlighter() {}

    public static Highlighter of(ParsedQuery parsed) {
        Highlighter highlighter = new Highlighter();
        parsed.query().visit(highlighter.new Gatherer());
        return highlighter;
    }

    /// The matches in text order; they do not overlap. A word that hides is marked with all that
    /// hides it.
    public List<Evidence> matchesIn(String text) {
        List<Evidence> matches = new ArrayList<>();
        for (Span span : written.in(TextQueries.analysed(text))) {
            matches.add(Evidence.in(text, span.start(), span.end()));
        }
        if (!meant.isEmpty()) {
            TextViews views = TextViews.of(text);
            if (!views.hiddenWords().isEmpty()) {
                View view = views.meant();
                for (Span span : meant.in(TextQueries.analysed(view.text()))) {
                    matches.add(
                            Evidence.in(
                                    text, view.rawStart(span.start()), view.rawEnd(span.end())));
                }
            }
        }
        return withoutOverlaps(text, matches);
    }

    private record Span(int start, int end) {}

    /// What is looked for in one reading of a text.
    private static final class Sought {
        private final Set<String> words = new HashSet<>();
        private final List<PhraseQuery> phrases = new ArrayList<>();
        private final List<ByteRunAutomaton> patterns = new ArrayList<>();

        boolean isEmpty() {
            return words.isEmpty() && phrases.isEmpty() && patterns.isEmpty();
        }

        List<Span> in(List<Token> tokens) {
            List<Span> matches = new ArrayList<>();
            for (Token token : tokens) {
                if (matches.size() < MOST_MATCHES && isWord(token.term())) {
                    matches.add(new Span(token.start(), token.end()));
                }
            }
            if (!phrases.isEmpty()) {
                addPhrases(tokens, matches);
            }
            return matches;
        }

        private boolean isWord(String term) {
            if (words.contains(term)) {
                return true;
            }
            BytesRef bytes = patterns.isEmpty() ? new BytesRef() : new BytesRef(term);
            return patterns.stream()
                    .anyMatch(pattern -> pattern.run(bytes.bytes, bytes.offset, bytes.length));
        }

        private void addPhrases(List<Token> tokens, List<Span> matches) {
            Map<Integer, Map<String, Token>> byPosition = new HashMap<>();
            for (Token token : tokens) {
                byPosition
                        .computeIfAbsent(token.position(), _ -> new HashMap<>())
                        .put(token.term(), token);
            }
            for (Token token : tokens) {
                for (PhraseQuery phrase : phrases) {
                    if (matches.size() < MOST_MATCHES
                            && phrase.getTerms()[0].text().equals(token.term())) {
                        endOf(phrase, token, byPosition)
                                .ifPresent(end -> matches.add(new Span(token.start(), end)));
                    }
                }
            }
        }
    }

    /// Where the phrase that starts with this token ends; empty where it does not stand there
    /// whole. A loose phrase is marked where each word is at most its slop further than written.
    private static Optional<Integer> endOf(
            PhraseQuery phrase, Token first, Map<Integer, Map<String, Token>> byPosition) {
        Term[] terms = phrase.getTerms();
        int[] positions = phrase.getPositions();
        int end = first.end();
        int drift = 0;
        for (int i = 1; i < terms.length; i++) {
            Optional<Token> next = Optional.empty();
            for (; drift <= phrase.getSlop(); drift++) {
                int position = first.position() + positions[i] - positions[0] + drift;
                next =
                        Optional.ofNullable(
                                byPosition.getOrDefault(position, Map.of()).get(terms[i].text()));
                if (next.isPresent()) {
                    break;
                }
            }
            if (next.isEmpty()) {
                return Optional.empty();
            }
            end = Math.max(end, next.get().end());
        }
        return Optional.of(end);
    }

    private static List<Evidence> withoutOverlaps(String text, List<Evidence> matches) {
        matches.sort(Comparator.comparingInt(Evidence::start).thenComparingInt(Evidence::end));
        List<Evidence> merged = new ArrayList<>();
        for (Evidence match : matches) {
            if (!merged.isEmpty() && match.start() < merged.getLast().end()) {
                Evidence before = merged.removeLast();
                merged.add(Evidence.in(text, before.start(), Math.max(before.end(), match.end())));
            } else {
                merged.add(match);
            }
        }
        return merged;
    }

    private final class Gatherer extends QueryVisitor {
        @Override
        public boolean acceptField(String field) {
            return field.equals(IndexSchema.TEXT) || field.equals(IndexSchema.MEANT);
        }

        private Sought in(String field) {
            return field.equals(IndexSchema.TEXT) ? written : meant;
        }

        @Override
        public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
            return occur == BooleanClause.Occur.MUST_NOT ? EMPTY_VISITOR : this;
        }

        @Override
        public void consumeTerms(Query query, Term... terms) {
            if (query instanceof PhraseQuery phrase) {
                in(phrase.getTerms()[0].field()).phrases.add(phrase);
                return;
            }
            for (Term term : terms) {
                in(term.field()).words.add(term.text());
            }
        }

        @Override
        public void consumeTermsMatching(
                Query query, String field, Supplier<ByteRunAutomaton> automaton) {
            in(field).patterns.add(automaton.get());
        }
    }
}
