package lurewatch.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lurewatch.indexer.index.PostingIndex;
import lurewatch.indexer.search.JudgedCases.Case;
import lurewatch.indexer.search.JudgedCases.Judged;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.standard.StandardQueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How well queries are answered, judged by `relevance.tsv`, beside plain Lucene: its
/// `StandardAnalyzer` and BM25 over the same texts. The figures are written to
/// `target/relevance.txt`.
class RelevanceIT {
    private static final QueryLanguage LANGUAGE =
            new QueryLanguage(SamplePostings::read, InstantSource.system());
    private static final int DEEP = 50;
    private static final int FIRST = 10;

    private static final Map<String, Figures> BY_LANGUAGE = new TreeMap<>();
    private static final Figures ALL = new Figures();
    private static final List<String> WEAK = new ArrayList<>();
    private static final List<String> UNREAD = new ArrayList<>();

    private static final class Figures {
        private int queries;
        private double gain;
        private double plainGain;
        private double recall;
        private double plainRecall;

        void add(Judged judged, List<String> found, List<String> plainlyFound) {
            queries++;
            gain += ndcg(judged, found);
            plainGain += ndcg(judged, plainlyFound);
            recall += recall(judged, found);
            plainRecall += recall(judged, plainlyFound);
        }

        String row(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-8s %4d  nDCG@10 %.3f  StandardAnalyzer %.3f  recall@50 %.3f  %.3f",
                    name,
                    queries,
                    gain / queries,
                    plainGain / queries,
                    recall / queries,
                    plainRecall / queries);
        }
    }

    @BeforeAll
    static void ask(@TempDir Path dir) throws Exception {
        List<Case> cases = JudgedCases.cases();
        try (PostingIndex index = PostingIndex.open(dir)) {
            cases.forEach(one -> index.put(one.entry()));
            index.commit(1);
        }
        try (PostingSearch search = PostingSearch.open(dir);
                Directory plain = plainIndex(cases);
                DirectoryReader reader = DirectoryReader.open(plain)) {
            IndexSearcher plainSearcher = new IndexSearcher(reader);
            for (Judged judged : JudgedCases.judged()) {
                List<String> found = found(search, judged.query());
                List<String> plainly = plainlyFound(plainSearcher, judged.query());
                BY_LANGUAGE
                        .computeIfAbsent(judged.language(), _ -> new Figures())
                        .add(judged, found, plainly);
                ALL.add(judged, found, plainly);
                List<String> unread =
                        found.stream()
                                .limit(FIRST)
                                .filter(id -> !judged.grades().containsKey(id))
                                .toList();
                if (!unread.isEmpty()) {
                    UNREAD.add(judged.language() + "  " + judged.query() + "  " + unread);
                }
                if (ndcg(judged, found) < 0.85) {
                    WEAK.add(
                            String.format(
                                    Locale.ROOT,
                                    "%s  %s  %.2f (%.2f)  first %s",
                                    judged.language(),
                                    judged.query(),
                                    ndcg(judged, found),
                                    ndcg(judged, plainly),
                                    found.stream()
                                            .limit(FIRST)
                                            .map(id -> id + ":" + judged.grades().get(id))
                                            .toList()));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        BY_LANGUAGE.forEach((language, figures) -> lines.add(figures.row(language)));
        lines.add(ALL.row("all"));
        lines.addAll(WEAK);
        Files.write(Path.of("target", "relevance.txt"), lines);
    }

    @Test
    void isJudgedByEnoughQueriesInEnoughLanguages() {
        assertThat(ALL.queries).isGreaterThanOrEqualTo(120);
        assertThat(BY_LANGUAGE).hasSizeGreaterThanOrEqualTo(10);
    }

    /// A text that nobody read for a query counts as one that does not answer it: when one was
    /// added to the cases, a language seemed to be answered worse.
    @Test
    void ranksNothingFirstThatNobodyRead() {
        assertThat(UNREAD).as("to be judged in relevance.tsv").isEmpty();
    }

    @Test
    void putsWhatIsMeantFirst() {
        assertThat(ALL.gain / ALL.queries).as(ALL.row("all")).isGreaterThanOrEqualTo(0.85);
        assertThat(ALL.recall / ALL.queries).as(ALL.row("all")).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void isBetterThanPlainLuceneInEveryLanguage() {
        BY_LANGUAGE.forEach((language, figures) ->
                assertThat(figures.gain)
                        .as(figures.row(language))
                        .isGreaterThan(figures.plainGain));
    }

    /// Gain grows with the grade (3 for 2, 1 for 1) and falls with the logarithm of the place; as a
    /// share of what the best order would have.
    private static double ndcg(Judged judged, List<String> found) {
        int[] grades =
                found.stream()
                        .limit(FIRST)
                        .mapToInt(id -> judged.grades().getOrDefault(id, 0))
                        .toArray();
        int[] best =
                judged.grades().values().stream()
                        .mapToInt(grade -> -grade)
                        .sorted()
                        .map(grade -> -grade)
                        .limit(FIRST)
                        .toArray();
        return dcg(grades) / dcg(best);
    }

    private static double dcg(int[] grades) {
        double sum = 0;
        for (int i = 0; i < grades.length; i++) {
            sum += ((1 << grades[i]) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }

    private static double recall(Judged judged, List<String> found) {
        List<String> relevant = judged.relevant();
        return (double) relevant.stream().filter(found::contains).count() / relevant.size();
    }

    private static List<String> found(PostingSearch search, String query) throws QueryException {
        List<String> ids = new ArrayList<>();
        search.search(LANGUAGE.parse(query), DEEP).forEach(hit -> ids.add(hit.id()));
        return ids;
    }

    private static Directory plainIndex(List<Case> cases) throws IOException {
        Directory directory = new ByteBuffersDirectory();
        try (IndexWriter writer =
                new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
            for (Case one : cases) {
                Document document = new Document();
                document.add(new StringField("id", one.id(), Store.YES));
                document.add(new TextField("text", one.text(), Store.NO));
                writer.addDocument(document);
            }
        }
        return directory;
    }

    private static List<String> plainlyFound(IndexSearcher searcher, String query)
            throws IOException, QueryNodeException {
        StandardQueryParser parser = new StandardQueryParser(new StandardAnalyzer());
        ScoreDoc[] found = searcher.search(parser.parse(query, "text"), DEEP).scoreDocs;
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : Arrays.asList(found)) {
            ids.add(searcher.storedFields().document(hit.doc).get("id"));
        }
        return ids;
    }
}
