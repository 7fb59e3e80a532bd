package lurewatch.searchcli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lurewatch.indexer.search.FieldGroup;
import lurewatch.indexer.search.QueryLanguage.FieldHelp;
import lurewatch.searchcli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever adds a field has it found by those who read the help, or the manual.
final class SearchHelpTest {
    private static final List<FieldHelp> FIELDS =
            CaseFields.language(InstantSource.fixed(Instant.EPOCH), Path.of("none")).fields();

    @Test
    void helpSaysOfEveryFieldWhatItMeans() {
        List<String> help = help(100).lines().map(String::strip).toList();
        assertThat(help)
                .containsSubsequence(
                        "Words of it:",
                        "text         words of the posting or its title",
                        "context      none, or what quotes lures without being one: warning, news,"
                                + " victim_report,",
                        "discussion, lawful_process, fiction",
                        "Contacts in it:",
                        "contact      a contact of any kind",
                        "a contact of that kind",
                        "Casework:",
                        "tag          in a case with that tag; * for any");
        List<String> words =
                help.stream().flatMap(line -> List.of(line.split(" +")).stream()).toList();
        assertThat(words).containsAll(FIELDS.stream().map(FieldHelp::name).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {55, 80, 100})
    void theFieldsAreAsWideAsTheTerminal(int columns) {
        List<String> lines = FieldsText.lines(FIELDS, columns);
        assertThat(lines).allMatch(line -> line.length() <= columns);
        assertThat(help(columns).lines()).containsSequence(lines);
    }

    @Test
    void theManualHasTheSameTable() throws IOException {
        Path root = Path.of(System.getProperty("lurewatch.root", ".."));
        List<String> manual = Files.readAllLines(root.resolve("docs/searching.md"));
        List<String> table = manual.subList(manual.indexOf("| Field | Means |") + 2, manual.size());
        assertThat(table.stream().takeWhile(line -> line.startsWith("|")).toList())
                .containsExactlyElementsOf(table());
    }

    private static String help(int columns) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(
                new String[] {"search", "--help"},
                InputStream.nullInputStream(),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                System.err,
                Map.of("COLUMNS", Integer.toString(columns)));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> table() {
        List<String> table = new ArrayList<>();
        for (FieldGroup group : FieldGroup.values()) {
            table.add("| **" + group.heading() + "** | |");
            FieldsText.rows(FIELDS.stream().filter(field -> field.group() == group).toList())
                    .forEach(row -> table.add("| " + names(row) + " | " + row.about() + " |"));
        }
        return table;
    }

    private static String names(FieldsText.Row row) {
        return row.names().stream().collect(Collectors.joining("` `", "`", "`"));
    }
}
