package lurewatch.indexer.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActiveLanguagesTest {
    /// Confidences are sums over them: in an order that differs from one JVM to the next, so would
    /// the last digits, and a replay would not give the same bytes.
    @Test
    void standInTheOrderOfTheirNames() {
        ActiveLanguages languages =
                ActiveLanguages.of("안녕하세요 반갑습니다 招聘客服 Xin chào các bạn", Optional.of("th"));

        assertThat(List.copyOf(languages.all()))
                .contains("ko", "zh-Hans", "vi", "th", "und")
                .isSorted();
    }
}
