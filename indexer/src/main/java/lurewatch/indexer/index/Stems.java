package lurewatch.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Words without their endings (and, in Malay and Indonesian, beginnings), each under its language:
/// `ru:камбодж` for *Камбоджа* and *в Камбодже*, `id:gaji` for *bergaji*. A posting has stems of
/// its own language only; a query, whose language nobody knows, asks for each that its script
/// allows.
public final class Stems {
    private static final String LATIN = "[\\p{IsLatin}]+";
    private static final String CYRILLIC = "[\\p{IsCyrillic}]+";
    private static final String DEVANAGARI = "[\\p{IsDevanagari}]+";

    private record Stemmer(String code, String script, UnaryOperator<TokenStream> filter) {}

    private static final List<Stemmer> STEMMERS =
            List.of(
                    new Stemmer("en", LATIN, EnglishMinimalStemFilter::new),
                    new Stemmer("es", LATIN, SpanishLightStemFilter::new),
                    new Stemmer("fr", LATIN, FrenchLightStemFilter::new),
                    new Stemmer("id", LATIN, IndonesianStemFilter::new),
                    new Stemmer("pt", LATIN, PortugueseLightStemFilter::new),
                    new Stemmer("ru", CYRILLIC, RussianLightStemFilter::new),
                    new Stemmer(
                            "hi",
                            DEVANAGARI,
                            words -> new HindiStemFilter(new HindiNormalizationFilter(words))));

    /// Languages whose words end alike.
    private static final Map<String, String> SAME_ENDINGS =
            Map.of("ms", "id", "ne", "hi", "mr", "hi", "uk", "ru", "be", "ru");

    private final Stemmer stemmer;

    private Stems(Stemmer stemmer) {
        this.stemmer = stemmer;
    }

    /// What makes stems of words in that language; nothing does in most.
    static Optional<Stems> in(Optional<String> language) {
        return language.flatMap(Stems::stemmer).map(Stems::new);
    }

    /// The different stems of words as the analyzer gives them.
    Set<String> of(Collection<String> words) {
        Set<String> stems = new LinkedHashSet<>();
        try (TokenStream stemmed = stemmer.filter().apply(TermsField.streamOf(words))) {
            CharTermAttribute term = stemmed.addAttribute(CharTermAttribute.class);
            stemmed.reset();
            while (stemmed.incrementToken()) {
                stems.add(stemmer.code() + ":" + term);
            }
            stemmed.end();
        } catch (IOException e) {
            throw new UncheckedIOException("stemming words in memory failed", e);
        }
        return stems;
    }

    private static Optional<Stemmer> stemmer(String tag) {
        String primary = tag.toLowerCase(Locale.ROOT).split("-", 2)[0];
        String code = SAME_ENDINGS.getOrDefault(primary, primary);
        return STEMMERS.stream().filter(stemmer -> stemmer.code().equals(code)).findFirst();
    }

    /// The stems that one word may have, in the languages that its script allows.
    public static Set<String> of(String word) {
        Set<String> stems = new LinkedHashSet<>();
        List<String> words = analysed(word);
        STEMMERS.stream()
                .filter(stemmer -> word.matches(stemmer.script()))
                .forEach(stemmer -> stems.addAll(new Stems(stemmer).of(words)));
        return stems;
    }

    private static List<String> analysed(String word) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = IndexSchema.analyzer().tokenStream(IndexSchema.STEM, word)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("analysing a word in memory failed", e);
        }
        return words;
    }
}
