package lurewatch.crawler.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lurewatch.indexer.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SitesIT {
    private static final String GOOD =
            """
            name: %s
            kind: job-board
            enabled: %s
            seeds: ["https://%s.example.org/"]
            """;

    @TempDir Path folder;

    @Test
    void readsEveryYamlFileInTheOrderOfTheirNames() throws IOException {
        write("b.yaml", GOOD.formatted("b", "true", "b"));
        write("a.yaml", GOOD.formatted("a", "false", "a"));
        write("notes.txt", "not a site");
        Sites sites = Sites.read(folder);
        assertThat(sites.all()).extracting(Site::name).containsExactly("a", "b");
        assertThat(sites.enabled()).extracting(Site::name).containsExactly("b");
        assertThat(sites.named("a")).isPresent();
        assertThat(sites.named("c")).isEmpty();
    }

    /// Every row: the lines that follow `name: a` and `kind: job-board` (`|` for a new line), where
    /// the fault is, and what the message must say.
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            textBlock =
                    """
                    seeds: [https://a.org/]|recipe:|  next: "a["            ~ 6:9   ~ bad selector 'a['
                    seeds: [https://a.org/]|recipe:|  posting:|    body: "p:nope(" ~ 7:11 ~ bad selector 'p:nope('
                    seeds: [https://a.org/]|recipe:|  posting:|    match: "(" ~ 7:12 ~ bad pattern '('
                    seeds: [https://a.org/]|recipe:|  list:|    item: li    ~ 7:5   ~ a list needs a 'link' to each posting, or the 'fields' of each
                    seeds: [https://a.org/]|scope:|  include: ["[a"]        ~ 6:13: ~ bad pattern '[a'
                    seeds: [https://a.org/]|scope:|  include: [b]|  exclude:|    - b|    - "(" ~ 9:7: ~ bad pattern '('
                    seeds: [https://a.org/]|scope:|  hosts: [https://a.org] ~ 6:11  ~ 'https://a.org' is no host name
                    seeds: [https://a.org/]|scope: {hosts: [b.org]}         ~ 4:9   ~ host of seed 'https://a.org/' is not among scope.hosts
                    seeds: ["https:///x"]                                   ~ 4:9   ~ is no URL with a host
                    seeds: [ftp://a.org/]                                   ~ 1:    ~ must begin with http:// or https://
                    seeds: []                                               ~ 1:    ~ has no seeds
                    seeds: [https://a.org/]|revisit: often                  ~ 5:    ~ 'often' is no duration
                    seeds: [https://a.org/]|recipes: {}                     ~ 5:    ~ unknown key 'recipes'
                    """)
    void saysWhereAndWhat(String lines, String where, String what) throws IOException {
        write(
                "a.yaml",
                "name: a\nkind: job-board\nenabled: true\n" + lines.replace('|', '\n') + "\n");
        assertThatThrownBy(() -> Sites.read(folder))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("a.yaml:" + where.strip())
                .hasMessageContaining(what.strip())
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aScopeOfADomainTakesSeedsBelowIt() throws IOException {
        write("a.yaml", GOOD.formatted("a", "true", "www") + "scope: {hosts: [.example.org]}\n");
        assertThat(Sites.read(folder).all()).hasSize(1);
    }

    @Test
    void reportsEveryFaultyFileAndKeepsTheOthers() throws IOException {
        write("a.yaml", GOOD.formatted("b", "true", "a"));
        write("b.yaml", "kind: market\n");
        write("c.yaml", GOOD.formatted("c", "true", "c"));
        write("d.yaml", GOOD.formatted("d", "true", "c"));
        write("e.yml", GOOD.formatted("e", "true", "e"));
        Sites.Report report = Sites.check(folder);
        assertThat(report.sites().all()).extracting(Site::name).containsExactly("c");
        assertThat(report.faults())
                .extracting(SettingsException::getMessage)
                .satisfiesExactly(
                        a -> assertThat(a).contains("a.yaml:1:7: name 'b' must be the file's own"),
                        b -> assertThat(b).contains("b.yaml:1:").contains("job-board"),
                        d -> assertThat(d).contains("d.yaml:4:9: seed").contains("c.yaml"),
                        e -> assertThat(e).contains("e.yml").contains("must end in .yaml"));
    }

    @Test
    void saysThatThereIsNoFolder() {
        assertThatThrownBy(() -> Sites.read(folder.resolve("missing")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("no folder of site files at");
    }

    @Test
    void anEmptyFolderHasNoSites() {
        assertThat(Sites.read(folder).all()).isEqualTo(List.of());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
