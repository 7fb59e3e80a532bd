package lurewatch.crawler.fetch;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;

/// Sends nothing on a connection on which something already waits to be read: bytes after the end
/// of an answer would be taken for the next one. Tells where a connection that had served before
/// ended without a byte of answer: its server had given it up, and another connection may serve.
final class CleanConnections extends HttpRequestExecutor {
    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        EndpointDetails details = connection.getEndpointDetails();
        boolean reused = details != null && details.getRequestCount() > 0;
        if (reused && connection.isDataAvailable(Timeout.ONE_MILLISECOND)) {
            connection.close();
            throw new UnaskedBytes();
        }
        long received = reused ? details.getReceivedBytesCount() : 0;
        try {
            return super.execute(request, connection, callback, context);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            if (reused && details.getReceivedBytesCount() == received) {
                throw new GivenUp(e);
            }
            throw e;
        }
    }

    /// The server ended the connection instead of answering.
    static final class GivenUp extends IOException {
        private static final long serialVersionUID = 1L;

        GivenUp(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /// The request was not sent; another connection may serve it.
    static final class UnaskedBytes extends IOException {
        private static final long serialVersionUID = 1L;

        UnaskedBytes() {
            super("the server sent more than it was asked for");
        }
    }
}
