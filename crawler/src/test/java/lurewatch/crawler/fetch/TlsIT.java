package lurewatch.crawler.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class TlsIT {
    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance()
                    .options(wireMockConfig().dynamicPort().dynamicHttpsPort())
                    .build();

    @TempDir Path directory;

    /// WireMock's certificate is its own work, as many a scam site's is.
    @Test
    void aBadCertificateIsCapturedAndSaidToBeBad() throws InterruptedException {
        SERVER.stubFor(get(urlEqualTo("/")).willReturn(aResponse().withBody("an ad")));
        TestCrawl crawl = new TestCrawl();
        crawl.ports.add(SERVER.getHttpsPort());
        crawl.hosts.put("tls.example", "127.0.0.1");
        crawl.site("board", "https://tls.example:" + SERVER.getHttpsPort() + "/");
        Map<String, String> metadata = crawl.run(directory).of("/").exchange().metadata();
        assertThat(metadata.get("tls-verdict")).startsWith("not trusted: ");
        assertThat(metadata.get("tls-subject")).contains("CN=");
        assertThat(metadata.get("tls-certificate")).matches("sha256:[0-9a-f]{64}");
        assertThat(metadata.get("tls-protocol")).matches("TLSv1\\.[23]");
    }

    @Test
    void aServerWithoutTlsBehindHttpsIsAFailureOfItsHost() throws InterruptedException {
        try (HostileServer plain =
                HostileServer.start((_, out) -> HostileServer.html(out, "no tls"))) {
            MemorySink sink =
                    new TestCrawl()
                            .port(plain)
                            .site("board", "https://127.0.0.1:" + plain.port() + "/")
                            .run(directory);
            assertThat(sink.kept()).isEmpty();
        }
    }
}
