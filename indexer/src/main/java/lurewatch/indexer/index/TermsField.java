package lurewatch.indexer.index;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/// Many terms of one field, indexed as so many keyword fields would be. Lucene takes them in at a
/// fraction of what it costs to begin a field for each.
final class TermsField extends Field {
    private static final FieldType TYPE = type();

    private final Supplier<? extends Collection<String>> terms;

    /// @param terms asked when the fields before this one have been taken in
    TermsField(String name, Supplier<? extends Collection<String>> terms) {
        super(name, TYPE);
        this.terms = terms;
    }

    private static FieldType type() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    /// Lucene hands back the stream that it had of this field's last document.
    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
        Terms stream = reuse instanceof Terms used ? used : new Terms();
        stream.left = terms.get().iterator();
        return stream;
    }

    /// Terms as a stream of tokens.
    static TokenStream streamOf(Collection<String> terms) {
        Terms stream = new Terms();
        stream.left = terms.iterator();
        return stream;
    }

    private static final class Terms extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private Iterator<String> left = List.<String>of().iterator();

        @Override
        public boolean incrementToken() {
            if (!left.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(left.next());
            return true;
        }
    }
}
