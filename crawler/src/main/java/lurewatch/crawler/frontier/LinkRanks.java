package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lurewatch.crawler.focus.Link;
import lurewatch.crawler.focus.LinkModel;
import lurewatch.crawler.revisit.PageClass;
import lurewatch.crawler.settings.Focus;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.store.Sql;

/// The order in which a host's pages that were never seen are fetched: those that promise most
/// first, and among them a share that is followed whatever it promises, so that what was learnt
/// does not make us blind. Used by the recorder's thread only.
///
/// Postings stand before other pages, as long as there are any.
final class LinkRanks {
    /// Ranks of one class; smaller is earlier.
    private static final int RANKS = 100;

    private static final int EXPLORED_FIRST = 16;
    private static final int REMEMBERED = 50_000;

    /// A host of which pages are worth this much on average is not barren.
    private static final double RELEVANT = 0.1;

    /// The memory is 64 KB: it is not written with every batch. What a kill loses is learnt again.
    private static final long WRITE_EVERY = Duration.ofSeconds(10).toNanos();

    private final Sql sql;
    private final Focus settings;
    private final LinkModel model = new LinkModel();
    private long written;
    private long writtenAt;
    private final Map<Long, Yield> yields = new RecentlyUsed<>(REMEMBERED);

    LinkRanks(Sql sql, Focus settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /// What a host's pages were worth when they were fetched for the first time.
    private record Yield(long pages, double relevance) {}

    void open() throws SQLException {
        long examples = sql.number("SELECT examples FROM focus WHERE id = 1").orElse(0);
        sql.first("SELECT memory FROM focus WHERE id = 1", row -> row.getBytes(1))
                .ifPresent(memory -> model.restore(memory, examples));
        written = model.examples();
        writtenAt = System.nanoTime();
    }

    /// The rank of a page that a link leads to.
    int rank(PageClass pageClass, Link link) {
        if (pageClass.isListing()) {
            return 0;
        }
        int base = pageClass == PageClass.DETAIL ? 0 : RANKS;
        if (!model.isTaught()) {
            return base + Math.min(link.depth(), RANKS - 1);
        }
        long print = link.url().fingerprint();
        return isExplored(print)
                ? base + (int) (print & (EXPLORED_FIRST - 1))
                : base + (int) Math.round((RANKS - 1) * (1 - model.promise(link)));
    }

    /// The rank of a known page by what is known of links now.
    int rank(UrlRow row) throws SQLException {
        Optional<Link> link = model.isTaught() ? link(row) : Optional.empty();
        return link.map(shows -> rank(row.pageClass(), shows)).orElse(row.rank());
    }

    private boolean isExplored(long fingerprint) {
        return Long.remainderUnsigned(fingerprint >>> 8, 100) < settings.exploration();
    }

    /// Whether a link is followed whatever it promises.
    boolean isExplored(WebUrl url) {
        return isExplored(url.fingerprint());
    }

    /// Whether an unclassified link is not worth being known: so many pages of its host gave
    /// nothing.
    boolean isBarren(long host, WebUrl url) throws SQLException {
        Yield yield = yieldOf(host);
        return yield.pages() >= settings.barrenPages()
                && yield.relevance() < RELEVANT * yield.pages()
                && !isExplored(url);
    }

    /// What a page that was never seen promises, 0 to 1; empty before enough was learnt.
    Optional<Double> promise(UrlRow row) throws SQLException {
        Optional<Link> link = link(row);
        return link.isPresent() && model.isTaught()
                ? Optional.of(model.promise(link.get()))
                : Optional.empty();
    }

    /// Learns from the first fetch of a page what its link was worth.
    void learn(UrlRow row, long host, FetchReport report) throws SQLException {
        boolean isFirst = row.lastAt().isEmpty() && report.ending().isHealthy();
        if (!isFirst || row.pageClass().isListing() || report.relevance().isEmpty()) {
            return;
        }
        double relevance = report.relevance().getAsDouble();
        Optional<Link> link = link(row);
        if (link.isPresent()) {
            model.learn(link.get(), relevance);
        }
        Yield before = yieldOf(host);
        Yield after = new Yield(before.pages() + 1, before.relevance() + relevance);
        yields.put(host, after);
        sql.update(
                "INSERT OR REPLACE INTO yield VALUES (?, ?, ?)",
                host,
                after.pages(),
                after.relevance());
    }

    private Yield yieldOf(long host) throws SQLException {
        Yield known = yields.get(host);
        if (known == null) {
            known =
                    sql.first(
                                    "SELECT pages, relevance FROM yield WHERE host_id = ?",
                                    row -> new Yield(row.getLong(1), row.getDouble(2)),
                                    host)
                            .orElse(new Yield(0, 0));
            yields.put(host, known);
        }
        return known;
    }

    private Optional<Link> link(UrlRow row) throws SQLException {
        double parent =
                sql.first(
                                "SELECT coalesce(relevance, -1) FROM url WHERE id = ?",
                                stored -> stored.getDouble(1),
                                row.parent())
                        .orElse(-1.0);
        return WebUrl.parse(row.url())
                .map(url ->
                        new Link(url, row.anchor(), kind(row.pageClass()), row.depth(), parent));
    }

    static String kind(PageClass pageClass) {
        return pageClass.name().toLowerCase(Locale.ROOT);
    }

    /// Writes what was learnt, if that was a while ago.
    void flush() throws SQLException {
        if (model.examples() > written && System.nanoTime() - writtenAt > WRITE_EVERY) {
            write();
        }
    }

    /// Writes what was learnt.
    void write() throws SQLException {
        if (model.examples() > written) {
            sql.update(
                    "INSERT OR REPLACE INTO focus VALUES (1, ?, ?)",
                    model.examples(),
                    model.memory());
            written = model.examples();
            writtenAt = System.nanoTime();
        }
    }
}
