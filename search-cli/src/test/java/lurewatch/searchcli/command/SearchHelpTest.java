package lurewatch.searchcli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import lurewatch.indexer.search.QueryLanguage;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

final class SearchHelpTest {
    /// Whoever adds a field has it found by those who read the help.
    @Test
    void namesEveryField() {
        List<String> help =
                List.of(
                        String.join(
                                        " ",
                                        SearchCommand.class
                                                .getAnnotation(Command.class)
                                                .description())
                                .split("Fields: ", 2)[1]
                                .strip()
                                .split(" +"));
        assertThat(help)
                .containsExactlyInAnyOrderElementsOf(
                        CaseFields.language(InstantSource.fixed(Instant.EPOCH), Path.of("none"))
                                .fields()
                                .stream()
                                .map(QueryLanguage.FieldHelp::name)
                                .toList());
    }
}
