package lurewatch.crawler.frontier;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lurewatch.crawler.frontier.FrontierSettings.RunMode;

/// Keeps the workbench filled: hosts with something due are admitted, hosts without are retired,
/// and so the work is proportional to what is due. Used by the recorder's thread only.
final class Admission {
    private static final int MOST_HOSTS = 20_000;
    private static final int ADMIT_AT_ONCE = 500;
    private static final int ROWS_PER_LANE = 16;

    private final FrontierSettings settings;
    private final Clocks clocks;
    private final Workbench bench;
    private final HostTable hosts;
    private final UrlTable urls;
    private final FetchRecords records;
    private final Instant start;
    private final Optional<Instant> askedUntil;
    private final Set<Long> onBench = new HashSet<>();

    /// Hosts that have nothing more for a run of mode `ONCE` although something of them is due.
    private final Set<Long> settled = new HashSet<>();

    /// @param start of this run; mode `ONCE` visits nothing twice after it
    /// @param askedUntil when any host may still have been asked: after a kill nothing proves when
    ///   that last was, and each gets its whole gap from then
    Admission(
            FrontierSettings settings,
            Clocks clocks,
            Workbench bench,
            HostTable hosts,
            UrlTable urls,
            FetchRecords records,
            Instant start,
            Optional<Instant> askedUntil) {
        this.settings = settings;
        this.clocks = clocks;
        this.bench = bench;
        this.hosts = hosts;
        this.urls = urls;
        this.records = records;
        this.start = start;
        this.askedUntil = askedUntil;
    }

    /// Hosts with something due for which the workbench has room.
    List<HostTable.Stored> due() throws SQLException {
        int room = MOST_HOSTS - onBench.size();
        if (room <= 0) {
            return List.of();
        }
        int most = Math.min(room, ADMIT_AT_ONCE) + settled.size();
        return hosts.due(clocks.now(), most).stream()
                .filter(stored -> !settled.contains(stored.id()))
                .toList();
    }

    /// Hosts that had nothing more may have got something.
    void reconsider() {
        settled.clear();
    }

    /// Whether a run of mode `ONCE` has nothing on the workbench and nothing soon due.
    boolean isExhausted() throws SQLException {
        long soon = clocks.now().plus(settings.horizon()).toEpochMilli();
        return onBench.isEmpty() && hosts.earliest(settled).orElse(Long.MAX_VALUE) > soon;
    }

    /// Brings a host onto the workbench; one that must rest comes when it has rested, whatever was
    /// found of it meanwhile.
    void admit(HostTable.Stored stored) throws SQLException {
        Optional<Instant> blocked = stored.pace().blockedUntil().filter(clocks.now()::isBefore);
        if (blocked.isPresent()) {
            hosts.retired(stored.id(), blocked.get().toEpochMilli());
            return;
        }
        List<UrlRow> rows = dueRows(stored.id(), stored.name());
        Duration least = settings.politeness().minimum();
        Pace pace = stored.pace().atLeast(least);
        for (UrlRow row : rows) {
            pace =
                    pace.withCrawlDelay(
                            pace.crawlDelay(),
                            settings.siteMinimum(row.site()),
                            settings.politeness());
        }
        HostEntry host =
                bench.admit(
                        stored.id(),
                        stored.name(),
                        stored.address(),
                        pace,
                        waits(stored),
                        readyAt(stored, pace));
        hosts.admitted(stored.id());
        onBench.add(stored.id());
        give(host, rows);
    }

    /// What is known of it from before it came.
    private Waits waits(HostTable.Stored stored) {
        if (!stored.pace().isCalm(settings.politeness(), clocks.now())) {
            return Waits.ofTroubled(clocks.nano());
        }
        return stored.nextAt().toEpochMilli() == 0 ? Waits.ofStranger() : Waits.ofKnown();
    }

    private long readyAt(HostTable.Stored stored, Pace pace) {
        Instant next = stored.nextAt();
        return clocks.nanoOf(
                askedUntil
                        .map(asked -> asked.plus(pace.gap()))
                        .filter(next::isBefore)
                        .orElse(next));
    }

    private List<UrlRow> dueRows(long host, String name) throws SQLException {
        long visitedBefore =
                settings.mode() == RunMode.ONCE ? start.toEpochMilli() : Long.MAX_VALUE;
        List<UrlRow> worthIt = new ArrayList<>();
        List<UrlRow> promiseLess = new ArrayList<>();
        for (UrlRow row : urls.due(host, clocks.now(), visitedBefore, ROWS_PER_LANE)) {
            if (records.rankAnew(row)) {
                promiseLess.add(row);
            } else if (!records.putOff(name, row, clocks.now())) {
                worthIt.add(row);
            }
        }
        // They come at their new rank, but never does a host go idle for that.
        return worthIt.isEmpty() ? promiseLess : worthIt;
    }

    /// Loads a host that has run out of URLs, or retires it.
    void reload(HostEntry host) throws SQLException {
        Optional<Instant> blocked = host.pace().blockedUntil().filter(clocks.now()::isBefore);
        if (blocked.isPresent()) {
            retire(host, blocked.get().toEpochMilli());
        } else {
            give(host, dueRows(host.id(), host.name()));
        }
    }

    private void give(HostEntry host, List<UrlRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            retire(host, 0);
        } else {
            bench.load(host, rows);
        }
    }

    private void retire(HostEntry host, long notBefore) throws SQLException {
        long due = Math.max(notBefore, urls.earliest(host.id()).orElse(Long.MAX_VALUE));
        hosts.retired(host.id(), due);
        onBench.remove(host.id());
        bench.retire(host);
        if (settings.mode() == RunMode.ONCE && due <= clocks.now().toEpochMilli()) {
            settled.add(host.id());
        }
    }
}
