package lurewatch.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lurewatch.indexer.LowerCase;
import org.apache.lucene.analysis.TokenFilter;
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
    /// Lucene refuses terms above 32 KiB; nobody searches for words of this length.
    private static final int LONGEST = 1000;

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

    private static final Map<String, Stems> BY_CODE =
            STEMMERS.stream().collect(Collectors.toMap(Stemmer::code, Stems::new));

    private final Stemmer stemmer;

    private Stems(Stemmer stemmer) {
        this.stemmer = stemmer;
    }

    /// What makes stems of words in that language; nothing does in most.
    static Optional<Stems> in(Optional<String> language) {
        return language.map(Stems::code).map(BY_CODE::get);
    }

    /// The stem of each word that the analyzer gave.
    TokenStream of(NotedWords words) {
        return new UnderLanguage(stemmer.filter().apply(words.stream()), stemmer.code() + ":");
    }

    private static final class UnderLanguage extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final String language;

        UnderLanguage(TokenStream stems, String language) {
            super(stems);
            this.language = language;
        }

        @Override
        public boolean incrementToken() throws IOException {
            boolean isNext;
            do {
                isNext = input.incrementToken();
            } while (isNext && term.length() > LONGEST);
            if (isNext) {
                int length = term.length();
                char[] chars = term.resizeBuffer(language.length() + length);
                System.arraycopy(chars, 0, chars, language.length(), length);
                language.getChars(0, language.length(), chars, 0);
                term.setLength(language.length() + length);
            }
            return isNext;
        }
    }

    private static String code(String tag) {
        String primary = LowerCase.of(tag).split("-", 2)[0];
        return SAME_ENDINGS.getOrDefault(primary, primary);
    }

    /// The stems that one word may have, in the languages that its script allows.
    public static Set<String> of(String word) {
        Set<String> stems = new LinkedHashSet<>();
        NotedWords words = new NotedWords();
        read(IndexSchema.analyzer().tokenStream(IndexSchema.STEM, word), words::note);
        STEMMERS.stream()
                .filter(stemmer -> word.matches(stemmer.script()))
                .forEach(stemmer ->
                        read(new Stems(stemmer).of(words), stem -> stems.add(stem.toString())));
        return stems;
    }

    private static void read(TokenStream stream, Consumer<CharTermAttribute> reader) {
        try (TokenStream tokens = stream) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                reader.accept(term);
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("analysing a word in memory failed", e);
        }
    }
}
