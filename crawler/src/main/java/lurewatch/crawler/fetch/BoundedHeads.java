package lurewatch.crawler.fetch;

import java.io.IOException;
import java.io.InputStream;
import lurewatch.crawler.settings.Limits;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
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
///
/// A head that ends with its connection is no head (RFC 9112, 8): what is there of a `Location` or
/// a `Content-Type` may be half of it.
///
/// A page that every browser shows must not hide behind one malformed header: a line without a name
/// is passed over, blanks between a name and its colon are removed (RFC 9112, 5.1), and the
/// protocol may be named in small letters.
final class BoundedHeads implements HttpMessageParser<ClassicHttpResponse> {
    private static final int MOST_INTERIM = 8;
    private static final String PROTOCOL = "HTTP/";

    private final HttpMessageParser<ClassicHttpResponse> parser;
    private final Limits limits;
    private int interim;

    BoundedHeads(Http1Config config, Limits limits) {
        this.parser = new DefaultHttpResponseParser(config);
        this.limits = limits;
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
            throws IOException, HttpException {
        if (interim == 0 && buffer.length() > 0) {
            throw new ProtocolException("the server answered before it was asked");
        }
        ClassicHttpResponse response = parsed(new Counting(buffer, limits), in);
        boolean isInterim = response != null && response.getCode() < 200;
        interim = isInterim ? interim + 1 : 0;
        if (interim > MOST_INTERIM) {
            throw new LimitException(LimitHit.of("interim_responses", MOST_INTERIM, interim));
        }
        return response;
    }

    /// A status of zero is no answer that HttpClient can hold.
    private ClassicHttpResponse parsed(SessionInputBuffer buffer, InputStream in)
            throws IOException, HttpException {
        try {
            return parser.parse(buffer, in);
        } catch (IllegalArgumentException e) {
            throw new ProtocolException(String.valueOf(e.getMessage()), e);
        }
    }

    /// Counts what is read of one head.
    private static final class Counting implements SessionInputBuffer {
        private final SessionInputBuffer buffer;
        private final long mostBytes;
        private final int mostHeaders;
        private long bytes;
        private int lines;
        private boolean inHeaders;
        private boolean named;

        Counting(SessionInputBuffer buffer, Limits limits) {
            this.buffer = buffer;
            this.mostBytes = limits.headers().bytes();
            this.mostHeaders = limits.headerCount();
        }

        @Override
        public int readLine(CharArrayBuffer line, InputStream in) throws IOException {
            int start = line.length();
            int length = counted(line, in);
            while (inHeaders && length > 0 && !isHeader(line, start)) {
                line.setLength(start);
                length = counted(line, in);
            }
            if (inHeaders && length < 0) {
                throw new ConnectionClosedException("the head of the answer has no end");
            }
            if (!inHeaders && length > 0) {
                raiseProtocol(line, start);
            }
            inHeaders |= length > 0;
            return length;
        }

        /// The protocol's name in small letters is still its name to browsers.
        private static void raiseProtocol(CharArrayBuffer line, int start) {
            int end = start + PROTOCOL.length();
            if (line.length() >= end && line.substring(start, end).equalsIgnoreCase(PROTOCOL)) {
                PROTOCOL.getChars(0, PROTOCOL.length(), line.array(), start);
            }
        }

        /// Whether the line names a header, or goes on with one that has a name.
        private boolean isHeader(CharArrayBuffer line, int start) {
            if (!isBlank(line.charAt(start))) {
                named = hasName(line, start);
            }
            return named;
        }

        /// Whether there is a name before a colon; moves the colon up to it.
        private static boolean hasName(CharArrayBuffer line, int start) {
            int colon = line.indexOf(':', start, line.length());
            int end = colon;
            while (end > start && isBlank(line.charAt(end - 1))) {
                end--;
            }
            if (colon > end) {
                String value = line.substring(colon, line.length());
                line.setLength(end);
                line.append(value);
            }
            return end > start;
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }

        private int counted(CharArrayBuffer line, InputStream in) throws IOException {
            int length = bounded(line, in);
            bytes += Math.max(0, length) + 2;
            if (bytes > mostBytes) {
                throw new LimitException(LimitHit.of("headers", mostBytes, bytes));
            }
            lines += length > 0 ? 1 : 0;
            if (lines > mostHeaders + 1) { // the first line is the status
                throw new LimitException(LimitHit.of("header_count", mostHeaders, lines - 1));
            }
            return length;
        }

        private int bounded(CharArrayBuffer line, InputStream in) throws IOException {
            try {
                return buffer.readLine(line, in);
            } catch (MessageConstraintException _) { // one line longer than all may be
                long seen = bytes + Math.max(mostBytes + 1, line.length());
                throw new LimitException(LimitHit.of("headers", mostBytes, seen));
            }
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
