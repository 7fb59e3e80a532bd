package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever has an id or a name: where there is none of it, every command ends with 1 and says so.
/// With 2 ends what cannot be meant at all, or means several.
class UnknownNamesIT {
    @TempDir private static Path root;
    private static String folder = "";

    @BeforeAll
    static void world() throws IOException {
        World.ofAll().in(root.resolve("data"));
        Files.writeString(root.resolve("ids"), "p0123456789abcdef\n");
        folder = run("case new some").out().strip();
    }

    private static Cli.Run run(String arguments) {
        String all = arguments + " --data ROOT/data";
        return Cli.inPipe()
                .with("LUREWATCH_ANALYST", "anna")
                .typing("")
                .run(
                        Stream.of(all.strip().split(" +"))
                                .map(word ->
                                        word.replace("ROOT", root.toString())
                                                .replace("FOLDER", folder)
                                                .replace("CONFIG", config()))
                                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    show p-none                                              | 1 | there is no posting 'p-none'
                    show c0123456789abcdef                                   | 1 | lurewatch campaign show c0123456789abcdef
                    show @sample_nobody                                      | 1 | lurewatch search '@sample_nobody'
                    show p-none --diff 1..2                                  | 1 | there is no posting 'p-none'
                    show p-lure                                              | 2 | begins several ids
                    show --diff p-none                                       | 1 | there is no posting 'p-none'
                    label p-none --as lure --reason x                        | 1 | there is no posting 'p-none'
                    label p-lure --as lure --reason x                        | 2 | begins several ids
                    label lift p-none --reason x                             | 1 | there is no posting 'p-none'
                    retract p-none --reason x                                | 1 | there is no posting 'p-none'
                    retract p-lure --reason x                                | 2 | begins several ids
                    erase --list                                             | 1 | nothing was erased here
                    erase p0123456789abcdef --reason x --dry-run             | 1 | there is no posting 'p0123456789abcdef'
                    erase c987654 --reason x --dry-run                       | 1 | no capture is to be erased
                    erase https://nowhere.example/ --reason x --dry-run      | 1 | no capture is to be erased
                    export --ids ROOT/ids --format csv --out ROOT/ids.csv    | 1 | there is no posting 'p0123456789abcdef'
                    pivot p-none                                             | 1 | nothing
                    search id:p-none                                         | 1 | nothing found
                    contact @sample_nobody_at_all                            | 1 | sample_nobody_at_all
                    campaign show c-none                                     | 1 | there is no campaign 'c-none'
                    campaign show p-formula                                  | 1 | p-formula is in no campaign
                    campaign split c-none                                    | 2 | Missing required parameter: 'POSTING'
                    campaign label c-none benign                             | 1 | there is no campaign 'c-none'
                    case show c-none                                         | 1 | there is no case 'c-none'
                    case log c-none                                          | 1 | there is no case 'c-none'
                    case next c-none                                         | 1 | there is no case 'c-none'
                    case close c-none --reason x                             | 1 | there is no case 'c-none'
                    case note c-none text                                    | 1 | there is no case 'c-none'
                    case tag c-none text                                     | 1 | there is no case 'c-none'
                    case add c-none p-lure-en                                | 1 | there is no case 'c-none'
                    case add FOLDER p-none                                   | 1 | there is no posting 'p-none'
                    case add FOLDER p-lure                                   | 2 | begins several ids
                    export --case c-none --format csv --out ROOT/none.csv    | 1 | there is no case 'c-none'
                    watch run none                                           | 1 | there is no watch 'none'
                    watch list none                                          | 1 | there is no watch 'none'
                    watch ack none                                           | 1 | there is no watch 'none'
                    watch rm none                                            | 1 | there is no watch 'none'
                    watch test none                                          | 1 | there is no watch 'none'
                    audit list --about p-none                                | 1 | nothing of that was recorded
                    signals none --config CONFIG                             | 1 | there is no signal 'none'
                    """)
    void endsWithItsCodeAndSaysWhatIsUnknown(String arguments, int code, String message) {
        Cli.Run run = run(arguments);
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("lurewatch: ").contains(message);
    }

    /// A name that nobody typed says where it stands.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LUREWATCH_ANALYST | LUREWATCH_ANALYST: an analyst's name has 1 to 100 characters, this one has 0; set LUREWATCH_ANALYST to yours
                    USER              | USER: an analyst's name has 1 to 100 characters, this one has 0; set LUREWATCH_ANALYST to yours
                    """)
    void saysWhereAnImpossibleNameStands(String variable, String message) {
        Cli.Run run =
                Cli.inPipe()
                        .with(variable, " ")
                        .run("case", "new", "x", "--data", root.resolve("data").toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    private static String config() {
        return Path.of(System.getProperty("lurewatch.root", "..")).resolve("config").toString();
    }
}
