package lurewatch.searchcli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lurewatch.indexer.contact.PastedContact;
import lurewatch.indexer.index.AnalysedFields;
import lurewatch.indexer.index.IndexEntry;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.index.PostingIndex;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.QueryLanguage;
import lurewatch.searchcli.leads.Pivot;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.store.FSDirectory;

/// How fast an index of many postings is built, beside bare Lucene on the same analysed fields
/// (stems among them; no keywords, points, counts, sketches or replacing), and how fast it answers
/// when it is warm.
///
/// Arguments: postings, and a folder for the two indexes, which is emptied. Making the postings is
/// not counted, nor what is read of a text before it is indexed (its sketch, the words it hides);
/// both builds are fed the same batches, in turns first.
public final class IndexBenchmark {
    private static final int BATCH = 1000;
    private static final int QUERIES = 400;
    private static final int WARMING = 100;
    private static final int SHOWN = 50;
    private static final double MEGABYTES = 32; // as PostingIndex buffers

    private IndexBenchmark() {}

    public static void main(String[] arguments) throws IOException, QueryException {
        int count = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        MadePostings made = new MadePostings(count, 7, Path.of("config", "signals", "lexicon"));
        Path index = folder.resolve("index");
        build(count, made, index, folder.resolve("bare"));
        try (PostingSearch search = PostingSearch.open(index)) {
            ask(search, made);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "heap in use at the end %d MB of at most %d MB",
                        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                        runtime.maxMemory() >> 20));
    }

    private static void build(int count, MadePostings made, Path index, Path bare)
            throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(IndexSchema.analyzer());
        config.setSimilarity(IndexSchema.similarity());
        config.setRAMBufferSizeMB(MEGABYTES);
        long ours = 0;
        long theirs = 0;
        try (PostingIndex ourIndex = PostingIndex.open(index);
                FSDirectory directory = FSDirectory.open(bare);
                IndexWriter writer = new IndexWriter(directory, config)) {
            for (int done = 0; done < count; done += BATCH) {
                List<IndexEntry> batch = new ArrayList<>();
                List<List<IndexableField>> documents = new ArrayList<>();
                for (int i = 0; i < BATCH; i++) {
                    IndexEntry entry = made.next();
                    batch.add(entry);
                    documents.add(AnalysedFields.of(entry));
                }
                // The second finds the texts in the processor's caches.
                boolean isOursFirst = done / BATCH % 2 == 0;
                if (isOursFirst) {
                    ours += nanos(() -> batch.forEach(ourIndex::put));
                }
                theirs += nanos(() -> add(writer, documents));
                if (!isOursFirst) {
                    ours += nanos(() -> batch.forEach(ourIndex::put));
                }
            }
            ours += nanos(() -> ourIndex.commit(count));
            theirs += nanos(writer::commit);
        }
        System.out.println(String.format(Locale.ROOT, "%,d postings", count));
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "build  %,.0f postings/s, %d MB; bare Lucene %,.0f, %d MB; ratio %.2f",
                        count / (ours / 1e9),
                        megabytes(index),
                        count / (theirs / 1e9),
                        megabytes(bare),
                        (double) theirs / ours));
    }

    private static void add(IndexWriter writer, List<List<IndexableField>> documents)
            throws IOException {
        for (List<IndexableField> document : documents) {
            writer.addDocument(document);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static long nanos(Step step) throws IOException {
        long start = System.nanoTime();
        step.run();
        return System.nanoTime() - start;
    }

    private static long megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum() >> 20;
        }
    }

    private interface Question {
        void ask() throws QueryException;
    }

    private static void ask(PostingSearch search, MadePostings made) throws QueryException {
        QueryLanguage language = new QueryLanguage(PastedContact::read, InstantSource.system());
        time("term", () -> search.search(language.parse(word(made)), SHOWN).forEach(_ -> {}));
        time(
                "contact",
                () ->
                        search.search(ParsedQuery.contact(made.contactKey()), SHOWN)
                                .forEach(_ -> {}));
        time(
                "phrase, filters, facets",
                () -> {
                    ParsedQuery parsed =
                            language.parse(
                                    '"'
                                            + plain(made.phrase(made.anyLanguage()))
                                            + "\" country:KH score>=50");
                    search.search(parsed, SHOWN).forEach(_ -> {});
                    search.counts(parsed, List.of("site", "signal", "contact"));
                });
        time("like", () -> search.search(ParsedQuery.like(made.sketch()), SHOWN).forEach(_ -> {}));
        Pivot.Reach reach = new Pivot.Reach(2, Set.of(), 50, Optional.empty());
        time("pivot depth 2", () -> Pivot.fromContacts(search, List.of(made.contactKey()), reach));
    }

    /// A word as somebody would type it.
    private static String word(MadePostings made) {
        String phrase = plain(made.phrase(made.anyLanguage()));
        return phrase.split(" ", -1)[0];
    }

    /// Without what means something to a query.
    private static String plain(String phrase) {
        String plain = phrase.replaceAll("[^\\p{L}\\p{M}\\p{N} ]", " ").strip();
        return plain.length() < 2 ? "telegram" : plain;
    }

    private static void time(String name, Question question) throws QueryException {
        for (int i = 0; i < WARMING; i++) {
            question.ask();
        }
        long[] took = new long[QUERIES];
        for (int i = 0; i < QUERIES; i++) {
            long start = System.nanoTime();
            question.ask();
            took[i] = System.nanoTime() - start;
        }
        Arrays.sort(took);
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "%-24s median %7.1f ms, p99 %7.1f ms",
                        name,
                        took[QUERIES / 2] / 1e6,
                        took[QUERIES * 99 / 100] / 1e6));
    }
}
