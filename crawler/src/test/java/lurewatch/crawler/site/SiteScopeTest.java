package lurewatch.crawler.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.SiteKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SiteScopeTest {
    @ParameterizedTest
    @CsvSource({
        // without hosts: those of the seeds, with and without www
        "'', '', '', http://board.example/x, true",
        "'', '', '', https://www.board.example/x, true",
        "'', '', '', http://shop.board.example/x, false",
        "'', '', '', http://board.example.evil.example/x, false",
        "'', '', '', http://notboard.example/x, false",
        // written hosts replace the seeds'
        "other.example, '', '', http://board.example/x, false",
        "other.example, '', '', http://other.example/x, true",
        "OTHER.example, '', '', http://other.example/x, true",
        "other.example, '', '', http://www.other.example/x, false",
        ".other.example, '', '', http://a.b.other.example/x, true",
        ".other.example, '', '', http://other.example/x, true",
        ".other.example, '', '', http://another.example/x, false",
        // patterns look at path and query
        "'', ^/jobs/, '', http://board.example/jobs/1, true",
        "'', ^/jobs/, '', http://board.example/news/1, false",
        "'', '', logout, http://board.example/x?do=logout, false",
        "'', ^/jobs/, private, http://board.example/jobs/private, false",
        "'', '', board, http://board.example/x, true",
    })
    void saysWhichUrlsBelongToASite(
            String hosts, String include, String exclude, String url, boolean inside) {
        Scope scope = new Scope(list(hosts), list(include), list(exclude), 6, 100);
        Site site =
                new Site(
                        "board",
                        SiteKind.JOB_BOARD,
                        true,
                        List.of("http://board.example/"),
                        scope,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        assertThat(SiteScope.of(site).contains(WebUrl.parse(url).orElseThrow())).isEqualTo(inside);
    }

    private static List<String> list(String words) {
        return words.isEmpty() ? List.of() : Arrays.asList(words.split(" ", -1));
    }
}
