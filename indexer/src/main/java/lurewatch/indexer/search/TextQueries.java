package lurewatch.indexer.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.index.Stems;
import lurewatch.indexer.text.TextViews;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Words and phrases as queries on analysed fields.
final class TextQueries {
    /// A word in the title says more about an ad than one in its text.
    private static final float TITLE_BOOST = 2;

    /// Beside what each of the words weighs alone.
    private static final float SIDE_BY_SIDE_BOOST = 0.5f;

    /// What a word says that has to be guessed at.
    private static final float DISGUISED_BOOST = 0.5f;

    /// Longer texts are not looked up but assessed; every token costs a list to walk.
    private static final int MOST_TOKENS = 200;

    /// Longer ones are written in several words by everybody.
    private static final Pattern HANGUL = Pattern.compile("[가-힣]{4,10}");

    private static final int SHORTEST_PART = 2;
    private static final int SHORTEST_PREFIX = 2;
    private static final int SHORTEST_FUZZY = 4;

    /// A token of analysed text.
    ///
    /// @param isPair whether it is two characters of a script without spaces, and so covers this
    ///   position and the next
    record Token(
            String term, int position, int start, int end, boolean isPair, boolean isSpaceless) {}

    private TextQueries() {}

    /// A word as people type it: in title or text as it is written, or in disguise, or respelled as
    /// such words are; what is written plainly weighs more.
    static Query word(String word, int at) throws QueryException {
        List<Token> tokens = tokensOf(word, at);
        Set<Query> guises = new LinkedHashSet<>();
        addGuises(guises, word, tokens);
        for (String respelled : Respellings.of(word)) {
            List<Token> others = withoutCovered(analysed(respelled));
            guises.add(phraseIn(IndexSchema.TITLE, others, 0));
            guises.add(phraseIn(IndexSchema.TEXT, others, 0));
            addGuises(guises, respelled, others);
        }
        for (String parted : parted(word)) {
            List<Token> apart = withoutCovered(analysed(parted));
            guises.add(phraseIn(IndexSchema.TITLE, apart, 0));
            guises.add(phraseIn(IndexSchema.TEXT, apart, 0));
        }
        if (tokens.size() == 1) {
            Stems.of(tokens.getFirst().term())
                    .forEach(stem -> guises.add(new TermQuery(new Term(IndexSchema.STEM, stem))));
        }
        // One reading counts, however many are there.
        List<Query> readings = new ArrayList<>();
        readings.add(inTitleOrText(field -> phraseIn(field, tokens, 0)));
        guises.forEach(guise -> readings.add(new BoostQuery(guise, DISGUISED_BOOST)));
        return new DisjunctionMaxQuery(readings, 0);
    }

    /// What a word is read as where it hides, and where that reading is written plainly.
    private static void addGuises(Set<Query> guises, String word, List<Token> tokens) {
        List<Token> meant = withoutCovered(analysed(TextViews.of(word).meant().text()));
        if (meant.isEmpty()) {
            return;
        }
        guises.add(phraseIn(IndexSchema.MEANT, meant, 0));
        if (!termsOf(meant).equals(termsOf(tokens))) {
            guises.add(phraseIn(IndexSchema.TITLE, meant, 0));
            guises.add(phraseIn(IndexSchema.TEXT, meant, 0));
        }
    }

    /// A Korean compound as others write it, in two words: `직원모집` is `직원 모집`.
    private static List<String> parted(String word) {
        List<String> parted = new ArrayList<>();
        if (HANGUL.matcher(word).matches()) {
            for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
                parted.add(word.substring(0, at) + " " + word.substring(at));
            }
        }
        return parted;
    }

    private static List<String> termsOf(List<Token> tokens) {
        return tokens.stream().map(Token::term).toList();
    }

    /// What words that are typed side by side are worth more where they stand so.
    static Query sideBySide(String words, int at) throws QueryException {
        return new BoostQuery(phrase(words, 0, at), SIDE_BY_SIDE_BOOST);
    }

    /// The words in this order in title or text, at most `slop` places apart.
    static Query phrase(String words, int slop, int at) throws QueryException {
        List<Token> tokens = tokensOf(words, at);
        return inTitleOrText(field -> phraseIn(field, tokens, slop));
    }

    /// The words in this order in that field.
    static Query phraseIn(String field, String words, int at) throws QueryException {
        return phraseIn(field, tokensOf(words, at), 0);
    }

    /// Words that start like this.
    static Query prefix(String stem, int at) throws QueryException {
        Optional<Token> token = prefixToken(stem, at);
        return token.isEmpty()
                ? phrase(stem, 0, at)
                : inTitleOrText(field -> new PrefixQuery(new Term(field, token.get().term())));
    }

    /// Words in that field that start like this.
    static Query prefixIn(String field, String stem, int at) throws QueryException {
        Optional<Token> token = prefixToken(stem, at);
        return token.isEmpty()
                ? phraseIn(field, stem, at)
                : new PrefixQuery(new Term(field, token.get().term()));
    }

    /// Empty where the script has no spaces: there a phrase matches inside of words anyway.
    private static Optional<Token> prefixToken(String stem, int at) throws QueryException {
        List<Token> tokens = tokensOf(stem, at);
        if (tokens.stream().anyMatch(Token::isSpaceless)) {
            return Optional.empty();
        }
        if (tokens.size() > 1) {
            throw new QueryException(
                    String.format(Locale.ROOT, "'*' completes one word and '%s' is several", stem),
                    at);
        }
        if (tokens.getFirst().term().length() < SHORTEST_PREFIX) {
            throw new QueryException(
                    String.format(
                            Locale.ROOT,
                            "'*' needs at least %d letters before it",
                            SHORTEST_PREFIX),
                    at);
        }
        return Optional.of(tokens.getFirst());
    }

    /// Words that differ by at most that many letters.
    static Query fuzzy(String word, int edits, int at) throws QueryException {
        List<Token> tokens = tokensOf(word, at);
        Token token = tokens.getFirst();
        if (tokens.size() > 1 || token.isSpaceless() || token.term().length() < SHORTEST_FUZZY) {
            throw new QueryException(
                    String.format(
                            Locale.ROOT,
                            "'~' takes one word of at least %d letters, in a script with spaces",
                            SHORTEST_FUZZY),
                    at);
        }
        return inTitleOrText(field ->
                new FuzzyQuery(
                        new Term(field, token.term()),
                        edits,
                        /* prefixLength= */ 1,
                        FuzzyQuery.defaultMaxExpansions,
                        /* transpositions= */ true,
                        // The default keeps the best terms by statistics; see ranking.
                        MultiTermQuery.CONSTANT_SCORE_REWRITE));
    }

    private interface InField {
        Query in(String field);
    }

    private static Query inTitleOrText(InField query) {
        return new BooleanQuery.Builder()
                .add(query.in(IndexSchema.TEXT), Occur.SHOULD)
                .add(new BoostQuery(query.in(IndexSchema.TITLE), TITLE_BOOST), Occur.SHOULD)
                .build();
    }

    private static Query phraseIn(String field, List<Token> tokens, int slop) {
        if (tokens.size() == 1) {
            return new TermQuery(new Term(field, tokens.getFirst().term()));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
        int first = tokens.getFirst().position();
        tokens.forEach(
                token -> phrase.add(new Term(field, token.term()), token.position() - first));
        return phrase.build();
    }

    private static List<Token> tokensOf(String words, int at) throws QueryException {
        List<Token> tokens = withoutCovered(analysed(words));
        if (tokens.isEmpty()) {
            throw new QueryException(
                    String.format(
                            Locale.ROOT,
                            "'%s' holds no letters or digits to look for",
                            words.strip()),
                    at);
        }
        if (tokens.size() > MOST_TOKENS) {
            throw new QueryException(
                    String.format(
                            Locale.ROOT,
                            "a phrase may have %d words; to compare a whole text, use 'assess'",
                            MOST_TOKENS),
                    at);
        }
        return tokens;
    }

    /// Drops single characters that a pair covers: the index has both, a query needs the pairs
    /// only.
    private static List<Token> withoutCovered(List<Token> tokens) {
        List<Token> kept = new ArrayList<>();
        int coveredUntil = -1;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean pairFollows =
                    i + 1 < tokens.size()
                            && tokens.get(i + 1).isPair()
                            && tokens.get(i + 1).position() == token.position();
            if (token.isPair() || (!pairFollows && token.position() > coveredUntil)) {
                kept.add(token);
            }
            coveredUntil = token.isPair() ? token.position() + 1 : coveredUntil;
        }
        return kept;
    }

    /// Every token of the text as the index has it.
    static List<Token> analysed(String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = IndexSchema.analyzer().tokenStream(IndexSchema.TEXT, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            TypeAttribute type = stream.addAttribute(TypeAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                boolean isPair = type.type().equals(CJKBigramFilter.DOUBLE_TYPE);
                boolean isSpaceless = isPair || type.type().equals(CJKBigramFilter.SINGLE_TYPE);
                tokens.add(
                        new Token(
                                term.toString(),
                                position,
                                offset.startOffset(),
                                offset.endOffset(),
                                isPair,
                                isSpaceless));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("analysing text in memory failed", e);
        }
        return tokens;
    }
}
