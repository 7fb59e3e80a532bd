package lurewatch.crawler.settings;

import java.net.InetAddress;
import java.util.Optional;
import lurewatch.indexer.settings.ByteSize;

/// What a crawl shows of itself to this machine.
///
/// @param port of health and metrics; 0 for none
/// @param address a loopback one
/// @param logFolder log files are written there, beside what standard error gets
/// @param logSize a log file is put aside at this size
/// @param logFiles most of those that were put aside
public record Service(
        int port, String address, Optional<String> logFolder, ByteSize logSize, int logFiles) {
    public static final Service DEFAULTS =
            new Service(0, "127.0.0.1", Optional.empty(), ByteSize.parse("10MB"), 10);

    public Service {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("no such port: " + port);
        }
        if (!InetAddress.ofLiteral(address).isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "address '"
                            + address
                            + "' is not a loopback address; put a proxy with a log-in before it"
                            + " where others have to see it");
        }
        if (logSize.bytes() < 64 * 1024) {
            throw new IllegalArgumentException("log_size must be at least 64KB");
        }
        if (logFiles < 1 || logFiles > 20) {
            throw new IllegalArgumentException("log_files must be 1 to 20: " + logFiles);
        }
    }
}
