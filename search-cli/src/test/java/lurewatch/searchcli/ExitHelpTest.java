package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever writes a script reads in a command's help with which codes it may end.
class ExitHelpTest {
    private static final Pattern CODE = Pattern.compile("\\b\\d{1,3}\\b");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # command      | codes
                    # a reason may be asked (5), and time may run out (6)
                    overview       | 0 1 2 3 5 6
                    search         | 0 1 2 3 5 6
                    pivot          | 0 1 2 3 5 6
                    campaign       | 0 1 2 3 5 6
                    campaign list  | 0 1 2 3 5 6
                    campaign show  | 0 1 2 3
                    campaign label | 0 1 2 3
                    campaign split | 0 1 2 3
                    campaign merge | 0 1 2 3
                    contact        | 0 1 2 3 5 6
                    facets         | 0 1 2 3 5 6
                    timeline       | 0 1 2 3 5 6
                    trends         | 0 1 2 3 5 6
                    batch          | 0 1 2 3 5 6
                    export         | 0 1 2 3 4 5 6
                    watch add      | 0 2 3 5
                    watch test     | 0 1 2 3 5
                    # nothing is put into a case that is closed (5), or taken out of it
                    case           | 0 1 2 3 4 5
                    case add       | 0 1 2 3 5
                    case remove    | 0 1 2 3 5
                    case new       | 0 2 3
                    case list      | 0 1 2 3
                    case show      | 0 1 2 3
                    case note      | 0 1 2 3
                    case tag       | 0 1 2 3
                    case close     | 0 1 2 3
                    case reopen    | 0 1 2 3
                    case next      | 0 1 2 3
                    case log       | 0 1 2 3
                    case export    | 0 1 2 3
                    case import    | 0 1 2 3 4
                    """)
    void saysHowACommandMayEnd(String command, String codes) {
        Cli.Run run = Cli.inPipe().run((command + " --help").split(" "));
        String help = run.out();
        assertThat(help).contains("\nExit: 0 ");
        List<String> named =
                CODE.matcher(help.substring(help.indexOf("\nExit: ")))
                        .results()
                        .map(MatchResult::group)
                        .toList();
        assertThat(named).containsExactly(codes.split(" "));
    }
}
