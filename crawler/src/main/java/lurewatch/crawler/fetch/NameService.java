package lurewatch.crawler.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Turns a host name into addresses.
@FunctionalInterface
interface NameService {
    /// The host's addresses, at least one.
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
