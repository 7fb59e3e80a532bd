package lurewatch.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValidatorsTest {
    @ParameterizedTest
    @CsvSource({
        "'\"v1\"', 1, true",
        "'W/\"v1\"', 1, true",
        "'', 1, false",
        "' ', 3, false",
        "a, 512, true",
        "a, 513, false",
        "ü, 1, false",
    })
    void onlyWhatCanBeSentBackIsKept(String part, int times, boolean isKept) {
        String value = part.repeat(times);
        Validators validators = Validators.ofHeaders(Optional.of(value), Optional.of(value));
        assertThat(validators.etag().isPresent()).isEqualTo(isKept);
        assertThat(validators.lastModified().isPresent()).isEqualTo(isKept);
    }
}
