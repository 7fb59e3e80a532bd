package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is masked leaves in no form of a pack.
class RedactionIT {
    @TempDir private Path data;
    @TempDir private Path out;

    /// Boards and channels cut long lines for titles and lists, in the middle of a name, too.
    @Test
    void aNameThatIsCutWithItsLineIsMaskedAsFarAsItGoes() throws IOException {
        new World()
                .add(
                        "cut",
                        "en",
                        90,
                        Context.NONE,
                        "Chatters needed, Europe line. Join t.me/sample_kil",
                        """
                        Chatters needed, Europe line. Join t.me/sample…
                        Chatters needed, Europe line. Join t.me/sample_killers today
                        Chatters needed, Europe line
                        sample""",
                        World.contact(ContactKind.TELEGRAM, "sample_killers"))
                .in(data);
        String text =
                PackContents.textOf(
                        Packs.made(
                                data,
                                out.resolve("pack"),
                                "korean-police",
                                "--format",
                                "html,jsonl,csv",
                                "--redact",
                                "contacts"));
        assertThat(text)
                .contains("Chatters needed, Europe line. Join t.me/██████…")
                .contains("Chatters needed, Europe line. Join t.me/██████████████ today")
                .contains("Chatters needed, Europe line. Join t.me/██████████")
                .doesNotContain("t.me/s");
    }
}
