package lurewatch.indexer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesReaderIT {
    private static final Path SHIPPED =
            Path.of(System.getProperty("lurewatch.root", ".."), "config", "signals");

    /// Rows per language that the lexicon held when it was taken over; it only grows.
    private static final Map<String, Integer> AT_LEAST =
            Map.ofEntries(
                    Map.entry("ko", 745),
                    Map.entry("zh-Hans", 606),
                    Map.entry("en", 516),
                    Map.entry("zh-Hant", 426),
                    Map.entry("id", 371),
                    Map.entry("vi", 368),
                    Map.entry("th", 364),
                    Map.entry("ja", 267),
                    Map.entry("tl", 118),
                    Map.entry("ms", 101),
                    Map.entry("hi", 94),
                    Map.entry("pt-BR", 82),
                    Map.entry("bn", 54),
                    Map.entry("ur", 45),
                    Map.entry("ru", 41),
                    Map.entry("my", 38),
                    Map.entry("und", 36),
                    Map.entry("tr", 40),
                    Map.entry("sw", 36),
                    Map.entry("es", 27),
                    Map.entry("km", 25),
                    Map.entry("ne", 19),
                    Map.entry("ar", 19),
                    Map.entry("fr", 18),
                    Map.entry("ta", 15),
                    Map.entry("lo", 14),
                    Map.entry("am", 13),
                    Map.entry("uz", 20),
                    Map.entry("kk", 18),
                    Map.entry("si", 16),
                    Map.entry("mn", 60),
                    Map.entry("de", 40),
                    Map.entry("it", 30),
                    Map.entry("pl", 30),
                    Map.entry("uk", 20),
                    Map.entry("fa", 20),
                    Map.entry("te", 60),
                    Map.entry("kn", 60),
                    Map.entry("ml", 60),
                    Map.entry("gu", 60),
                    Map.entry("mr", 30),
                    Map.entry("pa", 30),
                    Map.entry("ky", 30),
                    Map.entry("ro", 30),
                    Map.entry("zu", 30),
                    Map.entry("ceb", 30),
                    Map.entry("nl", 100),
                    Map.entry("ka", 20),
                    Map.entry("el", 8),
                    Map.entry("cs", 60),
                    Map.entry("hu", 60),
                    Map.entry("sv", 60),
                    Map.entry("az", 40),
                    Map.entry("ha", 30));

    @TempDir Path directory;

    @Test
    void readsEveryFileThatWeShip() {
        Rules rules = Rules.read(SHIPPED);
        Map<String, Long> perLanguage =
                rules.phrases().stream()
                        .collect(Collectors.groupingBy(Phrase::language, Collectors.counting()));
        assertThat(perLanguage.keySet()).isEqualTo(AT_LEAST.keySet());
        AT_LEAST.forEach((language, rows) ->
                assertThat(perLanguage.get(language)).as(language).isGreaterThanOrEqualTo(rows));
        assertThat(rules.signals()).hasSize(79);
        assertThat(rules.places()).hasSizeGreaterThanOrEqualTo(211);
        assertThat(rules.version()).matches("[0-9a-f]{12}");
    }

    @Test
    void everySignalButThoseOfBuildBehaviourAndLearningHasPhrases() {
        Rules rules = Rules.read(SHIPPED);
        assertThat(
                        rules.signals().keySet().stream()
                                .filter(id ->
                                        rules.phrases().stream()
                                                .noneMatch(p -> p.signal().equals(id))))
                .containsExactly(
                        "unnamed_work",
                        "lure_wording",
                        "roundabout_offer",
                        "name_for_money",
                        "money_passed_on",
                        "sum_for_it",
                        "private_answer",
                        "burst_crosspost",
                        "ctx_ordinary_offer",
                        "ctx_other_wording");
    }

    /// They stand in dossiers and notices, before people who know neither our files nor codes.
    @Test
    void whatASignalMeansIsSaidInWordsOfItsReaders() {
        assertThat(Rules.read(SHIPPED).signals().values())
                .extracting(SignalRule::definition)
                .allSatisfy(definition ->
                        assertThat(definition)
                                .doesNotContainPattern(
                                        "\\b(KH|MM|LA|TM|esp|hub|register|gazetteer)\\b"));
    }

    @Test
    void anyChangeOfAnyFileIsAnotherVersion() throws IOException {
        copyShipped();
        String before = Rules.read(directory).version();
        append("lexicon/en.tsv", "vague_job\ten\tsomething with computers\tliteral\t0.2\n");
        assertThat(Rules.read(directory).version()).isNotEqualTo(before);
    }

    /// A shell's second command does not wait for them.
    @Test
    void filesThatSayTheSameGiveTheSameRules() throws IOException {
        copyShipped();
        Rules before = Rules.read(directory);
        assertThat(Rules.read(directory)).isSameAs(before);
        assertThat(Rules.read(SHIPPED)).isSameAs(before);

        Path english = directory.resolve("lexicon/en.tsv");
        String asShipped = Files.readString(english);
        append("lexicon/en.tsv", "vague_job\ten\tsomething with computers\tliteral\t0.2\n");
        assertThat(Rules.read(directory).phrases()).hasSize(before.phrases().size() + 1);
        Files.writeString(english, asShipped);
        assertThat(Rules.read(directory)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vague_jobb~en~words~literal~0.2|:1: unknown signal 'vague_jobb'; allowed are the ids of signals.yaml",
                "vague_job~fr~words~literal~0.2|:11: language 'fr'; allowed in this file is en",
                "vague_job~en~words~leteral~0.2|:20: kind 'leteral'; allowed are literal, near, regex",
                "vague_job~en~words~literal~1.2|:28: weight 1.2; allowed are 0.05 to 1.0",
                "vague_job~en~words~literal~much|:28: 'much' is no number; allowed are 0.05 to 1.0",
                "ctx_news~en~words~literal~0.5|:27: weight 0.5; allowed for a ctx_ signal are -1.0 to -0.05",
                "vague_job~en~wor(ds~regex~0.2|:14: bad regex at character 7: Unclosed group; allowed is what java.util.regex knows",
                "vague_job~en~words~near~0.2|:14: 'words' is not of the form",
                "vague_job~en~words~literal|:20: 4 columns; allowed are 5: signal_id, language, phrase, kind, weight",
            })
    void saysWhereARowIsWrongAndWhatIsAllowed(String row, String message) throws IOException {
        copyShipped();
        append("lexicon/en.tsv", row.replace('~', '\t') + "\n");
        long line = Files.readString(directory.resolve("lexicon/en.tsv")).lines().count();
        assertThatThrownBy(() -> Rules.read(directory))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("en.tsv:" + line + message);
    }

    @Test
    void refusesAnUnknownKeyAndAPlaceOfUnknownRisk() throws IOException {
        copyShipped();
        append("places.tsv", "x_new\ttown\tKH\t1\t2\tNew\t\t\t\tterrible\t\t\t\n");
        assertThatThrownBy(() -> Rules.read(directory))
                .hasMessageContaining("'terrible'; allowed are high, low, medium, none");
        append("signals.yaml", "    colour: red\n");
        assertThatThrownBy(() -> Rules.read(directory))
                .hasMessageContaining("unknown key 'colour'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "country: TH, role: general, low: 240|country: TX, role: general, low: 240|country 'TX'; allowed are ISO 3166 codes in upper case",
                "role: general, low: 240, high: 480|role: general, low: 500, high: 480|low 500.0 and high 480.0; allowed is 0 < low <= high",
                "country: TH, role: office|country: TH, role: cook|role 'cook' of TH; allowed are general and office, interpreter",
                "country: TH, role: office|country: TH, role: general|TH general stands twice",
                "interpreter: [interpreter_role]|interpreter: [interpreter_rolle]|unknown signal 'interpreter_rolle'; allowed are the ids of signals.yaml",
                "ordinary_below: 1.5|ordinary_below: 5|allowed is 0 < ordinary_below <= too_high_from",
            })
    void saysWhereTheMarketIsWrong(String right, String wrong, String message) throws IOException {
        copyShipped();
        Path pay = directory.resolve("pay.yaml");
        Files.writeString(pay, Files.readString(pay).replace(right, wrong));
        assertThatThrownBy(() -> Rules.read(directory))
                .isInstanceOf(SettingsException.class)
                .hasMessageMatching("(?s).*pay\\.yaml:\\d+:\\d+: .*")
                .hasMessageContaining(message);
    }

    private void append(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.writeString(path, Files.readString(path) + text);
    }

    private void copyShipped() throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = directory.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
