package lurewatch.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CertificateChecksTest {
    @Test
    void aNameOfThirtyPagesIsCut() {
        assertThat(CertificateChecks.shortened("CN=a.example")).isEqualTo("CN=a.example");
        assertThat(CertificateChecks.shortened("CN=" + "a".repeat(30_000)))
                .hasSize(501)
                .endsWith("…");
    }
}
