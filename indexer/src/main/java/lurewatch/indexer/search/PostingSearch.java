package lurewatch.indexer.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.index.IndexUnusableException;
import lurewatch.indexer.index.PostingIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Searches the index as it was last committed, while another process may go on writing it.
///
/// Rank is (1 + relevance) × (1 + score / 100): how well the words match, lifted by how much speaks
/// for a lure. Relevance knows no statistics of the collection (see `ReplayableSimilarity`), and
/// what ranks the same is ordered by when it was last seen and then by id. So the order is a
/// function of query and postings alone, and the same again after a replay.
public final class PostingSearch implements Closeable {
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(10);

    private static final Sort BEST_FIRST =
            new Sort(
                    SortField.FIELD_SCORE,
                    new SortedNumericSortField(
                            IndexSchema.LAST_SEEN, SortField.Type.LONG, /* reverse= */ true),
                    new SortField(IndexSchema.ID, SortField.Type.STRING));

    private final Directory directory;
    private final DirectoryReader reader;

    private PostingSearch(Directory directory, DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
    }

    /// Opens the last commit.
    ///
    /// @throws IndexUnusableException if there is no index, or not one that this version reads
    public static PostingSearch open(Path indexDir) {
        if (!Files.isDirectory(indexDir)) {
            throw missing(indexDir);
        }
        try {
            Directory directory = FSDirectory.open(indexDir);
            try {
                return new PostingSearch(directory, readable(indexDir, directory));
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (IndexNotFoundException | NotDirectoryException e) {
            throw missing(indexDir);
        } catch (AccessDeniedException e) {
            throw new IndexUnusableException("may not read " + e.getFile(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IndexUnusableException(
                    indexDir
                            + " is damaged; stop the crawler, delete it and run 'lurewatch replay':"
                            + " nothing is lost by that",
                    e);
        }
    }

    private static DirectoryReader readable(Path indexDir, Directory directory) throws IOException {
        DirectoryReader reader = DirectoryReader.open(directory);
        if (!PostingIndex.isReadable(reader.getIndexCommit().getUserData())) {
            reader.close();
            throw new IndexUnusableException(
                    indexDir + " was written by another version; run 'lurewatch replay'");
        }
        return reader;
    }

    private static IndexUnusableException missing(Path indexDir) {
        return new IndexUnusableException(
                "no index at "
                        + indexDir
                        + "; run 'lurewatch crawl' first, 'lurewatch replay' where it was deleted,"
                        + " or name another data directory with --data");
    }

    /// The best `limit` matches.
    public Hits search(ParsedQuery parsed, int limit) {
        return run(parsed.query(), limit);
    }

    /// All matches.
    public Hits search(ParsedQuery parsed) {
        return run(parsed.query(), Integer.MAX_VALUE);
    }

    /// How many postings the index holds.
    public int size() {
        return reader.numDocs();
    }

    private Hits run(Query query, int limit) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(IndexSchema.similarity());
        long end = System.nanoTime() + LONGEST_SEARCH.toNanos();
        searcher.setTimeout(() -> System.nanoTime() - end > 0);
        int wanted = Math.max(1, Math.min(limit, reader.maxDoc()));
        try {
            TopFieldDocs found =
                    searcher.search(
                            ranked(query),
                            new TopFieldCollectorManager(BEST_FIRST, wanted, Integer.MAX_VALUE));
            return new Hits(
                    found.scoreDocs,
                    searcher.storedFields(),
                    found.totalHits.value(),
                    !searcher.timedOut());
        } catch (IOException e) {
            throw new UncheckedIOException("the search failed: " + e.getMessage(), e);
        }
    }

    private static Query ranked(Query query) {
        Query oneMore =
                new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE), Occur.MUST)
                        .build();
        return FunctionScoreQuery.boostByValue(
                oneMore, DoubleValuesSource.fromDoubleField(IndexSchema.PRIOR));
    }

    @Override
    public void close() {
        try (directory;
                reader) {
            // Both are closed by leaving this block, the reader first.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the index: " + e.getMessage(), e);
        }
    }
}
