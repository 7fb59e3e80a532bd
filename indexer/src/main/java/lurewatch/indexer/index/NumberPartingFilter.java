package lurewatch.indexer.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/// Parts numbers from letters of scripts without spaces, which the tokenizer leaves together: in
/// `30000บาท` the pay has to be found as the number it is.
final class NumberPartingFilter extends TokenFilter {
    private static final char FIRST_JAMO = '\u1100';
    private static final char LAST_JAMO = '\u11FF';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    private String word = "";
    private String wordType = "";
    private int wordStart;
    private int at;

    NumberPartingFilter(TokenStream tokens) {
        super(tokens);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (at < word.length()) {
            emitPart();
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (isMixed()) {
            word = term.toString();
            // Jamo among digits are a number or a word in disguise, and Hangul all the same.
            wordType = hasJamo() ? DefaultICUTokenizerConfig.WORD_HANGUL : type.type();
            wordStart = offset.startOffset();
            at = 0;
            emitPart();
        }
        return true;
    }

    private void emitPart() {
        int end = at + 1;
        while (end < word.length() && isDigit(end) == isDigit(at)) {
            end++;
        }
        term.setEmpty().append(word, at, end);
        offset.setOffset(wordStart + at, wordStart + end);
        type.setType(isDigit(at) ? DefaultICUTokenizerConfig.WORD_NUMBER : wordType);
        at = end;
    }

    private boolean isDigit(int index) {
        return Character.isDigit(word.charAt(index));
    }

    /// Parts have offsets of their own only where nothing was replaced inside of the word.
    private boolean isMixed() {
        boolean isPaired =
                type.type().equals(DefaultICUTokenizerConfig.WORD_IDEO)
                        || type.type().equals(DefaultICUTokenizerConfig.WORD_HANGUL)
                        || hasJamo();
        if (!isPaired || offset.endOffset() - offset.startOffset() != term.length()) {
            return false;
        }
        boolean startsWithDigit = Character.isDigit(term.charAt(0));
        for (int i = 1; i < term.length(); i++) {
            if (Character.isDigit(term.charAt(i)) != startsWithDigit) {
                return true;
            }
        }
        return false;
    }

    private boolean hasJamo() {
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) >= FIRST_JAMO && term.charAt(i) <= LAST_JAMO) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        word = "";
        at = 0;
    }
}
