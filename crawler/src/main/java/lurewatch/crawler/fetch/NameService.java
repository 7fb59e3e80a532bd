package lurewatch.crawler.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Turns a host name into addresses.
@FunctionalInterface
interface NameService {
    /// @return at least one address
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
