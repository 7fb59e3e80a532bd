package lurewatch.indexer.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.index.IndexUnusableException;
import lurewatch.indexer.index.PostingIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NIOFSDirectory;

/// Searches the index as it was last committed, while another process may go on writing it.
///
/// Rank is (1 + relevance) × (1 + score / 100) × recency: how well the words match, lifted by how
/// much speaks for a lure and by how recently it was seen (see `Freshness`). Relevance knows no
/// statistics of the collection (see `ReplayableSimilarity`), recency needs no clock, and what
/// ranks the same is ordered by when it was last seen and then by id. So the order is a function of
/// query and postings alone, and the same again after a replay.
public final class PostingSearch implements Closeable {
    static final Duration LONGEST_SEARCH = Duration.ofSeconds(10);

    private static final long SMALL = 16L << 20;

    static {
        // How much one query may look for stands in QueryLexer; `like:` alone is a term for each
        // place of a sketch.
        IndexSearcher.setMaxClauseCount(20_000);
    }

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
            Directory directory = directory(indexDir);
            try {
                return new PostingSearch(
                        directory, readable(indexDir, WarmReaders.open(indexDir, directory)));
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

    /// A small index is read, a large one mapped: to map costs a start more than to read it once.
    private static Directory directory(Path indexDir) throws IOException {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(indexDir)) {
            for (Path file : files) {
                bytes += Files.size(file);
            }
        } catch (NoSuchFileException _) {
            return FSDirectory.open(indexDir); // a writer is at work: a segment was merged away
        }
        return bytes <= SMALL ? new NIOFSDirectory(indexDir) : FSDirectory.open(indexDir);
    }

    /// Keeps what is opened from now on warm for what opens it again, until that is closed. Each
    /// opening sees the last commit all the same.
    public static WarmReaders keepWarm() {
        return WarmReaders.keep();
    }

    private static DirectoryReader readable(Path indexDir, DirectoryReader reader)
            throws IOException {
        if (!PostingIndex.isReadable(reader.getIndexCommit().getUserData())) {
            WarmReaders.release(reader);
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
    public Hits search(ParsedQuery parsed, int limit) throws QueryException {
        return run(parsed.query(), limit);
    }

    /// All matches.
    public Hits search(ParsedQuery parsed) throws QueryException {
        return run(parsed.query(), Integer.MAX_VALUE);
    }

    /// The ids of all matches, the best first.
    ///
    /// @throws TimeRanOutException rather than to give a part of them
    public List<String> ids(ParsedQuery parsed) throws QueryException {
        Hits hits = search(parsed);
        if (!hits.isComplete()) {
            throw new TimeRanOutException();
        }
        List<String> ids = new ArrayList<>();
        hits.forEach(hit -> ids.add(hit.id()));
        return ids;
    }

    /// Why a hit of that query stands where it does.
    ///
    /// @param now from when its age is counted
    public Rank rankOf(ParsedQuery parsed, Hit hit, Instant now) throws QueryException {
        try {
            return new RankReader(searcher(), parsed).of(hit, now);
        } catch (LikeQuery.Failed e) {
            throw e.inQuery();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot explain a hit: " + e.getMessage(), e);
        }
    }

    /// Of a query that found nothing: the values that it asks for and no posting has, in words.
    public List<String> unknownValues(ParsedQuery parsed) {
        try {
            return new UnknownValues(reader).in(parsed.query());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the index: " + e.getMessage(), e);
        }
    }

    /// The ledger sequence up to which captures are in the index.
    public long sequence() {
        try {
            return PostingIndex.sequenceIn(reader.getIndexCommit().getUserData());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the index: " + e.getMessage(), e);
        }
    }

    /// How many postings the index holds.
    public int size() {
        return reader.numDocs();
    }

    /// How often each value of the fields (see [IndexSchema#COUNTED]) stands in what a query finds.
    ///
    /// @throws TimeRanOutException rather than to give counts of a part
    public ValueCounts counts(ParsedQuery parsed, List<String> fields) throws QueryException {
        return collected(parsed.query(), ValueCounter.of(fields));
    }

    /// When what a query finds was put up, first or last seen, sorted; `field` is one of the times
    /// in [IndexSchema]. What has no such time is not among them.
    ///
    /// @throws TimeRanOutException rather than to give times of a part
    public List<Instant> times(ParsedQuery parsed, String field) throws QueryException {
        return LongStream.of(collected(parsed.query(), TimeGatherer.of(field)))
                .mapToObj(Instant::ofEpochMilli)
                .toList();
    }

    /// How often each value of a field stands in what a query finds, and from when to when it was
    /// seen, in one search.
    ///
    /// @throws TimeRanOutException rather than to speak of a part
    public Spread spread(ParsedQuery parsed, String field) throws QueryException {
        Object[] found =
                collected(
                        parsed.query(),
                        new MultiCollectorManager(
                                ValueCounter.of(List.of(field)),
                                TimeGatherer.of(IndexSchema.FIRST_SEEN),
                                TimeGatherer.of(IndexSchema.LAST_SEEN)));
        long[] first = (long[]) found[1];
        long[] last = (long[]) found[2];
        return new Spread(
                (ValueCounts) found[0],
                first.length == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(first[0])),
                last.length == 0
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochMilli(last[last.length - 1])));
    }

    /// What postings say in a few words, before and now: of so many at most that the queries find,
    /// the same each time and chosen by nothing that they say.
    ///
    /// @param fewest what stands in fewer postings of both together may be left out
    /// @throws TimeRanOutException rather than to choose from a part
    public PhraseCounts phrases(
            ParsedQuery before, int mostBefore, ParsedQuery now, int mostNow, int fewest)
            throws QueryException {
        return PhraseCounts.of(sample(before, mostBefore), sample(now, mostNow), fewest);
    }

    private Sample sample(ParsedQuery parsed, int most) throws QueryException {
        return new Sample(reader, collected(parsed.query(), SampleGatherer.of(most)));
    }

    /// The contacts, written `kind:value`, that a pasted one may be and that postings use.
    public List<String> keysOf(PastedPiece piece) throws QueryException {
        if (piece.contact().isEmpty()) {
            return List.of();
        }
        return counts(piece.contact().get(), List.of(IndexSchema.CONTACT))
                .of(IndexSchema.CONTACT)
                .stream()
                .map(ValueCounts.ValueCount::value)
                .filter(piece::means)
                .sorted()
                .toList();
    }

    private <C extends Collector, T> T collected(Query query, CollectorManager<C, T> manager)
            throws QueryException {
        IndexSearcher searcher = searcher();
        try {
            T result = searcher.search(query, manager);
            if (searcher.timedOut()) {
                throw new TimeRanOutException();
            }
            return result;
        } catch (LikeQuery.Failed e) {
            throw e.inQuery();
        } catch (IOException e) {
            throw new UncheckedIOException("the search failed: " + e.getMessage(), e);
        }
    }

    IndexSearcher searcher() {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(IndexSchema.similarity());
        long end = System.nanoTime() + LONGEST_SEARCH.toNanos();
        searcher.setTimeout(
                () -> System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted());
        return searcher;
    }

    private Hits run(Query query, int limit) throws QueryException {
        IndexSearcher searcher = searcher();
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
        } catch (LikeQuery.Failed e) {
            throw e.inQuery();
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
        return FunctionScoreQuery.boostByValue(oneMore, Freshness.timesPrior());
    }

    @Override
    public void close() {
        try (directory) {
            WarmReaders.release(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the index: " + e.getMessage(), e);
        }
    }
}
