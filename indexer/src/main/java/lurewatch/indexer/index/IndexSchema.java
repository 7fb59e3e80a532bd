package lurewatch.indexer.index;

import java.util.List;
import lurewatch.indexer.LowerCase;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.similarities.Similarity;

/// Field names, analyzers and weighing: what the writer and the reader of the index must agree on.
///
/// Keyword fields hold folded terms (see [#folded]); a posting has any number of them per field.
/// Point fields hold milliseconds since 1970 for times, and the two scores as doubles. What hits
/// show is stored under the same names, and what is counted (see [#COUNTED]) has doc values as it
/// was found.
public final class IndexSchema {
    /// Grows whenever an index written before cannot be read as one written now.
    public static final int VERSION = 5;

    public static final String ID = "id";
    public static final String TITLE = "title";
    public static final String TEXT = "text";

    /// Title and text as `TextViews.meant` reads them, where that says more than is written.
    public static final String MEANT = "meant";

    /// Words of title and text without their endings; see [Stems].
    public static final String STEM = "stem";

    public static final String SITE = "site";

    /// The normalised URL; see [UrlForm].
    public static final String URL = "url";

    /// The URL's host and each of its parent domains.
    public static final String DOMAIN = "domain";

    /// The URL as it was found; stored only.
    public static final String ADDRESS = "address";

    /// The whole tag and its primary part: `zh-hant` and `zh`.
    public static final String LANGUAGE = "lang";

    /// ISO 3166 codes of the places named.
    public static final String COUNTRY = "country";

    /// From where to where: `TH..MM`, and each end alone, `TH..` and `..MM`; see [Route].
    public static final String ROUTE = "route";

    /// Gazetteer ids, names and the words the posting used, analysed like text.
    public static final String PLACE = "place";

    public static final String CLASS = "class";
    public static final String CONTEXT = "context";
    public static final String URGENT = "urgent";
    public static final String SIGNAL = "signal";

    /// Every contact twice: as `kind:value` and as the bare value.
    public static final String CONTACT = "contact";

    public static final String EMPLOYER = "employer";
    public static final String LOCATION = "location";
    public static final String AUTHOR = "author";
    public static final String SCORE = "score";

    /// What the text model for job fraud says, 0 to 1; only of texts that it speaks of.
    public static final String FRAUD_SCORE = "fraud_score";

    public static final String POSTED = "posted";
    public static final String FIRST_SEEN = "first";
    public static final String LAST_SEEN = "last";
    public static final String VERSIONS = "versions";

    /// live, suspect or gone.
    public static final String STATUS = "status";

    /// Since when a posting that is gone was missed.
    public static final String GONE = "gone";

    /// When a posting that had been gone was seen again.
    public static final String REAPPEARED = "reappeared";

    /// What pay comes to in US dollars a month: ranges.
    public static final String PAY = "pay";

    /// What texts like it are found by, as doc values; see [SketchForm].
    public static final String SKETCH = "sketch";

    /// The fields whose values can be counted over the postings that a query finds.
    public static final List<String> COUNTED =
            List.of(
                    SITE, COUNTRY, ROUTE, PLACE, LANGUAGE, CLASS, CONTEXT, SIGNAL, CONTACT,
                    EMPLOYER);

    /// What the assessed score multiplies relevance by: 1 to 2. Doc values only.
    public static final String PRIOR = "prior";

    private static final Analyzer ANALYZER = new PostingAnalyzer();
    private static final Similarity SIMILARITY = new ReplayableSimilarity();

    private IndexSchema() {}

    /// The analyzer of every text field, for writing and for reading.
    public static Analyzer analyzer() {
        return ANALYZER;
    }

    /// How matches weigh, for writing and for reading.
    public static Similarity similarity() {
        return SIMILARITY;
    }

    /// A keyword as it stands in the index: compatibility forms, case and Latin marks folded away.
    public static String folded(String keyword) {
        String stripped = keyword.strip();
        return isAscii(stripped)
                ? LowerCase.of(stripped) // what is left of the folding below
                : ANALYZER.normalize(TEXT, stripped).utf8ToString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
