package lurewatch.indexer.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.text.Nearest;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/// Which values a query asks for that no posting has, and which like them some have.
final class UnknownValues {
    /// Fields whose values somebody has to know, with what to say where none is like the one asked
    /// for.
    private static final Map<String, String> FIELDS =
            Map.of(
                    IndexSchema.SIGNAL, "'lurewatch signals' lists signals",
                    IndexSchema.LANGUAGE, "'lurewatch search \"*\" --facet lang' counts languages",
                    IndexSchema.SITE, "'lurewatch stats' lists sites",
                    IndexSchema.ID, "'lurewatch search' prints ids",
                    IndexSchema.PLACE, "'lurewatch search \"*\" --facet place' counts places",
                    IndexSchema.URL,
                            "url: is a whole address, or with * how it starts; site: is a domain");

    private static final int MOST_VALUES = 10_000;
    private static final int MOST_SHOWN = 6;
    private static final int LEAST_PART = 3;

    private final IndexReader reader;

    UnknownValues(IndexReader reader) {
        this.reader = reader;
    }

    List<String> in(Query query) throws IOException {
        Set<Term> asked = new LinkedHashSet<>();
        query.visit(new Asked(asked));
        List<String> told = new ArrayList<>();
        boolean isUrlTold = false; // a post has several
        for (Term term : asked) {
            boolean isUrl = term.field().equals(IndexSchema.URL);
            if (reader.docFreq(term) > 0 || (isUrl && isUrlTold)) {
                continue;
            }
            isUrlTold |= isUrl;
            if (term.field().equals(IndexSchema.CONTACT)) {
                elsewhere(term).ifPresent(told::add);
            } else {
                told.add(told(term));
            }
        }
        return List.copyOf(told);
    }

    /// Whether a contact that is asked for on one channel is given on others.
    private Optional<String> elsewhere(Term term) throws IOException {
        String key = term.text();
        String value = key.substring(key.indexOf(':') + 1);
        return value.equals(key) || reader.docFreq(new Term(term.field(), value)) == 0
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "no posting has %s; contact:%s finds it on other channels",
                                key,
                                value));
    }

    private String told(Term term) throws IOException {
        List<String> like = like(term);
        return String.format(
                Locale.ROOT,
                "no posting has %s:%s; %s",
                term.field(),
                term.text(),
                like.isEmpty() ? FIELDS.get(term.field()) : "some have " + String.join(", ", like));
    }

    private List<String> like(Term term) throws IOException {
        boolean isWord = !term.field().equals(IndexSchema.ID);
        Terms terms = isWord ? MultiTerms.getTerms(reader, term.field()) : null;
        if (terms == null || term.field().equals(IndexSchema.URL)) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        TermsEnum each = terms.iterator();
        while (all.size() < MOST_VALUES && each.next() != null) {
            all.add(each.term().utf8ToString());
        }
        String asked = term.text();
        List<String> holding =
                all.stream()
                        .filter(value -> asked.length() >= LEAST_PART && value.contains(asked))
                        .limit(MOST_SHOWN)
                        .toList();
        return holding.isEmpty() ? Nearest.to(asked, all).stream().toList() : holding;
    }

    /// The terms that must or may match, those of the fields above.
    private static final class Asked extends QueryVisitor {
        private final Set<Term> asked;

        Asked(Set<Term> asked) {
            this.asked = asked;
        }

        @Override
        public void consumeTerms(Query query, Term... terms) {
            for (Term term : terms) {
                if (FIELDS.containsKey(term.field()) || term.field().equals(IndexSchema.CONTACT)) {
                    asked.add(term);
                }
            }
        }

        @Override
        public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return occur == Occur.MUST_NOT ? QueryVisitor.EMPTY_VISITOR : this;
        }
    }
}
