package lurewatch.crawler.fetch;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import lurewatch.crawler.fetch.Deadlines.Deadline;
import lurewatch.crawler.settings.Limits;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;

/// Says of a request that broke what kind of failure that is, and which limit it met.
final class Failures {
    private final Limits limits;
    private final Deadline total;
    private final Deadline head;

    /// @param total for the whole request
    /// @param head until the end of the answer's head
    Failures(Limits limits, Deadline total, Deadline head) {
        this.limits = limits;
        this.total = total;
        this.head = head;
    }

    FetchFailedException of(Exception e) {
        Exception cause = e.getCause() instanceof MessageConstraintException inner ? inner : e;
        String message = Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getName());
        FailureKind kind = kind(cause);
        String detail = limit(cause, kind).map(LimitHit::toString).orElse(message);
        return new FetchFailedException(kind, detail, e);
    }

    private FailureKind kind(Exception e) {
        return switch (e) {
            case ConnectTimeoutException _ -> FailureKind.NO_CONNECTION;
            case HttpHostConnectException _ -> FailureKind.NO_CONNECTION;
            case MessageConstraintException _ -> FailureKind.BAD_HEADERS;
            case SocketTimeoutException _ -> FailureKind.TIMEOUT;
            case Exception _ when total.hasPassed() || head.hasPassed() -> FailureKind.TIMEOUT;
            case SSLException _ -> FailureKind.TLS;
            case ConnectException _ -> FailureKind.NO_CONNECTION;
            case NoRouteToHostException _ -> FailureKind.NO_CONNECTION;
            case HttpException _ -> FailureKind.BAD_PROTOCOL;
            case RuntimeException _ -> FailureKind.INTERNAL;
            case ClientProtocolException _ -> FailureKind.BAD_PROTOCOL;
            default -> FailureKind.RESET;
        };
    }

    private Optional<LimitHit> limit(Exception e, FailureKind kind) {
        Duration spent = total.spent();
        if (e instanceof ConnectTimeoutException) {
            return Optional.of(LimitHit.of("connect", limits.connect(), spent));
        }
        if (kind != FailureKind.TIMEOUT) {
            return Optional.empty();
        }
        if (total.hasPassed()) {
            return Optional.of(LimitHit.of("total", limits.total(), spent));
        }
        // A handshake that stands still is bounded as connecting is.
        return Optional.of(
                spent.compareTo(limits.firstByte()) < 0
                        ? LimitHit.of("connect", limits.connect(), spent)
                        : LimitHit.of("first_byte", limits.firstByte(), spent));
    }
}
