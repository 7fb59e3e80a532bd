package lurewatch.searchcli.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import lurewatch.indexer.ContactKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The redactions that come with the program.
class RedactionTest {
    private static final Path CONFIG =
            Path.of(System.getProperty("lurewatch.root", "..")).resolve("config");

    /// A kind that is added to the model must be added to them, or packs hand its values on.
    @ParameterizedTest
    @ValueSource(strings = {"contacts", "people"})
    void masksEveryKindByWhichAPersonIsReached(String name) {
        Redaction redaction = Redaction.read(CONFIG, name);
        EnumSet<ContactKind> kinds = EnumSet.complementOf(EnumSet.of(ContactKind.URL));
        assertThat(
                        Arrays.stream(ContactKind.values())
                                .filter(kind -> redaction.masks(kind.label())))
                .containsExactlyInAnyOrderElementsOf(kinds);
    }
}
