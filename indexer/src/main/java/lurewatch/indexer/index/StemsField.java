package lurewatch.indexer.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.jspecify.annotations.Nullable;

/// The stems of words that fields before this one have noted, as so many keywords.
final class StemsField extends Field {
    private final Stems stems;
    private final NotedWords words;

    StemsField(String name, Stems stems, NotedWords words) {
        super(name, TermsField.TYPE);
        this.stems = stems;
        this.words = words;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
        return stems.of(words);
    }
}
