package lurewatch.indexer.index;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Many terms of one field, indexed as so many keyword fields would be. Lucene takes them in at a
/// fraction of what it costs to begin a field for each.
final class TermsField extends Field {
    static final FieldType TYPE = type();

    private final List<BytesRef> terms;

    TermsField(String name, List<BytesRef> terms) {
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
        stream.left = terms.iterator();
        return stream;
    }

    private static final class Terms extends TokenStream {
        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private Iterator<BytesRef> left = List.<BytesRef>of().iterator();

        @Override
        public boolean incrementToken() {
            if (!left.hasNext()) {
                return false;
            }
            clearAttributes();
            term.setBytesRef(left.next());
            return true;
        }
    }
}
