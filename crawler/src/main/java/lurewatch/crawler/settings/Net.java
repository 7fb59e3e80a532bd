package lurewatch.crawler.settings;

import java.util.List;
import java.util.Map;

/// What the crawler may connect to.
///
/// @param allowCidr address blocks exempt from the address guard, such as `127.0.0.0/8` in tests
/// @param allowPorts ports that may be fetched from
/// @param hosts names resolved here instead of by DNS, as in a hosts file; guarded all the same
public record Net(List<String> allowCidr, List<Integer> allowPorts, Map<String, String> hosts) {
    public static final Net DEFAULTS =
            new Net(List.of(), List.of(80, 443, 8000, 8008, 8080, 8443, 8888), Map.of());

    public Net {
        allowCidr = List.copyOf(allowCidr);
        allowPorts = List.copyOf(allowPorts);
        hosts = Map.copyOf(hosts);
        for (int port : allowPorts) {
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException("no such port: " + port);
            }
        }
    }
}
