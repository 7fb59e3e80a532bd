package lurewatch.indexer.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphsTest {
    private static String[] joined(String... lines) {
        return Paragraphs.joined(lines);
    }

    @Test
    void joinsWhatIsOneParagraph() {
        assertThat(joined("Ctrl-C stops, the rest is due", "again. Search while", "it runs."))
                .containsExactly("Ctrl-C stops, the rest is due again. Search while it runs.");
    }

    @Test
    void leavesListsExamplesAndSentencesAsTheyStand() {
        String[] lines = {
            "",
            "Examples:",
            "  lurewatch crawl",
            "  lurewatch crawl --once",
            "",
            "'lurewatch COMMAND --help' explains one command.",
            "Exit: 0 found, 3 data not",
            "      usable",
        };
        assertThat(joined(lines)).containsExactly(lines);
    }
}
