package lurewatch.crawler.fetch;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// This machine's addresses. They change while a crawl runs, with leases and tunnels; listing them
/// is quick, but not for every request.
final class OwnAddresses implements Supplier<Set<InetAddress>> {
    private static final long FRESH = Duration.ofSeconds(30).toNanos();

    private volatile Listed listed = listed();

    private record Listed(Set<InetAddress> addresses, long at) {}

    @Override
    public Set<InetAddress> get() {
        if (System.nanoTime() - listed.at() > FRESH) {
            listed = listed();
        }
        return listed.addresses();
    }

    private static Listed listed() {
        try {
            return new Listed(
                    NetworkInterface.networkInterfaces()
                            .flatMap(NetworkInterface::inetAddresses)
                            .collect(Collectors.toUnmodifiableSet()),
                    System.nanoTime());
        } catch (SocketException e) {
            throw new IllegalStateException("cannot list this machine's own addresses", e);
        }
    }
}
