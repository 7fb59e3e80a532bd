package lurewatch.crawler.fetch;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/// Parses the response heads of one connection, with the bounds that HttpClient's own parser lacks:
/// on all bytes of a head together, on interim answers in a row, and on bytes that are there before
/// anything was asked (a response that belongs to no request).
final class BoundedHeads implements HttpMessageParser<ClassicHttpResponse> {
    private static final int MOST_INTERIM = 8;

    private final HttpMessageParser<ClassicHttpResponse> parser;
    private final long mostBytes;
    private int interim;

    BoundedHeads(Http1Config config, long mostBytes) {
        this.parser = new DefaultHttpResponseParser(config);
        this.mostBytes = mostBytes;
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
            throws IOException, HttpException {
        if (interim == 0 && buffer.length() > 0) {
            throw new ProtocolException("the server answered before it was asked");
        }
        ClassicHttpResponse response = parser.parse(new Counting(buffer, mostBytes), in);
        boolean isInterim = response != null && response.getCode() < 200;
        interim = isInterim ? interim + 1 : 0;
        if (interim > MOST_INTERIM) {
            throw new ProtocolException("more than " + MOST_INTERIM + " interim responses");
        }
        return response;
    }

    /// Counts what is read of one head.
    private static final class Counting implements SessionInputBuffer {
        private final SessionInputBuffer buffer;
        private final long most;
        private long count;

        Counting(SessionInputBuffer buffer, long most) {
            this.buffer = buffer;
            this.most = most;
        }

        @Override
        public int readLine(CharArrayBuffer line, InputStream in) throws IOException {
            int length = buffer.readLine(line, in);
            count += Math.max(0, length) + 2;
            if (count > most) {
                throw new MessageConstraintException("headers exceed " + most + " bytes");
            }
            return length;
        }

        @Override
        public int length() {
            return buffer.length();
        }

        @Override
        public int capacity() {
            return buffer.capacity();
        }

        @Override
        public int available() {
            return buffer.available();
        }

        @Override
        public int read(byte[] bytes, int offset, int length, InputStream in) throws IOException {
            return buffer.read(bytes, offset, length, in);
        }

        @Override
        public int read(byte[] bytes, InputStream in) throws IOException {
            return buffer.read(bytes, in);
        }

        @Override
        public int read(InputStream in) throws IOException {
            return buffer.read(in);
        }

        @Override
        public HttpTransportMetrics getMetrics() {
            return buffer.getMetrics();
        }
    }
}
