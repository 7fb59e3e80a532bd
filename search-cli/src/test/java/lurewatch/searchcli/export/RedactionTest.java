package lurewatch.searchcli.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import lurewatch.indexer.ContactKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {
    private static final Path CONFIG = Path.of(System.getProperty("lurewatch.root"), "config");

    /// A kind that is added to the detector is not masked before it stands in these files, too. A
    /// link is the address of a page.
    @ParameterizedTest
    @ValueSource(strings = {"contacts", "people"})
    void masksEveryWayToReachSomebody(String shipped) {
        assertThat(Redaction.read(CONFIG, shipped).contacts())
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(ContactKind.URL)));
    }
}
