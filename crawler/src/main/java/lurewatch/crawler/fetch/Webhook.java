package lurewatch.crawler.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
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
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.net.URIAuthority;

/// The operator's own address for alerts: the only one that anything is posted to. It is resolved
/// and guarded like any other, with exemptions of its own (`alerts.allow_cidr`); its certificate is
/// checked, redirects are not followed, and its answer is not read.
public final class Webhook implements Closeable {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final WebUrl url;
    private final String userAgent;
    private final SystemNames names;
    private final AddressGuard guard;
    private final CloseableHttpClient client;
    private final Deadlines deadlines = new Deadlines();

    /// @throws IllegalArgumentException where this is no address that could be asked
    public Webhook(Settings settings, String written) {
        this.url =
                WebUrl.parse(written)
                        .orElseThrow(() -> new IllegalArgumentException("no webhook: " + written));
        this.userAgent =
                settings.identity().isComplete() ? settings.identity().header() : "lurewatch";
        this.names = new SystemNames(settings.limits().connect());
        this.guard =
                new AddressGuard(
                        new Net(
                                settings.alerts().allowCidr(),
                                List.of(url.port()),
                                settings.net().hosts()),
                        names);
        this.client = HttpClients.checking(settings.limits());
    }

    /// Posts a line of JSON.
    ///
    /// @throws IOException where it was not answered with a 2xx status
    public void post(String json) throws IOException {
        try {
            post(json, guard.addresses(url).getFirst());
        } catch (RefusedException e) {
            throw new IOException(
                    "alerts.webhook: " + e.getMessage() + "; alerts.allow_cidr may allow it", e);
        }
    }

    private void post(String json, InetAddress address) throws IOException {
        HttpPost request = new HttpPost("/");
        request.setScheme(url.scheme());
        request.setAuthority(new URIAuthority(url.host(), url.writtenPort()));
        request.setPath(url.path());
        request.setHeader("User-Agent", userAgent);
        request.setEntity(
                new StringEntity(
                        json, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
        HttpHost target = new HttpHost(url.scheme(), address, url.host(), url.port());
        try (Deadline _ = deadlines.in(LONGEST, request::abort)) {
            ClassicHttpResponse response =
                    client.executeOpen(target, request, HttpClientContext.create());
            try {
                int status = response.getCode();
                if (status < 200 || status > 299) {
                    throw new IOException("alerts.webhook answered " + status);
                }
            } finally {
                request.abort();
                Closer.closeQuietly(response);
            }
        }
    }

    @Override
    public void close() {
        deadlines.close();
        names.close();
        client.close(CloseMode.IMMEDIATE);
    }
}
