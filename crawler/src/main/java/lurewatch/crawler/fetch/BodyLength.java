package lurewatch.crawler.fetch;

import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.LowerCase;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;

/// Where an answer's body ends, as browsers read it: HttpClient refuses pages that every browser
/// shows, because their server or a proxy says the same thing twice, or leaves it empty.
///
/// Two lengths that differ, and codings of the transfer that are not read, are refused as ever. A
/// connection on which something of the kind was said is not used again.
final class BodyLength implements ContentLengthStrategy {
    @Override
    public long determineLength(HttpMessage message) throws HttpException {
        List<String> codings = values(message, HttpHeaders.TRANSFER_ENCODING);
        codings.removeIf("identity"::equals);
        if (!codings.isEmpty() && codings.stream().allMatch("chunked"::equals)) {
            return CHUNKED;
        }
        if (codings.isEmpty()) {
            List<String> lengths = values(message, HttpHeaders.CONTENT_LENGTH);
            if (lengths.isEmpty()) {
                return UNDEFINED;
            }
            boolean isOne = lengths.stream().distinct().count() == 1;
            if (isOne && lengths.getFirst().matches("[0-9]{1,18}")) {
                return Long.parseLong(lengths.getFirst());
            }
        }
        return DefaultContentLengthStrategy.INSTANCE.determineLength(message);
    }

    private static List<String> values(HttpMessage message, String name) {
        List<String> values = new ArrayList<>();
        for (Header header : message.getHeaders(name)) {
            String value = header.getValue() == null ? "" : header.getValue();
            for (String part : value.split(",", -1)) {
                values.add(LowerCase.of(part.strip()));
            }
        }
        values.removeIf(String::isEmpty);
        return values;
    }
}
