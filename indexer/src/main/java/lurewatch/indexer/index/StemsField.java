package lurewatch.indexer.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/// The stems of words that fields before this one have noted, as so many keywords.
final class StemsField extends Field {
    private static final FieldType TYPE = type();

    private final Stems stems;
    private final NotedWords words;

    StemsField(String name, Stems stems, NotedWords words) {
        super(name, TYPE);
        this.stems = stems;
        this.words = words;
    }

    private static FieldType type() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
        return stems.of(words);
    }
}
