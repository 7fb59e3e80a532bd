package lurewatch.indexer.index;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/// A stored text field that notes its words while Lucene takes them in, so that whoever wants more
/// made of them need not have the text analysed once more.
final class NotedTextField extends Field {
    private final NotedWords words;

    /// @param words where they are noted
    NotedTextField(String name, String text, NotedWords words) {
        super(name, text, TextField.TYPE_STORED);
        this.words = words;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
        return new Noting(super.tokenStream(analyzer, reuse));
    }

    private final class Noting extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        Noting(TokenStream tokens) {
            super(tokens);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            words.note(term);
            return true;
        }
    }
}
