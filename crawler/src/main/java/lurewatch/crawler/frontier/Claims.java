package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import lurewatch.crawler.frontier.FetchReport.Ending;
import lurewatch.crawler.revisit.PageClass;
import lurewatch.crawler.revisit.Sight;
import lurewatch.crawler.revisit.Trust;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.store.Sql;

/// Hears what sitemaps, feeds and listings say of known pages, pulls a page's visit forward where
/// that is worth today's price, and learns from the visit whom to believe. Used by the recorder's
/// thread only.
///
/// News is a claim that was not heard before: a day as the time of a change says little about a
/// visit on that same day, but another day than last time says that something happened.
final class Claims {
    /// Clocks differ; what is said to change later than this is no claim.
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    private final Sql sql;
    private final UrlTable urls;
    private final HostTable hosts;
    private final TrustTable trust;
    private final Revisits revisits;

    Claims(Sql sql, UrlTable urls, HostTable hosts, Revisits revisits) {
        this.sql = sql;
        this.urls = urls;
        this.hosts = hosts;
        this.trust = new TrustTable(sql);
        this.revisits = revisits;
    }

    /// What is known of a page when somebody speaks of it.
    private record Known(long id, Optional<Instant> toldAt, Optional<Instant> lastAt, int fails) {
        boolean isNews(Instant changedAt) {
            return toldAt.isPresent() || lastAt.filter(changedAt::isAfter).isPresent();
        }
    }

    /// Hears that a known page changed; whether it is due now for that.
    boolean hear(FoundLink link, Claim.Source source, Instant changedAt, Instant now)
            throws SQLException {
        String url = link.url().toString();
        Optional<Known> known = known(url);
        if (known.isEmpty()
                || known.get().toldAt().filter(told -> !changedAt.isAfter(told)).isPresent()
                || changedAt.isAfter(now.plus(MOST_AHEAD))) {
            return false;
        }
        boolean news = known.get().isNews(changedAt);
        tell(known.get().id(), source, changedAt, news ? Optional.of(now) : Optional.empty());
        if (!news || known.get().lastAt().isEmpty() || known.get().fails() > 0) {
            return false;
        }
        HostTable.Known host = hosts.named(link.url().host());
        UrlRow row = urls.row(url).orElseThrow();
        Instant due = urls.dueAt(row.id());
        boolean worth =
                due.isAfter(now)
                        && revisits.isWorthNow(
                                row, host.habits(), trust.of(host.id(), source), due, now);
        if (worth) {
            pull(row.id(), host, now);
        }
        return worth;
    }

    /// Hears that a listing shows a posting no more that it showed before; whether that is due now
    /// for it. Whether listings are to be believed in this, the policy learns.
    boolean hearLeft(UrlRow posting, Instant now) throws SQLException {
        boolean isThere =
                posting.pageClass() == PageClass.DETAIL
                        && posting.seenAt().isPresent()
                        && posting.misses() == 0
                        && posting.fails() == 0;
        if (!isThere) {
            return false;
        }
        tell(posting.id(), Claim.Source.LEFT, now, Optional.of(now));
        HostTable.Known host = hosts.named(WebUrl.parse(posting.url()).orElseThrow().host());
        Instant due = urls.dueAt(posting.id());
        boolean worth = due.isAfter(now) && revisits.isWorthNow(host.habits(), due, now);
        if (worth) {
            pull(posting.id(), host, now);
        }
        return worth;
    }

    private void pull(long id, HostTable.Known host, Instant now) throws SQLException {
        sql.update("UPDATE url SET due_at = ? WHERE id = ?", now.toEpochMilli(), id);
        hosts.dueAt(host.id(), now);
    }

    /// Learns from a visit whether the source that speaks of the page is to be believed.
    void learn(UrlRow row, long host, FetchReport report) throws SQLException {
        Optional<Claim> claim = row.claim();
        if (claim.isEmpty()
                || claim.get().source() == Claim.Source.LEFT // see Revisits
                || row.pageClass().isListing()) {
            return;
        }
        Optional<Sight.Kind> seen = seen(row, report);
        if (seen.isPresent()) {
            Trust.Told told =
                    claim.get().isNewsAfter(row.lastAt()) ? Trust.Told.NEWS : Trust.Told.NOTHING;
            Claim.Source source = claim.get().source();
            trust.save(host, source, trust.of(host, source).after(told, seen.get()));
        }
    }

    /// Coming back and going away are changes too; where nothing can be compared, nothing is
    /// learnt.
    private static Optional<Sight.Kind> seen(UrlRow row, FetchReport report) {
        boolean came = report.ending().isHealthy();
        boolean changedPlace =
                (came && row.misses() > 0)
                        || (report.ending() == Ending.MISSING
                                && row.misses() == 0
                                && row.seenAt().isPresent());
        if (changedPlace) {
            return Optional.of(Sight.Kind.CHANGED);
        }
        return came
                ? Optional.of(Revisits.kind(row, report))
                        .filter(kind -> kind == Sight.Kind.SAME || kind == Sight.Kind.CHANGED)
                : Optional.empty();
    }

    private Optional<Known> known(String url) throws SQLException {
        return sql.first(
                "SELECT id, told_at, last_at, fails FROM url WHERE url = ?",
                row ->
                        new Known(
                                row.getLong(1),
                                UrlTable.time(row, 2),
                                UrlTable.time(row, 3),
                                row.getInt(4)),
                url);
    }

    private void tell(long id, Claim.Source source, Instant changedAt, Optional<Instant> newsAt)
            throws SQLException {
        sql.update(
                """
                UPDATE url SET told_by = ?, told_at = ?, news_at = coalesce(?, news_at)
                WHERE id = ?
                """,
                source.code(),
                changedAt.toEpochMilli(),
                newsAt.map(Instant::toEpochMilli).orElse(null),
                id);
    }

    /// The claim in a row of `url`, of which these are the columns.
    static Optional<Claim> claim(OptionalLong by, Optional<Instant> at, Optional<Instant> news) {
        return by.isEmpty() || at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Claim(Claim.Source.of((int) by.getAsLong()), at.get(), news));
    }
}
