package lurewatch.crawler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever writes a script or a service reads in a command's help with which codes it may end.
class ExitHelpTest {
    private static final Pattern CODE = Pattern.compile("\\b\\d{1,3}\\b");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # command  | codes
                    crawl      | 0 2 3 4 130 143
                    import     | 0 1 2 3 4 6
                    check      | 0 2 3
                    fetchlog   | 0 1 2 3
                    status     | 0 1 2 3 130
                    # a folder that no demo made is left alone (5)
                    demo       | 0 2 3 5 130
                    simulate   | 0 2 3
                    """)
    void saysHowACommandMayEnd(String command, String codes) {
        String help = Cli.run(Path.of("none"), Path.of("none"), command, "--help").out();
        assertThat(help).contains("\nExit: 0 ");
        List<String> named =
                CODE.matcher(help.substring(help.indexOf("\nExit: ")))
                        .results()
                        .map(MatchResult::group)
                        .toList();
        assertThat(named).containsExactly(codes.split(" "));
    }
}
