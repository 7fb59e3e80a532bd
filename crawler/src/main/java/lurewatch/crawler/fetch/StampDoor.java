package lurewatch.crawler.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import lurewatch.crawler.fetch.Deadlines.Deadline;
import lurewatch.crawler.settings.Net;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.WebUrl;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.net.URIAuthority;

/// Carries requests for time stamps to authorities of the operator's and answers back (RFC 3161,
/// 3.4). Resolved and guarded like any other address, with exemptions of their own; certificates
/// are checked, redirects are not followed. What an answer is worth is not judged here.
public final class StampDoor implements Closeable {
    private final String userAgent;
    private final SystemNames names;
    private final Settings settings;
    private final List<String> allowCidr;
    private final Duration longest;
    private final CloseableHttpClient client;
    private final Deadlines deadlines = new Deadlines();

    /// @param allowCidr blocks of addresses that are not public and allowed all the same
    /// @param longest a whole answer may take
    public StampDoor(Settings settings, List<String> allowCidr, Duration longest) {
        this.settings = settings;
        this.allowCidr = List.copyOf(allowCidr);
        this.longest = longest;
        this.userAgent =
                settings.identity().isComplete() ? settings.identity().header() : "lurewatch";
        this.names = new SystemNames(settings.limits().connect());
        this.client = HttpClients.checking(settings.limits());
    }

    /// Posts a request and gives the answer.
    ///
    /// @param most bytes of an answer
    /// @throws IOException where there was none, or too much of it
    public byte[] ask(String address, byte[] request, int most) throws IOException {
        WebUrl url =
                WebUrl.parse(address)
                        .orElseThrow(() -> new IOException("no address that could be asked"));
        AddressGuard guard =
                new AddressGuard(
                        new Net(allowCidr, List.of(url.port()), settings.net().hosts()), names);
        try {
            return ask(url, guard.addresses(url).getFirst(), request, most);
        } catch (RefusedException e) {
            throw new IOException(
                    e.getMessage() + "; allow_cidr of timestamps.yaml may allow it", e);
        }
    }

    private byte[] ask(WebUrl url, InetAddress address, byte[] body, int most) throws IOException {
        HttpPost request = new HttpPost("/");
        request.setScheme(url.scheme());
        request.setAuthority(new URIAuthority(url.host(), url.writtenPort()));
        request.setPath(url.path());
        request.setHeader("User-Agent", userAgent);
        request.setEntity(
                new ByteArrayEntity(body, ContentType.create("application/timestamp-query")));
        HttpHost target = new HttpHost(url.scheme(), address, url.host(), url.port());
        try (Deadline _ = deadlines.in(longest, request::abort)) {
            ClassicHttpResponse response =
                    client.executeOpen(target, request, HttpClientContext.create());
            try {
                return read(response, most);
            } finally {
                request.abort();
                Closer.closeQuietly(response);
            }
        }
    }

    private static byte[] read(ClassicHttpResponse response, int most) throws IOException {
        if (response.getCode() != 200) {
            throw new IOException("it answered " + response.getCode());
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            throw new IOException("it answered nothing");
        }
        byte[] answer = entity.getContent().readNBytes(most + 1);
        if (answer.length > most) {
            throw new IOException("its answer is longer than " + most + " bytes");
        }
        return answer;
    }

    @Override
    public void close() {
        deadlines.close();
        names.close();
        client.close(CloseMode.IMMEDIATE);
    }
}
