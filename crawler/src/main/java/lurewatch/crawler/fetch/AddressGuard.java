package lurewatch.crawler.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lurewatch.crawler.settings.Net;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.LowerCase;

/// Decides what may be connected to, on the resolved address: a hostile page can name any host, and
/// any host can resolve to our own network.
///
/// A name is resolved once per request, and the socket connects to the address that was checked. If
/// any of a name's addresses is forbidden, the name is. Exempt are only the blocks of
/// `net.allow_cidr`.
final class AddressGuard {
    /// Special-purpose blocks of the IANA registries, and those that carry IPv4 in a way nobody on
    /// the public internet needs.
    private static final List<Cidr> FORBIDDEN =
            Stream.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.31.196.0/24",
                            "192.52.193.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "192.175.48.0/24",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/4",
                            "240.0.0.0/4",
                            "::/96",
                            "::ffff:0:0:0/96",
                            "64:ff9b:1::/48",
                            "100::/64",
                            "2001::/23",
                            "2001:db8::/32",
                            "3fff::/20",
                            "5f00::/16",
                            "fc00::/7",
                            "fe80::/10",
                            "fec0::/10",
                            "ff00::/8")
                    .map(Cidr::parse)
                    .toList();

    /// How an IPv6 address begins that maps an IPv4 one.
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");
    private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16");

    /// Names of cloud metadata services; refused even where they resolve to something harmless.
    private static final Set<String> FORBIDDEN_NAMES =
            Set.of("metadata.google.internal", "instance-data");

    private final List<Cidr> exempt;
    private final Set<Integer> ports;
    private final Map<String, InetAddress> fixed;
    private final Supplier<Set<InetAddress>> own;
    private final NameService names;

    AddressGuard(Net net, NameService names) {
        this(net, names, new OwnAddresses());
    }

    /// @param own this machine's addresses
    AddressGuard(Net net, NameService names, Supplier<Set<InetAddress>> own) {
        this.exempt = net.allowCidr().stream().map(Cidr::parse).toList();
        this.ports = Set.copyOf(net.allowPorts());
        this.fixed = new HashMap<>();
        net.hosts()
                .forEach((name, address) ->
                        fixed.put(LowerCase.of(name), InetAddress.ofLiteral(address)));
        this.own = own;
        this.names = names;
    }

    /// The addresses of the URL's host, all of them permitted.
    List<InetAddress> addresses(WebUrl url) throws RefusedException, UnknownHostException {
        if (!ports.contains(url.port())) {
            throw new RefusedException("port " + url.port() + " is not in net.allow_ports");
        }
        String host = url.host();
        InetAddress known = fixed.get(host);
        if (known == null && FORBIDDEN_NAMES.contains(host)) {
            throw new RefusedException("the name " + host + " is never asked");
        }
        List<InetAddress> found = known != null ? List.of(known) : literal(host).orElse(null);
        List<InetAddress> all = found != null ? found : unmapped(names.resolve(host));
        for (InetAddress address : all) {
            if (!permits(address)) {
                throw new RefusedException(
                        host + " leads to " + address.getHostAddress() + ", which is not public");
            }
        }
        return all;
    }

    boolean permits(InetAddress resolved) {
        InetAddress address = unmapped(resolved);
        byte[] bytes = address.getAddress();
        if (isExempt(bytes)) {
            return true;
        }
        Optional<InetAddress> inner = embedded(bytes);
        if (inner.isPresent()) {
            byte[] reached = inner.get().getAddress();
            return isExempt(reached) || (isPublic(reached) && !own.get().contains(inner.get()));
        }
        return isPublic(bytes) && !own.get().contains(address);
    }

    private boolean isExempt(byte[] address) {
        return exempt.stream().anyMatch(block -> block.contains(address));
    }

    private static boolean isPublic(byte[] address) {
        return FORBIDDEN.stream().noneMatch(block -> block.contains(address));
    }

    private static List<InetAddress> unmapped(List<InetAddress> addresses) {
        return addresses.stream().map(AddressGuard::unmapped).toList();
    }

    /// The IPv4 address that `::ffff:a.b.c.d` is another way to write, and that a socket connects
    /// to. Java reads literals so; what a name service answers stays as it is.
    private static InetAddress unmapped(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean mapped =
                bytes.length == 16
                        && Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length);
        return mapped ? ipv4(bytes, MAPPED.length) : address;
    }

    /// The IPv4 address that a translator would take out of an IPv6 one.
    private static Optional<InetAddress> embedded(byte[] address) {
        if (NAT64.contains(address)) {
            return Optional.of(ipv4(address, 12));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return Optional.of(ipv4(address, 2));
        }
        return Optional.empty();
    }

    private static InetAddress ipv4(byte[] address, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static Optional<List<InetAddress>> literal(String host) {
        boolean digits = Character.digit(host.charAt(host.length() - 1), 10) >= 0;
        if (host.indexOf(':') < 0 && !digits) {
            return Optional.empty();
        }
        try {
            return Optional.of(List.of(InetAddress.ofLiteral(host)));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a name such as web1
        }
    }
}
