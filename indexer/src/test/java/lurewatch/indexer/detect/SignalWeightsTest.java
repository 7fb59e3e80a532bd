package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import lurewatch.indexer.Signal;
import lurewatch.indexer.rules.Rules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Of hits that no phrase weighs: the weights of `signals.yaml` are what an operator sets: also
/// those of signals whose hits do not all weigh the same.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignalWeightsTest {
    private static final List<String> TABLED =
            List.of(
                    "pay_too_high",
                    "high_risk_place",
                    "off_platform_contact",
                    "foreign_prefix_contact");

    private final Detector shipped = Cases.shippedDetector();
    private Detector halved = shipped;
    private Detector most = shipped;
    private Detector none = shipped;

    @BeforeAll
    void readOtherRules(@TempDir Path directory) throws IOException {
        halved = Detector.of(rules(directory.resolve("halved"), 0.5));
        most = Detector.of(rules(directory.resolve("most"), 100));
        none = Detector.of(rules(directory.resolve("none"), 0));
    }

    /// The shipped rules with the weights of these signals so many times as much, 1 at most.
    private static Rules rules(Path copy, double times) throws IOException {
        try (Stream<Path> files = Files.walk(Cases.SIGNALS)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(Cases.SIGNALS.relativize(file).toString()));
            }
        }
        StringBuilder lines = new StringBuilder();
        boolean tabled = false;
        for (String line : Files.readAllLines(copy.resolve("signals.yaml"))) {
            if (line.startsWith("  - id: ")) {
                tabled = TABLED.contains(line.substring("  - id: ".length()));
            }
            boolean weight = tabled && line.startsWith("    weight: ");
            lines.append(weight ? "    weight: " + times(line, times) : line).append('\n');
        }
        Files.writeString(copy.resolve("signals.yaml"), lines);
        return Rules.read(copy);
    }

    private static double times(String line, double times) {
        return Math.min(1, times * Double.parseDouble(line.substring("    weight: ".length())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pay_too_high|no experience, salary USD 5000 per month|0.55",
                "pay_too_high|Waiter, no experience, in Thailand, salary USD 3000 per month|0.6125",
                "pay_too_high|no experience, salary USD 50000 per month|0.7",
                "high_risk_place|Staff wanted at Hengsheng Park|0.65",
                "high_risk_place|Welder wanted in Battambang|0.3",
                "off_platform_contact|Write to sample_hr01.t.me|0.45",
                "off_platform_contact|Write to weixin://dl/business/?ticket=AbCdEf|0.3",
                "off_platform_contact|Write to https://m.me/sample.hr01|0.25",
                "foreign_prefix_contact|Write to https://wa.me/855961234567|0.5",
            })
    void weighBySignalsYaml(String signal, String text, double weight) {
        assertThat(weight(shipped, signal, text)).hasValueCloseTo(weight, within(1e-9));
        double exact = weight(shipped, signal, text).getAsDouble();
        assertThat(weight(halved, signal, text)).hasValue(exact / 2);
        assertThat(weight(none, signal, text)).isEmpty();
        assertThat(weight(most, signal, text).getAsDouble()).isGreaterThan(exact);
    }

    private static OptionalDouble weight(Detector detector, String signal, String text) {
        return detector.assess(text, Optional.empty()).signals().stream()
                .filter(each -> each.id().equals(signal))
                .mapToDouble(Signal::weight)
                .findFirst();
    }
}
