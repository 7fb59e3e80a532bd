package lurewatch.crawler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whom to ask for time stamps is checked with what a crawl reads, and not at the first stamp.
class CheckIT {
    @TempDir private Path config;

    private Cli checked(String timestamps) throws IOException {
        Files.writeString(config.resolve("timestamps.yaml"), timestamps);
        return Cli.run(config.resolve("data"), config, "check");
    }

    @Test
    void saysHowManyAuthoritiesAreAsked() throws IOException {
        Files.writeString(config.resolve("root.pem"), "looked at when a stamp is");
        Cli run =
                checked(
                        """
                        authorities:
                          - {name: example, url: "https://tsa.example.org/", certificate: root.pem}
                        allow_cidr: []
                        """);
        assertThat(run.out())
                .contains("timestamps.yaml: in order; 1 authority is asked for time stamps");
    }

    @Test
    void namesACertificateThatIsNotThere() throws IOException {
        Cli run =
                checked(
                        """
                        authorities:
                          - {name: example, url: "https://tsa.example.org/", certificate: none.pem}
                        allow_cidr: []
                        """);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("timestamps.yaml: there is no readable certificate", "none.pem");
    }

    @Test
    void namesAKeyThatDoesNotExist() throws IOException {
        Cli run = checked("authorities: []\nallow_cidr: []\nask: daily\n");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("timestamps.yaml:3:1: unknown key 'ask'");
    }

    @Test
    void saysNothingOfAFileThatIsNotThere() {
        assertThat(Cli.run(config.resolve("data"), config, "check").err())
                .doesNotContain("timestamps.yaml");
    }
}
