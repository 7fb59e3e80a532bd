package lurewatch.crawler.fetch;

import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import lurewatch.crawler.settings.Limits;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// Builds HttpClient with everything off that would act by itself.
final class HttpClients {
    private static final TimeValue IDLE = TimeValue.ofSeconds(30);

    /// Three of them belong to every open connection, idle ones too.
    private static final int BUFFER = 8 * 1024;

    /// A line that is longer than all headers together may be is refused a little earlier.
    private static final int LINE_SLACK = 16;

    private HttpClients() {}

    /// A client that takes any certificate.
    ///
    /// A scam site's bad one is evidence, not an obstacle; [CertificateChecks] says what it is
    /// worth. Nothing secret is ever sent.
    static CloseableHttpClient of(Limits limits) {
        return of(
                limits,
                new DefaultClientTlsStrategy(
                        trustingContext(),
                        HostnameVerificationPolicy.CLIENT,
                        NoopHostnameVerifier.INSTANCE));
    }

    /// A client that checks certificates, for the operator's own affairs.
    static CloseableHttpClient checking(Limits limits) {
        return of(limits, DefaultClientTlsStrategy.createDefault());
    }

    private static CloseableHttpClient of(Limits limits, TlsSocketStrategy tls) {
        RequestConfig request =
                RequestConfig.custom()
                        .setResponseTimeout(timeout(limits.firstByte()))
                        .setConnectionRequestTimeout(timeout(limits.connect()))
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .setExpectContinueEnabled(false)
                        .setContentCompressionEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build();
        return HttpClientBuilder.create()
                .setConnectionManager(connections(limits, tls))
                .setRequestExecutor(new CleanConnections())
                .setDefaultRequestConfig(request)
                .evictIdleConnections(IDLE)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableConnectionState()
                .disableDefaultUserAgent()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            Limits limits, TlsSocketStrategy tls) {
        Http1Config http1 =
                Http1Config.custom()
                        .setBufferSize(BUFFER)
                        .setMaxHeaderCount(limits.headerCount() + 1) // ours is met first
                        .setMaxLineLength(limits.headers().toInt() + LINE_SLACK)
                        .build();
        ConnectionConfig connection =
                ConnectionConfig.custom()
                        .setConnectTimeout(timeout(limits.connect()))
                        .setSocketTimeout(timeout(limits.firstByte()))
                        .setTimeToLive(5, TimeUnit.MINUTES)
                        .setIdleTimeout(Timeout.of(IDLE.getDuration(), IDLE.getTimeUnit()))
                        // Every reuse: finds closed sockets, and bytes nobody asked for.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build();
        SocketConfig socket =
                SocketConfig.custom()
                        .setSoTimeout(timeout(limits.connect()))
                        .setTcpNoDelay(true)
                        .setSoLinger(TimeValue.NEG_ONE_SECOND)
                        .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                                .http1Config(http1)
                                .incomingContentLengthStrategy(new BodyLength())
                                .responseParserFactory(config -> new BoundedHeads(http1, limits))
                                .build())
                .setDnsResolver(new NoNames())
                .setTlsSocketStrategy(tls)
                // LAX bounds nothing over all hosts; and one that is slow to close stops no others.
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setOffLockDisposalEnabled(true)
                .setMaxConnPerRoute(2)
                .setMaxConnTotal(4 * limits.fetches())
                .setDefaultConnectionConfig(connection)
                .setDefaultSocketConfig(socket)
                .build();
    }

    private static SSLContext trustingContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustAll()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    private static Timeout timeout(java.time.Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }

    /// The second wall behind the guard: every target comes with its checked address, so nothing
    /// here has a name to resolve.
    private static final class NoNames implements DnsResolver {
        @Override
        public java.net.InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("unguarded name " + host);
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException("unguarded name " + host);
        }
    }
}
