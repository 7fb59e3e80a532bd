package lurewatch.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndexSchemaTest {
    @Test
    void foldsAsciiKeywordsAsTheAnalyzerDoes() {
        for (char c = '!'; c < 128; c++) {
            String keyword = c + "x " + c + "Q7" + c;
            assertThat(IndexSchema.folded(keyword))
                    .as("character %d", (int) c)
                    .isEqualTo(analyzed(keyword));
        }
        assertThat(IndexSchema.folded("")).isEqualTo(analyzed(""));
    }

    private static String analyzed(String keyword) {
        return IndexSchema.analyzer().normalize(IndexSchema.TEXT, keyword).utf8ToString();
    }
}
