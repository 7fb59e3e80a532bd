package lurewatch.crawler.settings;

import java.time.Duration;
import lurewatch.indexer.settings.ByteSize;

/// How the data directory is written.
///
/// @param warcSize a WARC file is sealed and a new one begun at about this size
/// @param commitEvery longest time a new capture waits to become searchable
/// @param diskReserve fetching pauses while the disk has less than this free
/// @param fetchlogRows most rows of the fetch log; the oldest go first
public record Storage(
        ByteSize warcSize, Duration commitEvery, ByteSize diskReserve, int fetchlogRows) {
    public static final Storage DEFAULTS =
            new Storage(
                    ByteSize.parse("1GB"), Duration.ofSeconds(2), ByteSize.parse("1GB"), 5_000_000);

    public Storage {
        if (!commitEvery.isPositive() || commitEvery.compareTo(Duration.ofSeconds(5)) > 0) {
            throw new IllegalArgumentException("commit_every must be above 0 and at most 5s");
        }
        if (fetchlogRows < 1_000) {
            throw new IllegalArgumentException(
                    "fetchlog_rows must be at least 1000: " + fetchlogRows);
        }
    }
}
