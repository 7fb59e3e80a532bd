package lurewatch.indexer.index;

import com.ibm.icu.lang.UScript;
import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// One analyzer for all languages, so that nobody has to say (or guess) which one a query is in.
///
/// Scripts that put spaces between words give words; the others (Han, kana, Hangul, Thai, Lao,
/// Khmer, Myanmar) give single characters and overlapping pairs. A query then matches wherever it
/// stands as a substring, particles (`캄보디아에서`), slang and invented names included, which no
/// dictionary segments the same way in a query as in the middle of a text.
///
/// Before that, NFKC and case folding unify widths, circled letters and the like and drop invisible
/// characters; after it, marks on Latin letters go (`tuyển dụng` is `tuyen dung`) and digits of all
/// scripts become ASCII.
final class PostingAnalyzer extends Analyzer {
    private static final int ALL_SCRIPTS =
            CJKBigramFilter.HAN
                    | CJKBigramFilter.HIRAGANA
                    | CJKBigramFilter.KATAKANA
                    | CJKBigramFilter.HANGUL;

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer words = new ICUTokenizer(new PairedScripts());
        TokenStream parts = new NumberPartingFilter(words);
        TokenStream pairs = new CJKBigramFilter(parts, ALL_SCRIPTS, /* outputUnigrams= */ true);
        return new TokenStreamComponents(words, folded(pairs));
    }

    @Override
    protected Reader initReader(String fieldName, Reader reader) {
        return new ICUNormalizer2CharFilter(new ApostropheReader(reader));
    }

    @Override
    protected Reader initReaderForNormalization(String fieldName, Reader reader) {
        return new ICUNormalizer2CharFilter(reader);
    }

    @Override
    protected TokenStream normalize(String fieldName, TokenStream tokens) {
        return folded(tokens);
    }

    private static TokenStream folded(TokenStream tokens) {
        return new DecimalDigitFilter(new ASCIIFoldingFilter(tokens));
    }

    /// Gives words of the scripts of South-East Asia the type by which the bigram filter knows Han,
    /// so that they are paired as well.
    private static final class PairedScripts extends DefaultICUTokenizerConfig {
        PairedScripts() {
            super(/* cjkAsWords= */ false, /* myanmarAsWords= */ true);
        }

        @Override
        public String getType(int script, int ruleStatus) {
            String type = super.getType(script, ruleStatus);
            return isSpaceless(script) && !type.equals(WORD_NUMBER) ? WORD_IDEO : type;
        }

        private static boolean isSpaceless(int script) {
            return switch (script) {
                case UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR -> true;
                default -> false;
            };
        }
    }
}
